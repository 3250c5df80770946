import { type VirtualAddress, virtualAddress } from '../binary/address.ts';

/** A driver, or the kernel itself, that was loaded when the dump was taken. */
export interface LoadedDriver {
  /** As the kernel names it, `\SystemRoot\system32\ntoskrnl.exe`; empty when the dump does not hold the name. */
  readonly path: string;
  readonly base: VirtualAddress;
  readonly entryPoint: VirtualAddress;
  /** SizeOfImage, bytes. */
  readonly size: number;
  readonly checkSum: number;
  /** Seconds since 1970, or a hash of the image: many builds are reproducible. Either way it identifies the file. */
  readonly timeDateStamp: number;
}

export interface UnloadedDriver {
  readonly name: string;
  readonly start: VirtualAddress;
  readonly end: VirtualAddress;
}

/** The file name of a path of either kind of slash. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

/** The driver with the image that holds `address`. */
export function driverAt(drivers: readonly LoadedDriver[], address: bigint): LoadedDriver | undefined {
  return drivers.find(({ base, size }) => address >= base && address < virtualAddress(base + BigInt(size)));
}
