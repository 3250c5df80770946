import { loadedImage, type SimulatedImage } from './images/loaded-images.ts';
import { MODULES, type ModulePlan, USER_MODULES } from './images/modules.ts';

/** Images and PDBs of the simulated machine, looked up as a symbol store would be. */
export interface SimulatedImages {
  /** The file of an image, when name, time stamp and size all fit. */
  open(name: string, timeDateStamp: number, imageSize: number): Uint8Array | undefined;
  /** The PDB with this name and identity; `guid` with or without dashes, any case. */
  pdb(name: string, guid: string, age: number): Uint8Array | undefined;
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Only the image that is asked for is built. */
function imageWhere(fits: (module: ModulePlan) => boolean): SimulatedImage | undefined {
  const module = MODULES.find(fits) ?? USER_MODULES.find(fits);
  return module && loadedImage(module);
}

/**
 * The replacement of a symbol store for a dump that is marked as simulated: all scenarios run the same
 * kernel.
 */
export function simulatedImages(): SimulatedImages {
  return {
    open(name, timeDateStamp, imageSize) {
      const image = imageWhere(({ file }) => sameText(file, name));
      const fits = image?.timeDateStamp === timeDateStamp && image.imageSize === imageSize;
      return fits ? image.file : undefined;
    },
    pdb(name, guid, age) {
      const wanted = guid.replace(/[{}-]/g, '');
      const image = imageWhere(({ pdbName }) => sameText(pdbName, name));
      return image !== undefined && sameText(image.guid, wanted) && image.age === age
        ? image.pdb()
        : undefined;
    },
  };
}
