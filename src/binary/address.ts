/**
 * Addresses as types that do not mix. A number that came from a file becomes an address only here, so that a
 * physical page is never passed where a virtual address is meant.
 */

import { addressText } from '../contract/address-text.ts';

declare const brand: unique symbol;

/** A 64-bit virtual address. Always 0 … 2^64 − 1. */
export type VirtualAddress = bigint & { readonly [brand]: 'VirtualAddress' };
/** A physical byte address. Below 2^52 by architecture, so a number is exact. */
export type PhysicalAddress = number & { readonly [brand]: 'PhysicalAddress' };
/** A byte position in a file. */
export type FileOffset = number & { readonly [brand]: 'FileOffset' };
/** An offset from the base of a loaded image. */
export type Rva = number & { readonly [brand]: 'Rva' };

/** Wraps to 64 bits, as the processor does. */
export function virtualAddress(value: bigint): VirtualAddress {
  return BigInt.asUintN(64, value) as VirtualAddress;
}

export function physicalAddress(value: number | bigint): PhysicalAddress {
  return Number(value) as PhysicalAddress;
}

export function fileOffset(value: number): FileOffset {
  return value as FileOffset;
}

export function rva(value: number): Rva {
  return value as Rva;
}

/** `base + delta`, wrapped to 64 bits. */
export function addressAt(base: VirtualAddress, delta: number | bigint): VirtualAddress {
  return virtualAddress(base + BigInt(delta));
}

/** An address as the contract spells it. */
export const formatAddress: (address: bigint) => string = addressText;

/** Accepts `0x…` and WinDbg's backtick (`fffff880`1adb9c20`); undefined for anything else or above 64 bits. */
export function parseAddress(text: string): VirtualAddress | undefined {
  const digits = text.replace(/^0x/i, '').replace('`', '');
  return /^[0-9a-f]{1,16}$/i.test(digits) ? virtualAddress(BigInt(`0x${digits}`)) : undefined;
}

/** x64 and ARM64 Windows: the upper half of the canonical address space belongs to the kernel. */
export function isKernelAddress(address: bigint): boolean {
  return address >= 0xffff_8000_0000_0000n;
}
