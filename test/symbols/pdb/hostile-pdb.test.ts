import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../../src/binary/byte-source.ts';
import { Failure } from '../../../src/contract/failure.ts';
import { writePdb } from '../../../src/simulator/synth/images/pdb-writer.ts';
import { openPdb } from '../../../src/symbols/pdb/pdb-file.ts';
import { describeWith } from '../../support/equipment.ts';
import { linkImage } from './lld-images.ts';

/**
 * A PDB comes over the network from any server, and is opened by an elevated process. Whatever its bytes
 * are, a reader gives an answer or a typed error, in time and memory that the file's own size bounds.
 */
const PDB = writePdb({
  guid: '0F1E2D3C4B5A69788796A5B4C3D2E1F0',
  age: 1,
  sections: [
    { name: '.text', rva: 0x1000, size: 0x4000 },
    { name: 'PAGE', rva: 0x5000, size: 0x4000 },
  ],
  publics: Array.from({ length: 600 }, (_, index) => ({
    name: `Function${index}`,
    rva: 0x1000 + index * 48,
  })),
  unwind: {
    pdata: { rva: 0x9000, bytes: new Uint8Array(120) },
    xdata: { rva: 0xa000, bytes: new Uint8Array(80) },
  },
  rearranged: {
    sections: [{ name: '.text', rva: 0x1000, size: 0x8000 }],
    toSource: [[0x1000, 0x1000]],
    fromSource: [[0x1000, 0x1000]],
  },
});

/** Counts what is read, so that a loop or a huge allocation shows as a number. */
function watched(bytes: Uint8Array): { source: ByteSource; read: () => number } {
  const inner = bytesSource(bytes, 'hostile.pdb');
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

/** Runs a question; anything thrown that is no typed error about the file fails the test. */
function ask(question: () => void): void {
  try {
    question();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Failure);
    expect((thrown as Failure).code).toMatch(/^(SymbolsUnreadable|LayoutOutOfBounds)$/);
  }
}

function expectHarmless(bytes: Uint8Array, probes: readonly number[] = []): void {
  const { source, read } = watched(bytes);
  ask(() => {
    const pdb = openPdb(source);
    for (const rva of [0, 0x1000, 0x1031, 0x5fff, 0x8fff, 0xffff_ffff, ...probes])
      ask(() => pdb.nearest(rva));
    for (const name of ['Function1', 'Function599', 'none']) ask(() => pdb.named(name));
    ask(() => {
      let symbols = 0;
      for (const symbol of pdb.symbols()) {
        symbols++;
        expect(symbol.name.length).toBeLessThanOrEqual(0x10000);
      }
      expect(symbols).toBeLessThanOrEqual(bytes.length / 4);
    });
    ask(() => pdb.unwindCopies());
  });
  expect(read()).toBeLessThan(bytes.length * 40 + 0x10_0000);
}

const extreme = fc.constantFrom(0, 1, 2, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff);
const word = fc.oneof(extreme, fc.nat(0xffff_ffff), fc.nat(0x20000));

describe('a PDB whose bytes are changed', () => {
  it('a PDB whose bytes are changed anywhere, is harmless', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(PDB.length - 1), fc.nat(255)), { maxLength: 12 }), (changes) => {
        const bytes = Uint8Array.from(PDB);
        for (const [at, value] of changes) bytes[at] = value;
        expectHarmless(bytes);
      }),
      { numRuns: 400 },
    );
  });

  it('a PDB whose bytes are changed in the words of its tables, is harmless', () => {
    // The streams are small and start their blocks: the first words of each block are headers, directories and maps.
    const places = Array.from({ length: PDB.length / 4096 }, (_, block) => block * 4096);
    const change = fc.tuple(fc.constantFrom(...places), fc.nat(40), word);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(PDB);
        const data = new DataView(bytes.buffer);
        for (const [block, index, value] of changes) data.setUint32(block + index * 4, value, true);
        expectHarmless(bytes);
      }),
      { numRuns: 600 },
    );
  });

  it('a PDB whose bytes are changed in its super block, is harmless', () => {
    fc.assert(
      fc.property(fc.nat(5), word, fc.nat(PDB.length), (field, value, size) => {
        const bytes = PDB.slice(0, size % 2 === 0 ? PDB.length : Math.max(64, size));
        new DataView(bytes.buffer).setUint32(32 + field * 4, value, true);
        expectHarmless(bytes);
      }),
      { numRuns: 600 },
    );
  });
});

describeWith(['clang'], 'a PDB with full debug information whose bytes are changed', () => {
  const image = linkImage([], ['-g']);
  const original = new Uint8Array(image.pdb);
  image.remove();
  const functions = [...openPdb(bytesSource(original)).symbols()].map(({ rva }) => rva);

  it('a PDB with full debug information whose bytes are changed is harmless', () => {
    const place = fc.tuple(fc.nat(original.length / 4096 - 1), fc.nat(1023));
    fc.assert(
      fc.property(fc.array(fc.tuple(place, word), { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(original);
        const data = new DataView(bytes.buffer);
        for (const [[block, index], value] of changes) data.setUint32(block * 4096 + index * 4, value, true);
        expectHarmless(bytes, functions.slice(-4));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a PDB that is cut off', () => {
  it.each([0, 1, 31, 32, 55, 56, 4095, 4096, 20_000, PDB.length - 1])(
    'a PDB that is cut off after %i bytes is refused',
    (length) => {
      expect(() => openPdb(bytesSource(PDB.subarray(0, length), 'cut.pdb'))).toThrow(
        expect.objectContaining({ code: 'SymbolsUnreadable' }),
      );
    },
  );
});

describe('a file that is something else', () => {
  it.each([
    ['Microsoft C/C++ program database 2.00\r\n\x1aJG', /before Visual C\+\+ 7/],
    ['Microsoft MSFZ Container\r\n\x1aXYZ', /compressed PDB \(MSFZ\) of an unknown kind/],
    ['MSCF', /a cabinet/],
    ['BSJB', /portable PDB/],
    ['MZ', /executable image/],
    ['<html>', /not a PDB/],
  ])('%j is refused by name', (start, pattern) => {
    const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(4096)]);
    expect(() => openPdb(bytesSource(bytes, 'other.pdb'))).toThrow(pattern);
  });
});
