import type { LiveDriver } from '../../machine/port.ts';
import { kernelImages } from './kernel-images.ts';

/** The loaded kernel modules as the port lists them, with the identities of their files on the simulated disk. */
export function loadedDrivers(): LiveDriver[] {
  return kernelImages().map(({ module, base, imageSize, timeDateStamp, checkSum, guid, age }) => ({
    name: module.file,
    path: module.path,
    base,
    imageSize,
    timeDateStamp,
    checkSum,
    pdb: { name: module.pdbName, guid, age },
  }));
}
