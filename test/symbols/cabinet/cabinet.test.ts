import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { atOnce } from '../../../src/binary/steps.ts';
import { Failure } from '../../../src/contract/failure.ts';
import { writePdb } from '../../../src/simulator/synth/images/pdb-writer.ts';
import { expandCabinet } from '../../../src/symbols/cabinet/cabinet.ts';
import { describeWith } from '../../support/equipment.ts';
import { ensureWine, runWindowsProgram } from '../../support/wine.ts';
import { writeCabinet } from './cabinet-writer.ts';

const content = Buffer.from(
  writePdb({
    guid: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
    age: 1,
    sections: [{ name: '.text', rva: 0x1000, size: 0x100000 }],
    publics: Array.from({ length: 5000 }, (_, index) => ({
      name: `Function${index}`,
      rva: 0x1000 + index * 16,
    })),
  }),
);
const expand = (cabinet: Uint8Array) => atOnce(expandCabinet(bytesSource(cabinet, 'sample.pd_')));

describe('a compressed symbol file', () => {
  it.each([
    ['MSZIP with references between blocks', {}],
    ['stored', { compression: 0 }],
    ['MSZIP with room for an application', { reserve: 6 }],
    ['MSZIP without checksums', { checksums: false }],
  ])('a compressed symbol file of %s expands to what went in', (_, options) => {
    const { name, bytes } = expand(writeCabinet('sample.pdb', content, options));
    expect(name).toBe('sample.pdb');
    expect(Buffer.from(bytes).equals(content)).toBe(true);
  });

  it.each([
    [3, /LZX/],
    [2, /Quantum/],
  ])(
    'a compressed symbol file with compression %i is refused by name, with what to do',
    (compression, pattern) => {
      const cabinet = writeCabinet('sample.pdb', content);
      cabinet.writeUInt16LE(compression | 0x1500, 36 + 6);
      expect(() => expand(cabinet)).toThrow(pattern);
      expect(() => expand(cabinet)).toThrow(expect.objectContaining({ code: 'SymbolsUnreadable' }));
    },
  );

  it('a compressed symbol file that names a wrong size is refused before memory is taken', () => {
    const cabinet = writeCabinet('sample.pdb', content);
    cabinet.writeUInt32LE(0xfffffff0, 36 + 8);
    expect(() => expand(cabinet)).toThrow(/claims to hold/);
  });

  it('a compressed symbol file with one changed byte of data is found out by its checksum', () => {
    const cabinet = writeCabinet('sample.pdb', content);
    const at = cabinet.length - 100;
    cabinet[at] = (cabinet[at] ?? 0) ^ 0x10;
    expect(() => expand(cabinet)).toThrow(/checksum/);
  });

  it('a compressed symbol file that is damaged in any way gives a typed error or bytes of the size it names', () => {
    const small = writeCabinet('sample.pdb', content.subarray(0, 0x9000), { checksums: false });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(small.length),
        (changes, cut) => {
          const damaged = Buffer.from(small.subarray(0, cut % 3 === 0 ? cut : small.length));
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
          try {
            expect(expand(damaged).bytes.length).toBeLessThanOrEqual(small.length * 200);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Failure);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describeWith(['wine', 'mingw'], "a cabinet that Wine's cabarc made", () => {
  beforeAll(ensureWine);

  it("a cabinet that Wine's cabarc made expands to what went in", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-cab-'));
    try {
      writeFileSync(path.join(folder, 'sample.pdb'), content);
      const { status } = await runWindowsProgram(
        'cabarc.exe',
        ['-m', 'mszip', 'n', 'sample.pd_', 'sample.pdb'],
        { cwd: folder },
      );
      expect(status).toBe(0);
      const cabinet = readFileSync(path.join(folder, 'sample.pd_'));
      expect(cabinet.length).toBeLessThan(content.length / 2);
      expect(Buffer.from(expand(cabinet).bytes).equals(content)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
