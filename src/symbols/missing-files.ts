import { orUndefined } from '../contract/failure.ts';
import type { MissingFile, ModuleFiles, ModuleReference } from './module-files.ts';
import { hasExports } from './pe/exports.ts';
import type { PeImage } from './pe/image.ts';
import { fileNameOf } from './store/file-names.ts';
import type { LookedPlace } from './store/found-file.ts';

/** The warning about a module without all of its files, once a module. */
export interface MissingNotice {
  readonly message: string;
  readonly advice: string;
}

/** A list in a sentence stays readable up to here. */
const MOST_PLACES = 6;

function placeText({ place, result, reason }: LookedPlace): string {
  return result === 'refused' ? `${place} (${reason ?? 'refused'})` : place;
}

/** Where a file was looked for, or why it was not. */
export function searchText({ looked, reason }: MissingFile): string {
  if (looked.length === 0) return reason ?? 'no folder or store was given to look into';
  const shown = looked.slice(0, MOST_PLACES).map(placeText).join('; ');
  const more = looked.length > MOST_PLACES ? `; and ${looked.length - MOST_PLACES} more places` : '';
  return `looked in ${shown}${more}`;
}

/** What is at hand besides the files. */
export interface NoticeOptions {
  /** The image in the dump itself. */
  readonly inMemory?: PeImage | undefined;
  /** The processor keeps a chain of frame pointers, which is followed where unwind data is missing. */
  readonly frameChain?: boolean | undefined;
}

const canNameByExports = (image: PeImage | undefined) =>
  image !== undefined && orUndefined(() => hasExports(image)) === true;

/**
 * The notice for a module, or undefined where nothing that matters is missing: a PDB with copies of the unwind data
 * replaces the image. A file that was there and was refused is always reported.
 */
export function missingNotice(
  module: ModuleReference,
  files: ModuleFiles,
  { inMemory, frameChain = false }: NoticeOptions = {},
): MissingNotice | undefined {
  const copies = files.pdb && orUndefined(() => files.pdb?.unwindCopies());
  const canUnwind = inMemory !== undefined || files.image !== undefined || copies !== undefined;
  const matters = ({ what, looked }: MissingFile) =>
    what === 'pdb' || !canUnwind || looked.some(({ result }) => result === 'refused');
  const missing = files.missing.filter(matters);
  if (missing.length === 0) return undefined;
  const name = fileNameOf(module.file) ?? module.file;
  const sentences = missing.map((each) => {
    const what = each.what === 'pdb' ? 'Its PDB' : 'The image';
    return `${what} was not found: ${searchText(each)}.`;
  });
  const effects = [
    files.pdb !== undefined
      ? ''
      : canNameByExports(files.image ?? inMemory)
        ? 'is named by its exports alone'
        : 'has no names',
    canUnwind
      ? ''
      : frameChain
        ? 'is walked by its frame pointers'
        : 'can only be scanned for return addresses',
  ].filter((text) => text !== '');
  const effect = effects.length === 0 ? ':' : ` ${effects.join(' and ')}.`;
  return {
    message: `${name}${effect} ${sentences.join(' ')}`,
    advice:
      'Give {option:symbol-path}, for example srv*https://msdl.microsoft.com/download/symbols, or {option:image-path} with the folder of the driver.',
  };
}
