import type { LoadedDriver } from '../dump/modules.ts';
import type { Pdb } from '../symbols/pdb/pdb-file.ts';
import type { PeImage } from '../symbols/pe/image.ts';
import type { FetchFrom } from '../symbols/symbol-library.ts';

/** The files of one loaded image that were found and are the right ones. */
export interface ImageFiles {
  readonly image?: PeImage;
  readonly pdb?: Pdb;
}

/**
 * Finds the files of loaded images by identity: in a symbol store, in a folder, in a test. How, and where it looked,
 * is the finder's own business.
 */
export interface ModuleFileFinder {
  /**
   * What this machine holds. `image` is the image in the dump's own memory, where it holds one: it names the
   * PDB even when no file is there.
   */
  find(driver: LoadedDriver, image: PeImage | undefined): ImageFiles;
  /** The same, as far as it takes no time; undefined where a file must be expanded or copied first, which `fetch` does in turns. */
  findAtHand?(driver: LoadedDriver, image: PeImage | undefined): ImageFiles | undefined;
  /** The same after all that takes time; undefined when there is nothing more to ask. */
  fetch?(driver: LoadedDriver, image: PeImage | undefined, from?: FetchFrom): Promise<ImageFiles | undefined>;
}

export const NO_FILES: ModuleFileFinder = { find: () => ({}) };
