import { loadedImage, type SimulatedImage } from './loaded-images.ts';
import { MODULES, USER_MODULES } from './modules.ts';

/** Every module of the simulated kernel in load order. */
export function kernelImages(): readonly SimulatedImage[] {
  return MODULES.map(loadedImage);
}

/** The images of the IIS worker in load order, at the same addresses in every process, as Windows does it. */
export function userImages(): readonly SimulatedImage[] {
  return USER_MODULES.map(loadedImage);
}
