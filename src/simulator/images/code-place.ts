import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { owningFrame } from './call-sites.ts';
import { imageNamed } from './loaded-images.ts';
import type { PlacedFunction } from './place-functions.ts';

/** A line of a call chain as code: which function, how far in, at which address. */
export interface CodePlace {
  readonly target: PlacedFunction;
  readonly offset: number;
  readonly address: VirtualAddress;
}

const places = new Map<string, CodePlace>();

/** Where the code of a chain's line is; the same object for the same line. */
export function codePlace(line: string): CodePlace {
  const known = places.get(line) ?? findPlace(line);
  places.set(line, known);
  return known;
}

function findPlace(line: string): CodePlace {
  const frame = owningFrame(line);
  const image = imageNamed(frame.module);
  const target = image.functions.get(frame.symbol);
  if (target === undefined) throw new RangeError(`the simulated machine has no function for ${line}`);
  return { target, offset: frame.offset, address: addressAt(image.base, target.rva + frame.offset) };
}

/** The address of one of the kernel's global variables. */
export function kernelVariable(name: string): VirtualAddress {
  const kernel = imageNamed('nt');
  const variable = kernel.data.get(name);
  if (variable === undefined) throw new RangeError(`the simulated kernel has no variable ${name}`);
  return addressAt(kernel.base, variable);
}
