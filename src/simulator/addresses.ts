import { addressAt, type VirtualAddress, virtualAddress } from '../binary/address.ts';

/**
 * Where the simulated machine keeps its things. Thread and process objects are scattered over the pool, as on a
 * machine that has been up for a while; kernel stacks are in their own region.
 */

const POOL = virtualAddress(0xffffa38f_40000000n);
const THREAD_SPACING = 0xc80;
const PROCESS_POOL = virtualAddress(0xffffa38e_c0000000n);
const PROCESS_SPACING = 0x1000;
const REQUESTS = virtualAddress(0xffffa390_80000000n);
const AWAITED = virtualAddress(0xffffa390_a0000000n);
const LOCKS = virtualAddress(0xffffa390_d0000000n);
const QUEUES = virtualAddress(0xffffa390_e0000000n);
const STACKS = virtualAddress(0xfffff880_20000000n);
/** 24 KB, the default kernel stack of x64 Windows, and a guard page. */
export const STACK_BYTES = 0x6000;
const STACK_SPACING = 0x7000;
const TEBS = 0x00000083_7f000000n;

/** Thread slots are handed out in an order without meaning: an odd multiplier permutes 0 … 2^20 − 1. */
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

/** The IRP of the n-th thread of the world, if it has sent one. */
export function requestAddress(ordinal: number): VirtualAddress {
  return addressAt(REQUESTS, ordinal * 0x800);
}

/** The FILE_OBJECT of that request. */
export function requestFileAddress(ordinal: number): VirtualAddress {
  return addressAt(requestAddress(ordinal), 0x400);
}

/** The objects that the n-th thread of the world waits for, when they are its own. */
export function awaitedObjectsAddress(ordinal: number): VirtualAddress {
  return addressAt(AWAITED, ordinal * 0x200);
}

/** The n-th lock of the world, with its file control block and its table of owners. */
export function lockAddress(ordinal: number): VirtualAddress {
  return addressAt(LOCKS, 0xbc0 + ordinal * 0x1000);
}

/** The n-th queue of a process; those of the System process are the kernel's own. */
export function queueAddress(processOrdinal: number, queue: number): VirtualAddress {
  return addressAt(QUEUES, processOrdinal * 0x1000 + queue * 0x400);
}

/** The upper end (KTHREAD.StackBase) of the n-th thread's kernel stack. */
export function stackBaseAddress(ordinal: number): VirtualAddress {
  return addressAt(STACKS, ordinal * STACK_SPACING + STACK_BYTES);
}

export function tebAddress(ordinal: number): VirtualAddress {
  return virtualAddress(TEBS + BigInt(ordinal) * 0x2000n);
}
