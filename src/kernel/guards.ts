import { isKernelAddress, type VirtualAddress, virtualAddress } from '../binary/address.ts';
import { OBJECT_TYPE } from '../dump/layouts/kernel-object.ts';
import { type Memory, tryReadU8 } from '../dump/memory/memory.ts';

/** Tests that a derived offset must pass before its value is believed. */

/** Windows gives ids in steps of four, and its id table ends at 2^24 entries. */
export function isClientId(value: bigint): boolean {
  return value < 0x1000000n && value % 4n === 0n;
}

/** Kernel objects are aligned to 16 bytes. */
export function isObjectAddress(value: bigint): boolean {
  return isKernelAddress(value) && value % 16n === 0n;
}

/** Whether memory holds an object of the type there; undefined when it does not hold its first byte. */
export function hasObjectType(
  memory: Memory,
  address: VirtualAddress,
  type: keyof typeof OBJECT_TYPE,
): boolean | undefined {
  const first = tryReadU8(memory, address);
  return first === undefined ? undefined : first === OBJECT_TYPE[type];
}

/** A pointer as an address, when it could be one of a kernel object. */
export function asObject(value: bigint | undefined): VirtualAddress | undefined {
  return value !== undefined && isObjectAddress(value) ? virtualAddress(value) : undefined;
}

const LOWEST_PRINTABLE = 0x20;
const HIGHEST_PRINTABLE = 0x7e;

/** Bytes that are printable text up to a NUL; undefined when they are not. */
export function asPrintable(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  const printable = text.every((byte) => byte >= LOWEST_PRINTABLE && byte <= HIGHEST_PRINTABLE);
  return text.length > 0 && printable ? String.fromCharCode(...text) : undefined;
}
