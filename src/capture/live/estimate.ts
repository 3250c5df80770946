import type { LiveDumpRequest } from '../../contract/generated/types.ts';
import type { CaptureConditions } from '../../machine/port.ts';

const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;

/** The kernel stacks of some thousand threads, page tables and drivers. */
const THREAD_STACKS_BYTES = 256 * MEBIBYTE;
/** Where the machine does not tell how much memory is in use; the published run took 1.6 GB. */
const UNKNOWN_MACHINE_BYTES = 2 * GIBIBYTE;
const LEAST_BYTES = 512 * MEBIBYTE;

/**
 * How large the file may become, in bytes, before anybody can know: what is in use is the most that can be in it, and the
 * kernel's part is rarely more than half. The kernel makes its own estimate when the capture has begun.
 */
export function estimateBytes(request: LiveDumpRequest, conditions: CaptureConditions): number {
  if (request.scope === 'ThreadStacks') return THREAD_STACKS_BYTES;
  const { totalMemoryBytes, availableMemoryBytes } = conditions;
  if (totalMemoryBytes === undefined || availableMemoryBytes === undefined) return UNKNOWN_MACHINE_BYTES;
  const inUse = totalMemoryBytes - availableMemoryBytes;
  return Math.max(LEAST_BYTES, Math.floor(request.includeUserMemory === true ? inUse : inUse / 2));
}
