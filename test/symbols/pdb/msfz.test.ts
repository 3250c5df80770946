import { readFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { Failure } from '../../../src/contract/failure.ts';
import { writePdb } from '../../../src/simulator/synth/images/pdb-writer.ts';
import { openMsfz } from '../../../src/symbols/pdb/msfz.ts';
import { openPdb } from '../../../src/symbols/pdb/pdb-file.ts';
import { typedLayouts } from '../../../src/symbols/types/structure-layouts.ts';
import { openTypeLibrary } from '../../../src/symbols/types/type-library.ts';
import { describeWith, sharedData } from '../../support/equipment.ts';
import { type MsfzOptions, streamsOf, writeMsfz } from './msfz-writer.ts';

const PDB = writePdb({
  guid: '0F1E2D3C4B5A69788796A5B4C3D2E1F0',
  age: 3,
  sections: [{ name: '.text', rva: 0x1000, size: 0x10000 }],
  publics: Array.from({ length: 2000 }, (_, index) => ({
    name: `Function${index}`,
    rva: 0x1000 + index * 16,
  })),
  types: [{ name: '_ONE', size: 8, members: [{ name: 'Two', offset: 4, type: 'u32' }] }],
});
const STREAMS = streamsOf(PDB);

const SHAPES: ReadonlyArray<readonly [string, MsfzOptions]> = [
  ['by Zstandard', {}],
  ['by deflate', { method: 'deflate' }],
  ['not at all', { method: 'none' }],
  ['but for its directory', { directoryMethod: 'none' }],
  ['in small chunks', { chunkBytes: 1000 }],
  ['in fragments that end anywhere', { chunkBytes: 1024, fragmentBytes: 700 }],
  ['but for some streams', { plain: new Set([1, 3, 7]), fragmentBytes: 5000 }],
];

describe('a compressed PDB', () => {
  it.each(SHAPES)(
    'a compressed PDB that is packed %s has the bytes of the plain one at every place',
    (_how, options) => {
      const streams = [...STREAMS, undefined, new Uint8Array(0)];
      const file = openMsfz(bytesSource(writeMsfz(streams, options), 'packed.pdb'));
      expect(file.streamCount).toBe(streams.length);
      for (const [index, expected] of streams.entries()) {
        const stream = file.stream(index);
        expect(stream?.size).toBe(expected?.length);
        if (stream === undefined || expected === undefined) continue;
        for (const length of [1, 4, 900, 3000, expected.length]) {
          for (
            let at = 0;
            at + length <= expected.length;
            at += Math.max(1, Math.floor(expected.length / 50))
          )
            expect(Buffer.compare(stream.read(at, length), expected.subarray(at, at + length))).toBe(0);
        }
      }
      expect(file.stream(0xffff)).toBeUndefined();
    },
  );

  it('a compressed PDB gives its identity, names and types as the plain one does', () => {
    const plain = openPdb(bytesSource(PDB));
    const packed = openPdb(bytesSource(writeMsfz(STREAMS, { chunkBytes: 4096 })));
    expect(packed.identity).toEqual(plain.identity);
    expect([...packed.symbols()]).toEqual([...plain.symbols()]);
    expect(packed.nearest(0x1234)).toEqual(plain.nearest(0x1234));
    expect(typedLayouts(openTypeLibrary(packed.typeStream())).offsetOf('_ONE', 'Two')).toBe(4);
  });

  it('a compressed PDB unpacks only the chunks that are asked for', () => {
    const bytes = writeMsfz(STREAMS, { chunkBytes: 4096 });
    let read = 0;
    const inner = bytesSource(bytes);
    const counting = {
      ...inner,
      read: (offset: number, length: number) => {
        read += length;
        return inner.read(offset, length);
      },
    };
    openMsfz(counting).stream(1)?.read(0, 16);
    expect(read).toBeLessThan(bytes.length / 4);
  });

  it('a compressed PDB is refused when its version is not known', () => {
    const bytes = writeMsfz(STREAMS);
    bytes.writeUInt32LE(1, 32);
    expect(() => openPdb(bytesSource(bytes, 'new.pdb'))).toThrow(
      /version 1 of the compressed container is not known/,
    );
  });

  it('a compressed PDB is refused when it is packed by a method that is not known', () => {
    const bytes = writeMsfz(STREAMS);
    bytes.writeUInt32LE(9, 60);
    expect(() => openPdb(bytesSource(bytes, 'new.pdb'))).toThrow(/unknown method 9/);
  });
});

describeWith(['shared-data'], 'the public PDB of a Windows driver, compressed', () => {
  it('the public PDB of a Windows driver, compressed gives the names of the plain one', () => {
    const folder = path.join(sharedData, 'symbols', 'amdppm.pdb', '1C19FDDB27BB3399D9B45973EFEAFCF31');
    const bytes = readFileSync(path.join(folder, 'amdppm.pdb'));
    const packed = writeMsfz(streamsOf(bytes), { chunkBytes: 0x40000 });
    expect(packed.length).toBeLessThan(bytes.length / 2);
    expect([...openPdb(bytesSource(packed)).symbols()]).toEqual([...openPdb(bytesSource(bytes)).symbols()]);
  });
});

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
  ask(() => {
    const file = openMsfz(bytesSource(bytes, 'hostile.pdb'));
    for (let index = 0; index < Math.min(file.streamCount, 40); index++) {
      ask(() => {
        const stream = file.stream(index);
        if (stream === undefined) return;
        expect(stream.size).toBeLessThanOrEqual(bytes.length * 65 + 0x100_0000);
        ask(() => stream.read(0, Math.min(stream.size, 100)));
        ask(() => stream.read(Math.max(0, stream.size - 100), Math.min(stream.size, 100)));
        ask(() => stream.read(0, Math.min(stream.size, 0x10_0000)));
      });
    }
    ask(() => openPdb(bytesSource(bytes)).nearest(0x1234));
  });
}

describe('a compressed PDB whose bytes are changed', () => {
  const small = STREAMS.map((stream) => stream?.subarray(0, 3000));
  const word = fc.oneof(
    fc.constantFrom(0, 1, 0xff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff),
    fc.nat(0xffff_ffff),
    fc.nat(5000),
  );
  // Not packed, so that changes reach the directory and the streams.
  const original = writeMsfz(small, { method: 'none', chunkBytes: 1000, fragmentBytes: 900 });
  const packed = writeMsfz(small, { chunkBytes: 1000 });

  it.each([
    ['plain inside', original],
    ['packed inside', packed],
  ])('a compressed PDB whose bytes are changed anywhere is harmless (%s)', (_kind, from) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(from.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = Uint8Array.from(from);
          for (const [at, value] of changes) bytes[at] = value;
          expectHarmless(bytes);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('a compressed PDB whose bytes are changed in its header, table and directory is harmless', () => {
    const tableAt = Number(original.readBigUInt64LE(48));
    const places = [
      ...Array.from({ length: 12 }, (_, index) => 32 + index * 4),
      ...Array.from(
        { length: Math.floor((original.length - tableAt) / 4) },
        (_, index) => tableAt + index * 4,
      ),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), word), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const bytes = Buffer.from(original);
          for (const [at, value] of changes) bytes.writeUInt32LE(value, at);
          expectHarmless(bytes);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('a compressed PDB whose bytes are changed and cut off is refused or harmless', () => {
    for (let length = 0; length < packed.length; length += 7) expectHarmless(packed.subarray(0, length));
  });
});

describe('a compressed PDB that is made to fill memory', () => {
  /** A container of one stream over one chunk, whose table states `size`. */
  function bomb(chunk: Buffer, size: number, copies = 1): Buffer {
    const bytes = writeMsfz([new Uint8Array(16)], { directoryMethod: 'none' });
    const tableAt = bytes.length;
    const entry = Buffer.alloc(20);
    entry.writeBigUInt64LE(BigInt(tableAt + 20 * copies));
    entry.writeUInt32LE(1, 8);
    entry.writeUInt32LE(chunk.length, 12);
    entry.writeUInt32LE(size, 16);
    bytes.writeBigUInt64LE(BigInt(tableAt), 48);
    bytes.writeUInt32LE(copies, 72);
    bytes.writeUInt32LE(20 * copies, 76);
    return Buffer.concat([bytes, ...Array.from({ length: copies }, () => entry), chunk]);
  }
  const zeros = zlib.zstdCompressSync(Buffer.alloc(0x200_0000));

  it('a compressed PDB that is made to fill memory is refused when a chunk claims to be larger than any may be', () => {
    expect(() => openMsfz(bytesSource(bomb(zeros, 0x7fff_ffff)))).toThrow(
      /claims to unpack to 2147483647 bytes/,
    );
  });

  it('a compressed PDB that is made to fill memory is refused when its chunks together are much larger than the file', () => {
    expect(() => openMsfz(bytesSource(bomb(zeros, 0x200_0000)))).toThrow(/claims to unpack/);
  });

  it('a compressed PDB that is made to fill memory is refused when many chunks are the same bytes of the file', () => {
    expect(() => openMsfz(bytesSource(bomb(Buffer.alloc(5000), 16, 200)))).toThrow(/its chunks overlap/);
  });

  it('a compressed PDB that is made to fill memory is refused when a chunk gives more bytes than its table states', () => {
    const file = openMsfz(bytesSource(bomb(zlib.zstdCompressSync(Buffer.alloc(5000)), 16)));
    expect(() => file.stream(0)?.read(0, 16)).toThrow(expect.objectContaining({ code: 'SymbolsUnreadable' }));
  });

  it('a compressed PDB that is made to fill memory is refused when a chunk gives fewer bytes than its table states', () => {
    const file = openMsfz(bytesSource(bomb(zlib.zstdCompressSync(Buffer.alloc(10)), 16)));
    expect(() => file.stream(0)?.read(0, 16)).toThrow(/has 10 bytes, but its table states 16/);
  });
});
