import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../../src/binary/byte-source.ts';
import { Failure } from '../../../src/contract/failure.ts';
import {
  type StructureContent,
  type TypeContent,
  typeStream,
} from '../../../src/simulator/synth/images/pdb-types-writer.ts';
import { writePdb } from '../../../src/simulator/synth/images/pdb-writer.ts';
import { openPdb } from '../../../src/symbols/pdb/pdb-file.ts';
import { expand } from '../../../src/symbols/types/expand.ts';
import { typedLayouts } from '../../../src/symbols/types/structure-layouts.ts';
import { openTypeLibrary } from '../../../src/symbols/types/type-library.ts';
import { typeText } from '../../../src/symbols/types/type-text.ts';

const STRUCTURES: readonly StructureContent[] = [
  {
    name: '_INNER',
    size: 16,
    members: [
      { name: 'Low', offset: 0, type: { bits: 'u32', position: 0, length: 5 } },
      { name: 'High', offset: 0, type: { bits: 'u32', position: 5, length: 27 } },
      { name: 'Next', offset: 8, type: { pointer: { structure: '_OUTER' } } },
    ],
  },
  {
    name: '_OUTER',
    size: 0x90,
    members: [
      { name: 'Inner', offset: 0, type: { structure: '_INNER' } },
      { name: 'Table', offset: 0x10, type: { array: { structure: '_INNER' }, count: 4, elementSize: 16 } },
      { name: 'Unknown', offset: 0x50, type: { pointer: { structure: '_ELSEWHERE' } } },
      { name: 'Text', offset: 0x58, type: { array: 'wchar', count: 8, elementSize: 2 } },
      { name: 'Either', offset: 0x80, type: { structure: '_EITHER' } },
    ],
  },
  {
    name: '_EITHER',
    size: 8,
    isUnion: true,
    members: [
      { name: 'Whole', offset: 0, type: 'u64' },
      { name: 'Part', offset: 0, type: 'i32' },
    ],
  },
];
const STREAM = new Uint8Array(typeStream(STRUCTURES));
const HEADER = 56;

/** Counts what is read, so that a loop shows as a number. */
function watched(bytes: Uint8Array): { source: ByteSource; read: () => number } {
  const inner = bytesSource(bytes, 'hostile types');
  let read = 0;
  return {
    source: {
      ...inner,
      read(offset, length) {
        read += length;
        return inner.read(offset, length);
      },
    },
    read: () => read,
  };
}

/** Anything thrown that is no typed error about the file fails the test. */
function ask(question: () => void): void {
  try {
    question();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Failure);
    expect((thrown as Failure).code).toMatch(/^(SymbolsUnreadable|LayoutOutOfBounds)$/);
  }
}

function expectHarmless(bytes: Uint8Array): void {
  const { source, read } = watched(bytes);
  ask(() => {
    const library = openTypeLibrary(source);
    const layouts = typedLayouts(library);
    ask(() => library.eachName((name) => expect(name.length).toBeLessThanOrEqual(0x1000)));
    for (const name of ['_OUTER', '_INNER', '_EITHER', '_ELSEWHERE']) {
      ask(() => {
        const size = layouts.sizeOf(name);
        for (const member of ['Inner', 'Inner.Next', 'Table', 'Either.Part', 'Low', 'Text.Nothing']) {
          const offset = layouts.offsetOf(name, member);
          if (offset !== undefined) expect(offset).toBeLessThanOrEqual(size ?? -1);
        }
      });
      ask(() => {
        const type = library.find(name);
        if (type === undefined) return;
        const { members } = expand(library, type, { depth: 16 });
        expect(members.length).toBeLessThanOrEqual(20_000);
        for (const member of library.members(type).items) {
          expect(typeText(library, member.type).length).toBeLessThan(0x2000);
          library.sizeOf(member.type);
        }
        library.enumerators(type);
      });
    }
  });
  // Passes over the stream, and for each question some records: a loop would read more.
  expect(read()).toBeLessThan(bytes.length * 400 + 0x10_0000);
}

const extreme = fc.constantFrom(0, 1, 2, 0xff, 0x1000, 0x1404, 0x1506, 0x1609, 0x8004, 0xffff);
const halfWord = fc.oneof(extreme, fc.nat(0xffff), fc.integer({ min: 0x1000, max: 0x1020 }));

describe('a type stream whose bytes are changed', () => {
  it('a type stream whose bytes are changed anywhere is harmless', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(STREAM.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = Uint8Array.from(STREAM);
          for (const [at, value] of changes) bytes[at] = value;
          expectHarmless(bytes);
        },
      ),
      { numRuns: 700 },
    );
  });

  it('a type stream whose bytes are changed in its words is harmless', () => {
    const change = fc.tuple(fc.nat(Math.floor(STREAM.length / 2) - 1), halfWord);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(STREAM);
        const data = new DataView(bytes.buffer);
        for (const [word, value] of changes) data.setUint16(word * 2, value, true);
        expectHarmless(bytes);
      }),
      { numRuns: 1500 },
    );
  });

  it('a type stream whose bytes are changed and cut off is harmless', () => {
    for (let length = 0; length < STREAM.length; length++) expectHarmless(STREAM.subarray(0, length));
  });

  it('a type stream whose bytes are changed at random after the header is harmless', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (records) => {
        const bytes = new Uint8Array(HEADER + records.length);
        bytes.set(STREAM.subarray(0, HEADER));
        bytes.set(records, HEADER);
        new DataView(bytes.buffer).setUint32(16, records.length, true);
        expectHarmless(bytes);
      }),
      { numRuns: 700 },
    );
  });
});

/** A stream with these records, given from the leaf on. */
function streamOf(...records: readonly Buffer[]): Uint8Array {
  const all = Buffer.concat(
    records.map((record) => {
      const length = Buffer.alloc(2);
      length.writeUInt16LE(record.length);
      return Buffer.concat([length, record]);
    }),
  );
  const header = Buffer.from(STREAM.subarray(0, HEADER));
  header.writeUInt32LE(0x1000 + records.length, 12);
  header.writeUInt32LE(all.length, 16);
  return new Uint8Array(Buffer.concat([header, all]));
}

const structure = (name: string, list: number, size = 8) => {
  const fixed = Buffer.alloc(20);
  fixed.writeUInt16LE(0x1505, 0);
  fixed.writeUInt32LE(list, 6);
  fixed.writeUInt16LE(size, 18);
  return Buffer.concat([fixed, Buffer.from(`${name}\0`)]);
};
const list = (...entries: readonly Buffer[]) => Buffer.concat([Buffer.from([0x03, 0x12]), ...entries]);
const continuation = (index: number) => {
  const entry = Buffer.alloc(8);
  entry.writeUInt16LE(0x1404, 0);
  entry.writeUInt32LE(index, 4);
  return entry;
};
const member = (name: string, type: number, offset = 0) => {
  const entry = Buffer.alloc(10);
  entry.writeUInt16LE(0x150d, 0);
  entry.writeUInt32LE(type, 4);
  entry.writeUInt16LE(offset, 8);
  const bytes = Buffer.concat([entry, Buffer.from(`${name}\0`)]);
  return Buffer.concat([
    bytes,
    Buffer.from(
      [0xf3, 0xf2, 0xf1].slice(0, (4 - (bytes.length % 4)) % 4).map((_, i, all) => 0xf0 + all.length - i),
    ),
  ]);
};
const reference = (leaf: number, target: number, rest: readonly number[]) => {
  const record = Buffer.alloc(6);
  record.writeUInt16LE(leaf, 0);
  record.writeUInt32LE(target, 2);
  return Buffer.concat([record, Buffer.from(rest)]);
};

describe('a type that leads in a circle', () => {
  it('a type that leads in a circle is refused when its list of members continues in itself', () => {
    const library = openTypeLibrary(
      bytesSource(streamOf(list(continuation(0x1000)), structure('_A', 0x1000))),
    );
    expect(() => library.members(library.find('_A') as never)).toThrow(
      expect.objectContaining({ code: 'SymbolsUnreadable' }),
    );
  });

  it('a type that leads in a circle has a text of bounded length when a pointer points to itself', () => {
    const library = openTypeLibrary(bytesSource(streamOf(reference(0x1002, 0x1000, [0x0c, 0, 1, 0]))));
    expect(typeText(library, 0x1000)).toMatch(/^(?:Ptr64 )+…$/);
  });

  it('a type that leads in a circle has no size when a modifier modifies itself', () => {
    const library = openTypeLibrary(bytesSource(streamOf(reference(0x1001, 0x1000, [1, 0]))));
    expect(library.sizeOf(0x1000)).toBeUndefined();
  });

  it('a type that leads in a circle is opened to a bounded depth when a structure contains itself, and marks that there is more', () => {
    const library = openTypeLibrary(
      bytesSource(
        streamOf(list(member('Again', 0x1001), member('Twice', 0x1001, 4)), structure('_A', 0x1000)),
      ),
    );
    const { members, complete } = expand(library, library.find('_A') as never, { depth: 16 });
    expect(members.length).toBeGreaterThan(100);
    expect(members.length).toBeLessThanOrEqual(20_000);
    expect(complete).toBe(false);
  });

  it('a type that leads in a circle has no member when its base class is itself', () => {
    const base = Buffer.from([0x00, 0x14, 3, 0, 0x01, 0x10, 0, 0, 0, 0]);
    const layouts = typedLayouts(openTypeLibrary(bytesSource(streamOf(list(base), structure('_A', 0x1000)))));
    expect(layouts.offsetOf('_A', 'Nothing')).toBeUndefined();
  });
});

describe('a type library', () => {
  it('a type library keeps the members before an entry of an unknown kind, and marks that there are more', () => {
    const unknown = Buffer.from([0x99, 0x15, 1, 2, 3, 4]);
    const stream = streamOf(
      list(member('First', 0x75), unknown, member('Last', 0x75, 4)),
      structure('_A', 0x1000),
    );
    const library = openTypeLibrary(bytesSource(stream));
    const { items, complete } = library.members(library.find('_A') as never);
    expect(items.map(({ name }) => name)).toEqual(['First']);
    expect(complete).toBe(false);
  });

  it('a type library skips records of unknown kinds', () => {
    const unknown = Buffer.from([0x34, 0x12, 9, 9]);
    const stream = streamOf(unknown, list(member('Only', 0x23)), unknown, structure('_A', 0x1001), unknown);
    expect(typedLayouts(openTypeLibrary(bytesSource(stream))).offsetOf('_A', 'Only')).toBe(0);
  });

  it('a type library reads the structures and unions of newer compilers, which count their members in a number of any width', () => {
    const fields = list(member('Value', 0x23, 16));
    const structure2 = Buffer.alloc(18);
    structure2.writeUInt16LE(0x1609, 0);
    structure2.writeUInt32LE(0x1000, 6);
    const union2 = Buffer.alloc(10);
    union2.writeUInt16LE(0x160a, 0);
    union2.writeUInt32LE(0x1000, 6);
    // A count of 70,000 in the 32-bit form, then the size in the plain form.
    const counted = Buffer.from([0x04, 0x80, 0x70, 0x11, 0x01, 0x00, 24, 0]);
    const stream = streamOf(
      fields,
      Buffer.concat([structure2, counted, Buffer.from('_WIDE\0')]),
      Buffer.concat([union2, counted, Buffer.from('_BOTH\0')]),
    );
    const layouts = typedLayouts(openTypeLibrary(bytesSource(stream)));
    expect([layouts.sizeOf('_WIDE'), layouts.offsetOf('_WIDE', 'Value')]).toEqual([24, 16]);
    expect([layouts.sizeOf('_BOTH'), layouts.offsetOf('_BOTH', 'Value')]).toEqual([24, 16]);
  });

  it.each([
    ['no type stream', undefined],
    ['an empty type stream', bytesSource(new Uint8Array(0))],
    ['a type stream without records', bytesSource(new Uint8Array(typeStream([])))],
  ])('a type library has no types over %s', (_what, source) => {
    const library = openTypeLibrary(source);
    expect(library.find('_KTHREAD')).toBeUndefined();
    expect(typedLayouts(library).offsetOf('_KTHREAD', 'Teb')).toBeUndefined();
    library.eachName(() => expect.fail('there is no name'));
  });

  it('a type library gives the first type of a PDB of 12 MB in less than 50 ms of processor time, and reads it once', () => {
    const kinds: readonly TypeContent[] = [
      'u64',
      'i32',
      { pointer: 'void' },
      { bits: 'u32', position: 1, length: 2 },
    ];
    const many = Array.from(
      { length: 11_000 },
      (_, index): StructureContent => ({
        name: `_STRUCTURE_WITH_A_LONG_NAME_${index}`,
        size: 400,
        members: Array.from({ length: 28 }, (_unused, place) => ({
          name: `Member${place}WithALongNameOf${index}`,
          offset: place * 8,
          type: kinds[place % kinds.length] ?? 'u8',
        })),
      }),
    );
    const pdb = writePdb({
      guid: '0F1E2D3C4B5A69788796A5B4C3D2E1F0',
      age: 1,
      sections: [{ name: '.text', rva: 0x1000, size: 0x1000 }],
      publics: [],
      types: many,
    });
    expect(pdb.length).toBeGreaterThan(12_000_000);
    const attempts = Array.from({ length: 5 }, () => {
      const { source, read } = watched(pdb);
      const started = process.cpuUsage();
      const layouts = typedLayouts(openTypeLibrary(openPdb(source).typeStream()));
      const offset = layouts.offsetOf('_STRUCTURE_WITH_A_LONG_NAME_9000', 'Member4WithALongNameOf9000');
      const { user, system } = process.cpuUsage(started);
      expect(offset).toBe(32);
      expect(read()).toBeLessThan(pdb.length * 1.1);
      return (user + system) / 1000;
    });
    // Other work on the machine only adds to a time, so the least shows what the reader costs.
    expect(Math.min(...attempts)).toBeLessThan(50);
  });
});
