import { Failure } from '../contract/failure.ts';

/**
 * What makes an image or a PDB the right one. Symbol files are never taken by name alone: a driver that was updated
 * keeps its name, and a stack named from the wrong PDB is worse than a stack without names.
 */

/** The PDB that an image was linked with: the RSDS record of its debug directory. */
export interface PdbIdentity {
  /** 32 upper-case hex digits, as symbol stores and the contract spell it. */
  readonly guid: string;
  /** Counts the links that rewrote the PDB. In the PDB it is the age of the DBI stream, not of the info stream. */
  readonly age: number;
}

/** The two header fields by which symbol stores and dumps distinguish builds of an image. */
export interface ImageIdentity {
  /** TimeDateStamp of the file header. For reproducible builds a hash, so it is not read as a date. */
  readonly timeDateStamp: number;
  readonly sizeOfImage: number;
}

const hexOf = (value: number) => (value >>> 0).toString(16);

/** The folder of a PDB in a symbol store: GUID without dashes, then the age in hex (symstore documentation). */
export function pdbStoreKey(identity: PdbIdentity): string {
  return `${identity.guid}${hexOf(identity.age).toUpperCase()}`;
}

/** The folder of an image in a symbol store: stamp as eight hex digits, then the size without padding. */
export function imageStoreKey(identity: ImageIdentity): string {
  return `${hexOf(identity.timeDateStamp).toUpperCase().padStart(8, '0')}${hexOf(identity.sizeOfImage)}`;
}

/** How messages write a PDB's identity. */
export function describePdbIdentity(identity: PdbIdentity): string {
  return `${identity.guid} age ${identity.age}`;
}

export const isSamePdb = (a: PdbIdentity, b: PdbIdentity): boolean => a.guid === b.guid && a.age === b.age;

/**
 * @throws Failure SymbolsUnreadable when `actual`, read from `target`, is not the PDB that the image names
 */
export function requirePdbIdentity(target: string, actual: PdbIdentity, wanted: PdbIdentity): void {
  if (isSamePdb(actual, wanted)) return;
  throw new Failure(
    'SymbolsUnreadable',
    `${target} is ${describePdbIdentity(actual)}, but the image was linked with ${describePdbIdentity(wanted)}`,
    { target, field: actual.guid === wanted.guid ? 'age' : 'guid' },
  );
}
