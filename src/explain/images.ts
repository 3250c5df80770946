import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { baseName, type LoadedDriver } from '../dump/modules.ts';
import { moduleNameOf } from '../symbols/module-name.ts';

/** Loaded images by address. */
export interface ImageMap {
  /** The image that holds the address. */
  find(address: bigint): LoadedImage | undefined;
  /** `nt!Name`, `nt+0x1234`; undefined outside of every image. */
  nameOf(address: VirtualAddress): string | undefined;
}

export interface LoadedImage {
  /** As debuggers name it: `nt`, `amdppm`. */
  readonly name: string;
  /** `amdppm.sys` */
  readonly file: string;
  readonly base: VirtualAddress;
  readonly end: VirtualAddress;
  readonly isKernel: boolean;
}

const KERNEL = 'nt';

export function imageMap(
  drivers: readonly LoadedDriver[],
  symbolOf: (address: VirtualAddress) => string | undefined = () => undefined,
): ImageMap {
  const images = drivers
    .filter(({ size }) => size > 0)
    .map(({ path, base, size }): LoadedImage => {
      const name = moduleNameOf(path);
      return { name, file: baseName(path), base, end: addressAt(base, size), isKernel: name === KERNEL };
    })
    .sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0));

  // Most addresses that are asked for are in pools and stacks, below or above all images.
  const lowest = images[0]?.base ?? 0n;
  const highest = images.reduce((end, image) => (image.end > end ? image.end : end), lowest);

  function find(address: bigint): LoadedImage | undefined {
    if (address < lowest || address >= highest) return undefined;
    let low = 0;
    let high = images.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((images[middle]?.base ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    const image = images[low - 1];
    return image && address < image.end ? image : undefined;
  }

  return {
    find,
    nameOf(address) {
      const image = find(address);
      if (image === undefined) return undefined;
      return symbolOf(address) ?? `${image.name}+0x${(address - image.base).toString(16)}`;
    },
  };
}
