import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';

/** Exactly `length` bytes of the target's memory, or undefined when some of them were not captured. */
export type ReadMemory = (address: VirtualAddress, length: number) => Uint8Array | undefined;

/** A pointer-sized value, or undefined where it was not captured. */
export function readPointer(
  read: ReadMemory,
  address: VirtualAddress,
  delta: number | bigint = 0,
): VirtualAddress | undefined {
  const bytes = read(addressAt(address, delta), 8);
  if (bytes === undefined || bytes.length < 8) return undefined;
  return virtualAddress(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
}
