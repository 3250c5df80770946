import type { Pdb } from '../pdb/pdb-file.ts';
import { openTypeLibrary, type TypeLibrary } from './type-library.ts';

const libraries = new WeakMap<Pdb, TypeLibrary>();

/**
 * The types of an open PDB, opened once.
 * @throws Failure SymbolsUnreadable
 */
export function typesOfPdb(pdb: Pdb): TypeLibrary {
  const known = libraries.get(pdb) ?? openTypeLibrary(pdb.typeStream());
  libraries.set(pdb, known);
  return known;
}
