import type { VirtualAddress } from '../../../binary/address.ts';
import type { TriageDump } from '../../../dump/dump.ts';
import { TRIAGE_OPTIONS_BUG_CHECK, TRIAGE_OPTIONS_OVERFLOWED } from '../../../dump/layouts/triage.ts';
import { TRIAGE_BUFFER_BYTES } from './triage-buffer.ts';
import { threadStatuses, threadsInTriageDump } from './verify-triage.ts';

/** The kernel waits so long for each thread to run the capture; reported by third parties, unproven by us. */
export const KERNEL_WAIT_MS = 5000;
/** A timed wait may end one clock interrupt early: 15.625 ms at the default rate. */
const CLOCK_INTERRUPT_MS = 16;

/**
 * With so much of the buffer left, lack of room explains no missing thread of usual size: published sizes are 27 to 60 KB
 * a thread.
 */
const ROOM_FOR_A_THREAD = 64 * 1024;

/** What one answer of the kernel shows, beside the handles of the threads. */
export interface AnswerEvidence {
  /** Which of the requested threads are in the dump: the object whole, and its stack not absent. */
  readonly present: readonly boolean[];
  /** The object is in the dump, whole or in part, whatever became of the stack. */
  readonly objectSeen: readonly boolean[];
  /** The status of each requested thread, where the dump holds that array. */
  readonly statuses?: readonly number[] | undefined;
  /** Bytes of the kernel's buffer that the dump does not use. */
  readonly bytesLeft: number;
  /** The buffer was full, as the dump itself notes or its size shows. */
  readonly isFull: boolean;
  /** For so many threads the kernel can have waited to the end, by the time that the call took. */
  readonly waits: number;
  readonly kernelMs: number;
}

function notesOverflow({ triage }: TriageDump): boolean {
  const { TriageOptions } = triage.block.fields;
  return TriageOptions !== TRIAGE_OPTIONS_BUG_CHECK && (TriageOptions & TRIAGE_OPTIONS_OVERFLOWED) !== 0;
}

/** Everything that one answer shows about the threads of its request, in the order of the request. */
export function answerEvidence(
  dump: TriageDump,
  addresses: readonly VirtualAddress[],
  kernelMs: number,
): AnswerEvidence {
  const coverage = threadsInTriageDump(dump, addresses);
  const bytesLeft = Math.max(0, TRIAGE_BUFFER_BYTES - dump.source.size);
  return {
    present: coverage.map(({ object, stack }) => object === 'Whole' && stack !== 'Absent'),
    objectSeen: coverage.map(({ object }) => object !== 'Absent'),
    statuses: threadStatuses(dump, addresses.length),
    bytesLeft,
    isFull: bytesLeft < ROOM_FOR_A_THREAD || notesOverflow(dump),
    waits: Math.floor(kernelMs / (KERNEL_WAIT_MS - CLOCK_INTERRUPT_MS)),
    kernelMs,
  };
}
