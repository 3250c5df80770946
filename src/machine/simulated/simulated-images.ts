import { kernelImages } from './code/kernel-images.ts';

/** Images and PDBs of the simulated machine, looked up as a symbol store would be. */
export interface SimulatedImages {
  /** The file of an image, when name, time stamp and size all fit. */
  open(name: string, timeDateStamp: number, imageSize: number): Uint8Array | undefined;
  /** The PDB with this name and identity; `guid` with or without dashes, any case. */
  pdb(name: string, guid: string, age: number): Uint8Array | undefined;
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * What stands in for a symbol store when a dump says that it is from a simulated machine: all scenarios run the same
 * kernel.
 */
export function simulatedImages(): SimulatedImages {
  return {
    open(name, timeDateStamp, imageSize) {
      const image = kernelImages().find(({ module }) => sameText(module.file, name));
      const fits = image?.timeDateStamp === timeDateStamp && image.imageSize === imageSize;
      return fits ? image.file : undefined;
    },
    pdb(name, guid, age) {
      const wanted = guid.replace(/[{}-]/g, '');
      const image = kernelImages().find(({ module }) => sameText(module.pdbName, name));
      return image !== undefined && sameText(image.guid, wanted) && image.age === age
        ? image.pdb()
        : undefined;
    },
  };
}
