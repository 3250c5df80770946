import { addressAt, type VirtualAddress, virtualAddress } from '../../../binary/address.ts';
import { type BuiltImage, buildImage } from './build-image.ts';
import { owningFrame } from './call-sites.ts';
import { MODULES, type ModulePlan } from './modules.ts';
import type { PlacedFunction } from './place-functions.ts';

/** An image at the address where the simulated kernel loaded it. */
export interface LoadedImage extends BuiltImage {
  readonly base: VirtualAddress;
}

/** A line of a call chain as code: which function, how far in, at which address. */
export interface CodePlace {
  readonly target: PlacedFunction;
  readonly offset: number;
  readonly address: VirtualAddress;
}

const KERNEL_BASE = virtualAddress(0xfffff804_7b600000n);
/** Modules lie this far apart; every image here is smaller. */
const SPACING = 0x200000;

const loaded = new Map<ModulePlan, LoadedImage>();

function loadedImage(module: ModulePlan): LoadedImage {
  const known = loaded.get(module);
  if (known !== undefined) return known;
  const base = addressAt(KERNEL_BASE, MODULES.indexOf(module) * SPACING);
  const image = { ...buildImage(module), base };
  loaded.set(module, image);
  return image;
}

/** Every module of the simulated kernel in load order; each is built once for the life of the process. */
export function kernelImages(): readonly LoadedImage[] {
  return MODULES.map(loadedImage);
}

function imageNamed(name: string): LoadedImage {
  const module = MODULES.find((candidate) => candidate.name === name);
  if (module === undefined) throw new RangeError(`the simulated kernel has no module ${name}`);
  return loadedImage(module);
}

/** Where the code of a chain's line lies. */
export function codePlace(line: string): CodePlace {
  const frame = owningFrame(line);
  const image = imageNamed(frame.module);
  const target = image.functions.get(frame.symbol);
  if (target === undefined) throw new RangeError(`the simulated kernel has no function for ${line}`);
  return { target, offset: frame.offset, address: addressAt(image.base, target.rva + frame.offset) };
}

/** The address of one of the kernel's global variables. */
export function kernelVariable(name: string): VirtualAddress {
  const kernel = imageNamed('nt');
  const variable = kernel.data.get(name);
  if (variable === undefined) throw new RangeError(`the simulated kernel has no variable ${name}`);
  return addressAt(kernel.base, variable);
}
