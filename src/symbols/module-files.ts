import type { ImageIdentity, PdbIdentity } from './identity.ts';
import type { Pdb } from './pdb/pdb-file.ts';
import type { PdbSection } from './pdb/sections.ts';
import type { PeImage } from './pe/image.ts';
import type { LookedPlace } from './store/found-file.ts';

/** An image as a dump or a machine names it. */
export interface ModuleReference {
  /** File name, or the path that was recorded. */
  readonly file: string;
  readonly image?: ImageIdentity;
  /** The PDB, where a manifest names it: triage dumps do not hold it. */
  readonly pdb?: PdbIdentity & { readonly name: string };
  /** The section table of the image in memory, for a PDB that has none. */
  readonly sections?: readonly PdbSection[];
  /** Files of this machine that may be the image. */
  readonly localImages?: readonly string[];
}

/** Why a file of a module is not at hand. */
export interface MissingFile {
  readonly what: 'image' | 'pdb';
  /** Every place that was asked; empty when nothing shows which file it would be. */
  readonly looked: readonly LookedPlace[];
  /** Where `looked` is empty, or beside it. */
  readonly reason?: string;
}

/** What there is for one module. */
export interface ModuleFiles {
  readonly image?: PeImage;
  readonly imagePath?: string;
  readonly pdb?: Pdb;
  readonly pdbPath?: string;
  readonly missing: readonly MissingFile[];
}
