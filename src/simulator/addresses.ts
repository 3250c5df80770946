import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';

/**
 * Where the simulated machine keeps its things. Thread and process objects lie scattered over the pool, as on a
 * machine that has been up for a while; kernel stacks lie in their own region.
 */

const POOL = virtualAddress(0xffffa38f_40000000n);
const THREAD_SPACING = 0xc80;
const PROCESS_POOL = virtualAddress(0xffffa38e_c0000000n);
const PROCESS_SPACING = 0x1000;
const STACKS = virtualAddress(0xfffff880_20000000n);
/** 24 KB, the default kernel stack of x64 Windows, and a guard page. */
export const STACK_BYTES = 0x6000;
const STACK_SPACING = 0x7000;
const TEBS = 0x00000083_7f000000n;

/** Thread slots are handed out in an order that says nothing: an odd multiplier permutes 0 … 2^20 − 1. */
const SLOTS = 0x100000;
const scattered = (ordinal: number) => Math.imul(ordinal, 0x9e375) & (SLOTS - 1);

/** The ETHREAD of the world's n-th thread. */
export function threadObjectAddress(ordinal: number): VirtualAddress {
  return addressAt(POOL, 0x80 + scattered(ordinal) * THREAD_SPACING);
}

/** The EPROCESS of the world's n-th process. */
export function processObjectAddress(ordinal: number): VirtualAddress {
  return addressAt(PROCESS_POOL, 0x80 + ordinal * PROCESS_SPACING);
}

/** The upper end (KTHREAD.StackBase) of the n-th thread's kernel stack. */
export function stackBaseAddress(ordinal: number): VirtualAddress {
  return addressAt(STACKS, ordinal * STACK_SPACING + STACK_BYTES);
}

export function tebAddress(ordinal: number): VirtualAddress {
  return virtualAddress(TEBS + BigInt(ordinal) * 0x2000n);
}
