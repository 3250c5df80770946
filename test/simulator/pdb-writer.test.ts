import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { type PdbContent, writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { describeWith } from '../support/equipment.ts';
import { placedPublics, readWithLlvm } from '../symbols/pdb/llvm-pdbutil.ts';

const SECTIONS = [
  { name: '.text', rva: 0x1000, size: 0x40000 },
  { name: '.data', rva: 0x41000, size: 0x2000, characteristics: 0xc0000040 },
  { name: 'PAGE', rva: 0x43000, size: 0x9000 },
];

const CONTENT: PdbContent = {
  guid: '0F1E2D3C4B5A69788796A5B4C3D2E1F0',
  age: 2,
  infoAge: 9,
  sections: SECTIONS,
  publics: [
    { name: 'KeWaitForSingleObject', rva: 0x1000 },
    { name: 'aLongData', rva: 0x41010, isFunction: false },
    { name: '?put@Queue@@QEAAHH@Z', rva: 0x43210 },
    ...Array.from({ length: 6000 }, (_, index) => ({ name: `Generated${index}`, rva: 0x2000 + index * 16 })),
  ],
  unwind: {
    pdata: { rva: 0x9000, bytes: Uint8Array.of(0, 0x10, 0, 0, 0x10, 0x10, 0, 0, 0, 0xa0, 0, 0) },
    xdata: { rva: 0xa000, bytes: Uint8Array.of(1, 0, 0, 0) },
  },
};

describeWith(['llvm'], 'a PDB of the simulated machine', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-pdb-'));
  const file = path.join(folder, 'written.pdb');
  beforeAll(() => writeFileSync(file, writePdb(CONTENT)));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a PDB of the simulated machine is read by llvm-pdbutil with the names, places and sections it was given', () => {
    const oracle = readWithLlvm(file);
    expect(oracle.guid).toBe(CONTENT.guid);
    expect(oracle.sections).toEqual(SECTIONS.map(({ name, rva, size }) => ({ name, rva, size })));
    const given = CONTENT.publics.map(({ name, rva, isFunction = true }) => ({ name, rva, isFunction }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(placedPublics(oracle).sort(byName)).toEqual(given.sort(byName));
  });
});

describe('what the PDB reader makes of it', () => {
  const pdb = openPdb(bytesSource(writePdb(CONTENT), 'written.pdb'));

  it('the PDB reader, given a simulated PDB, names every symbol by address and finds every address by name', () => {
    expect(pdb.identity).toEqual({ guid: CONTENT.guid, age: 2 });
    for (const { name, rva } of CONTENT.publics) {
      expect(pdb.nearest(rva + 7)).toMatchObject({ name, rva });
      expect(pdb.named(name)).toEqual([expect.objectContaining({ rva })]);
    }
    expect(pdb.named('generated17')).toEqual([]);
  });

  it('the PDB reader, given a simulated PDB, has the unwind data', () => {
    expect(pdb.unwindCopies()).toEqual(CONTENT.unwind);
  });

  it('the PDB reader, given a simulated PDB, follows a rearranged image in both directions', () => {
    // Linked: First at 0x1000, Second at 0x1100, Removed at 0x1200. Running: Second moved to 0x5000 and First to 0x5200.
    const moved = openPdb(
      bytesSource(
        writePdb({
          guid: CONTENT.guid,
          age: 1,
          sections: [{ name: '.text', rva: 0x1000, size: 0x1000 }],
          publics: [
            { name: 'First', rva: 0x1000 },
            { name: 'Second', rva: 0x1100 },
            { name: 'Removed', rva: 0x1200 },
          ],
          rearranged: {
            sections: [{ name: '.text', rva: 0x5000, size: 0x1000 }],
            toSource: [
              [0x5000, 0x1100],
              [0x5100, 0],
              [0x5200, 0x1000],
            ],
            fromSource: [
              [0x1000, 0x5200],
              [0x1100, 0x5000],
              [0x1200, 0],
            ],
          },
        }),
      ),
    );
    expect(moved.nearest(0x5010)).toMatchObject({ name: 'Second', rva: 0x5000 });
    expect(moved.nearest(0x5234)).toMatchObject({ name: 'First', rva: 0x5200 });
    expect(moved.nearest(0x5180)).toBeUndefined();
    expect(moved.named('First')).toMatchObject([{ rva: 0x5200 }]);
    expect(moved.named('Removed')).toEqual([]);
    expect([...moved.symbols()].map(({ name }) => name)).toEqual(['First', 'Second']);
  });
});
