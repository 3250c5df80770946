import type { ByteSource } from '../../../src/binary/byte-source.ts';
import { writePdb } from '../../../src/simulator/synth/images/pdb-writer.ts';
import { type PdbIdentity, pdbStoreKey, requirePdbIdentity } from '../../../src/symbols/identity.ts';
import { openPdb, type Pdb } from '../../../src/symbols/pdb/pdb-file.ts';

export const IDENTITY: PdbIdentity = { guid: 'ABCDEF0123456789ABCDEF0123456789', age: 0x1a };
/** The file that the tests look for, and where stores keep it. */
export const NAME = 'Driver.pdb';
export const KEY = pdbStoreKey(IDENTITY);

export function samplePdb(identity: PdbIdentity = IDENTITY): Uint8Array {
  return writePdb({
    ...identity,
    sections: [{ name: '.text', rva: 0x1000, size: 0x40000 }],
    publics: Array.from({ length: 4000 }, (_, index) => ({
      name: `Function${index}`,
      rva: 0x1000 + index * 16,
    })),
  });
}

/** Accepts the PDB of `IDENTITY` alone. */
export function acceptSample(source: ByteSource): Pdb {
  const pdb = openPdb(source);
  requirePdbIdentity(source.name, pdb.identity, IDENTITY);
  return pdb;
}
