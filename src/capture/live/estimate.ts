import type { LiveDumpRequest } from '../../contract/generated/types.ts';
import type { CaptureConditions } from '../../machine/port.ts';

const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;

/** The kernel stacks of some thousand threads, page tables and drivers. */
const THREAD_STACKS_BYTES = 256 * MEBIBYTE;
/** Where the machine does not give the memory in use; the published run took 1.6 GB. */
const UNKNOWN_MACHINE_BYTES = 2 * GIBIBYTE;
const LEAST_BYTES = 512 * MEBIBYTE;

/** Beside the pools a dump holds page tables, stacks and drivers: so much for every byte of the pools. */
const POOLS_TO_KERNEL = 1.5;
/** The database of page frames: 48 bytes for each page of 4 KiB, rounded up. */
const FRAMES_SHARE = 0.015;

/** The memory of the kernel: by its pools where the machine shows them, else half of what is in use. */
function kernelBytes(inUse: number, total: number, pools: number | undefined): number {
  if (pools === undefined) return inUse / 2;
  return Math.min(inUse, pools * POOLS_TO_KERNEL + total * FRAMES_SHARE);
}

/**
 * The estimated size of the file in bytes, before the call. The memory in use is its upper limit. The kernel
 * makes its own estimate when the capture has begun.
 */
export function estimateBytes(request: LiveDumpRequest, conditions: CaptureConditions): number {
  if (request.scope === 'ThreadStacks') return THREAD_STACKS_BYTES;
  const { totalMemoryBytes, availableMemoryBytes, kernelMemoryBytes } = conditions;
  if (totalMemoryBytes === undefined || availableMemoryBytes === undefined) return UNKNOWN_MACHINE_BYTES;
  const inUse = totalMemoryBytes - availableMemoryBytes;
  const kernel = kernelBytes(inUse, totalMemoryBytes, kernelMemoryBytes);
  return Math.max(LEAST_BYTES, Math.floor(request.includeUserMemory === true ? inUse : kernel));
}
