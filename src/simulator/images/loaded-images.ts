import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { type BuiltImage, buildImage } from './build-image.ts';
import { MODULES, type ModulePlan, USER_MODULES } from './modules.ts';

/** An image at the address where the simulated machine loaded it. */
export interface SimulatedImage extends BuiltImage {
  readonly base: VirtualAddress;
}

const KERNEL_BASE = virtualAddress(0xfffff804_7b600000n);
const USER_BASE = virtualAddress(0x00007ffc_1a000000n);
/** Modules are this far apart; every image here is smaller. */
const SPACING = 0x200000;

const loaded = new Map<ModulePlan, SimulatedImage>();

/** A module in its place; it is built once for the life of the process. */
export function loadedImage(module: ModulePlan): SimulatedImage {
  const known = loaded.get(module);
  if (known !== undefined) return known;
  const place = MODULES.indexOf(module);
  const base =
    place < 0
      ? addressAt(USER_BASE, USER_MODULES.indexOf(module) * SPACING)
      : addressAt(KERNEL_BASE, place * SPACING);
  const image = { ...buildImage(module), base };
  loaded.set(module, image);
  return image;
}

/** By the name before `!` in a frame. */
export function imageNamed(name: string): SimulatedImage {
  const module = [...MODULES, ...USER_MODULES].find((candidate) => candidate.name === name);
  if (module === undefined) throw new RangeError(`the simulated machine has no module ${name}`);
  return loadedImage(module);
}
