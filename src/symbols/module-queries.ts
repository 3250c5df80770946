import path from 'node:path';
import type { ByteSource } from '../binary/byte-source.ts';
import { Failure, orUndefined } from '../contract/failure.ts';
import {
  describePdbIdentity,
  type ImageIdentity,
  imageStoreKey,
  isSamePdb,
  type PdbIdentity,
  pdbStoreKey,
  requirePdbIdentity,
} from './identity.ts';
import type { ModuleReference } from './module-files.ts';
import { openPdb, type Pdb } from './pdb/pdb-file.ts';
import type { PdbSection } from './pdb/sections.ts';
import { pdbReferenceOf } from './pe/debug-directory.ts';
import { openImage, type PeImage } from './pe/image.ts';
import { fileNameOf } from './store/file-names.ts';
import type { FileSearch } from './store/found-file.ts';
import type { FileQuery } from './symbol-finder.ts';

/**
 * Stamp and size are no proof: reproducible builds, and builds that keep their stamp, share them. Where the dump or its manifest names
 * the PDB, an image that names another one is another build.
 * @throws Failure ImageUnreadable
 */
function requireSamePdb(image: PeImage, pdb: PdbIdentity): void {
  const named = orUndefined(() => pdbReferenceOf(image));
  if (named === undefined || isSamePdb(named, pdb)) return;
  throw new Failure(
    'ImageUnreadable',
    `${image.name} has the stamp and size of the loaded image but names the PDB ${describePdbIdentity(named)}; the loaded image names ${describePdbIdentity(pdb)}`,
    { target: image.name, field: named.guid === pdb.guid ? 'age' : 'guid' },
  );
}

/** Bytes at the end of the last section that a linker may leave out: less than the smallest alignment of sections in a file. */
const UNPADDED = 0x200;

/**
 * The headers of a file that was cut off are those of the whole one.
 * @throws Failure ImageUnreadable
 */
function requireWhole(image: PeImage, size: number): void {
  // A section of zeroes alone has no place in the file.
  const ends = image.sections.map(({ fileOffset, fileSize }) =>
    fileOffset === 0 ? 0 : fileOffset + fileSize,
  );
  const needed = Math.max(0, ...ends);
  if (size + UNPADDED > needed) return;
  throw new Failure(
    'ImageUnreadable',
    `${image.name} is truncated: ${size} bytes of the ${needed} that its sections take`,
    { target: image.name, field: 'SizeOfRawData' },
  );
}

function acceptImage(wanted: ImageIdentity, pdb: PdbIdentity | undefined) {
  return (source: ByteSource): PeImage => {
    const image = openImage(source);
    const { timeDateStamp, sizeOfImage } = image;
    if (timeDateStamp === wanted.timeDateStamp && sizeOfImage === wanted.sizeOfImage) {
      requireWhole(image, source.size);
      if (pdb !== undefined) requireSamePdb(image, pdb);
      return image;
    }
    const is = imageStoreKey({ timeDateStamp, sizeOfImage });
    throw new Failure(
      'ImageUnreadable',
      `${source.name} is the build ${is}, but ${imageStoreKey(wanted)} was loaded`,
      {
        target: source.name,
        field: timeDateStamp === wanted.timeDateStamp ? 'SizeOfImage' : 'TimeDateStamp',
      },
    );
  };
}

/** The section table of an image, as PDBs keep a copy of it. */
export const sectionListOf = (image: PeImage): readonly PdbSection[] =>
  image.sections.map(({ rva, virtualSize, fileSize, executable }) => ({
    rva,
    size: Math.max(virtualSize, fileSize),
    executable,
  }));

function acceptPdb(wanted: PdbIdentity, sections: readonly PdbSection[]) {
  return (source: ByteSource): Pdb => {
    const pdb = openPdb(source, sections);
    requirePdbIdentity(source.name, pdb.identity, wanted);
    return pdb;
  };
}

type ImageQuery = FileQuery<PeImage>;
type PdbQuery = FileQuery<Pdb>;

/** How the image of a module is sought; undefined where nothing shows which build it is. */
export function imageQuery(module: ModuleReference): ImageQuery | undefined {
  const name = fileNameOf(module.file);
  if (name === undefined || module.image === undefined) return undefined;
  return {
    kind: 'images',
    file: { name, key: imageStoreKey(module.image) },
    accept: acceptImage(module.image, module.pdb),
    folders: (module.localImages ?? []).map((file) => path.dirname(file)),
  };
}

/** How the PDB of a module is sought: according to the manifest, or to the image. */
export function pdbQuery(module: ModuleReference, image: FileSearch<PeImage>): PdbQuery | undefined {
  const reference = image.found && pdbReferenceOf(image.found.value);
  const identity = module.pdb ?? reference;
  const name = fileNameOf(module.pdb?.name ?? reference?.path ?? '');
  if (identity === undefined || name === undefined) return undefined;
  const sections = module.sections ?? (image.found ? sectionListOf(image.found.value) : []);
  return {
    kind: 'symbols',
    file: { name, key: pdbStoreKey(identity) },
    accept: acceptPdb(identity, sections),
    ...(image.found && { folders: [path.dirname(image.found.path)] }),
  };
}
