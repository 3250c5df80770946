import path from 'node:path';
import type { ByteSource } from '../binary/byte-source.ts';
import { Failure } from '../contract/failure.ts';
import {
  type ImageIdentity,
  imageStoreKey,
  type PdbIdentity,
  pdbStoreKey,
  requirePdbIdentity,
} from './identity.ts';
import type { ModuleReference } from './module-files.ts';
import { openPdb, type Pdb } from './pdb/pdb-file.ts';
import { pdbReferenceOf } from './pe/debug-directory.ts';
import { openImage, type PeImage } from './pe/image.ts';
import { fileNameOf } from './store/file-names.ts';
import type { FileSearch } from './store/found-file.ts';
import type { FileQuery } from './symbol-finder.ts';

function acceptImage(wanted: ImageIdentity) {
  return (source: ByteSource): PeImage => {
    const image = openImage(source);
    const { timeDateStamp, sizeOfImage } = image;
    if (timeDateStamp === wanted.timeDateStamp && sizeOfImage === wanted.sizeOfImage) return image;
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

function acceptPdb(wanted: PdbIdentity) {
  return (source: ByteSource): Pdb => {
    const pdb = openPdb(source);
    requirePdbIdentity(source.name, pdb.identity, wanted);
    return pdb;
  };
}

type ImageQuery = FileQuery<PeImage>;
type PdbQuery = FileQuery<Pdb>;

/** How the image of a module is sought; undefined where nothing says which build it is. */
export function imageQuery(module: ModuleReference): ImageQuery | undefined {
  const name = fileNameOf(module.file);
  if (name === undefined || module.image === undefined) return undefined;
  return {
    kind: 'images',
    file: { name, key: imageStoreKey(module.image) },
    accept: acceptImage(module.image),
    folders: (module.localImages ?? []).map((file) => path.dirname(file)),
  };
}

/** How the PDB of a module is sought: as somebody wrote it down, or as the image says. */
export function pdbQuery(module: ModuleReference, image: FileSearch<PeImage>): PdbQuery | undefined {
  const reference = image.found && pdbReferenceOf(image.found.value);
  const identity = module.pdb ?? reference;
  const name = fileNameOf(module.pdb?.name ?? reference?.path ?? '');
  if (identity === undefined || name === undefined) return undefined;
  return {
    kind: 'symbols',
    file: { name, key: pdbStoreKey(identity) },
    accept: acceptPdb(identity),
    ...(image.found && { folders: [path.dirname(image.found.path)] }),
  };
}
