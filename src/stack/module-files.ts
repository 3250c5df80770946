import type { LoadedDriver } from '../dump/modules.ts';
import type { Pdb } from '../symbols/pdb/pdb-file.ts';
import type { PeImage } from '../symbols/pe/image.ts';

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
   * What is at hand without waiting. `image` is the image in the dump's own memory, where it holds one: it names the
   * PDB even when no file is there.
   */
  find(driver: LoadedDriver, image: PeImage | undefined): ImageFiles;
  /** The same after asking symbol servers; undefined when there is nothing more to ask. */
  fetch?(driver: LoadedDriver, image: PeImage | undefined): Promise<ImageFiles | undefined>;
}

export const NO_FILES: ModuleFileFinder = { find: () => ({}) };
