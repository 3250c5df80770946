import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { view as structure } from '../../binary/layout.ts';
import { tryRead } from '../../dump/memory/memory.ts';
import type { KernelView } from '../view.ts';
import { driverOfDevice } from './drivers.ts';

/** The memory of a device extension, and its driver. */
export interface DeviceRange {
  readonly device: VirtualAddress;
  readonly driver: string;
  readonly start: VirtualAddress;
  readonly end: VirtualAddress;
}

/** The extension of the device at `address`, which follows the device object and is counted in its size. */
export function deviceRange(view: KernelView, device: VirtualAddress): DeviceRange | undefined {
  const bytes = tryRead(view.memory, device, view.io.deviceBody.size);
  const driver = bytes && driverOfDevice(view, device);
  if (!bytes || !driver) return undefined;
  const fields = structure(view.io.deviceBody, bytes).all();
  const size = fields.Size - view.io.deviceSize;
  if (size <= 0 || !isKernelAddress(fields.DeviceExtension)) return undefined;
  const start = virtualAddress(fields.DeviceExtension);
  return { device, driver: driver.name, start, end: addressAt(start, size) };
}

/** Looks up the extension that holds an address. Extensions do not overlap. */
export function deviceLookup(
  ranges: readonly DeviceRange[],
): (address: VirtualAddress) => DeviceRange | undefined {
  const sorted = [...ranges].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return (address) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.start ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    const range = sorted[low - 1];
    return range && address < range.end ? range : undefined;
  };
}
