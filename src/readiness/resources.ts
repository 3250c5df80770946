import { estimateBytes } from '../capture/live/estimate.ts';
import { DEFAULT_THREADS_PER_DUMP, threadsPerDump } from '../capture/triage/batches/batch-plan.ts';
import { roomForThreads, TRIAGE_BUFFER_BYTES } from '../capture/triage/call/triage-buffer.ts';
import type { LiveDumpRequest } from '../contract/generated/types.ts';
import { type Finding, fail, gigabytes, pass, unknown, warn } from './finding.ts';
import type { Observations } from './observe.ts';

/** Disk, memory and processors against what each kind of dump takes. */

/** A capture of a process with hundreds of threads in small dumps, with what is beside them. */
const TRIAGE_SET_BYTES = 64 * TRIAGE_BUFFER_BYTES;

function disk({ freeBytes, destination }: Observations, needed: number, what: string): Finding {
  if (freeBytes === undefined) {
    return unknown(`The free space of the volume of ${destination} is not known.`, {
      advice: 'Name a folder that exists: {option:destination} D:\\dumps.',
    });
  }
  const value = `${gigabytes(freeBytes)} free`;
  if (freeBytes >= needed)
    return pass(`${destination} has room for ${what}, about ${gigabytes(needed)}.`, { value });
  return fail(`${what} may need about ${gigabytes(needed)}, and the volume of ${destination} has less.`, {
    value,
    advice: 'Free space, or choose another volume.',
  });
}

export const diskForTriageDumps = (observed: Observations) =>
  disk(observed, TRIAGE_SET_BYTES, 'triage dumps of several hundred threads');

export const diskForThreadStacks = (observed: Observations) =>
  disk(
    observed,
    estimateBytes({ path: '', scope: 'ThreadStacks' }, observed.conditions),
    'a live dump of thread stacks',
  );

export const diskForLiveDump = (observed: Observations) =>
  disk(observed, estimateBytes({ path: '' }, observed.conditions), 'a live dump of the kernel');

export const diskForUserMemory = (observed: Observations) =>
  disk(
    observed,
    estimateBytes({ path: '', includeUserMemory: true }, observed.conditions),
    'a live dump with the memory of processes',
  );

/** The kernel copies into free memory before it writes; the preflight decides what a live dump does without it. */
function memory({ conditions }: Observations, scope: Partial<LiveDumpRequest>, instead: string): Finding {
  const { availableMemoryBytes: available } = conditions;
  if (available === undefined) {
    return unknown('Windows does not report how much memory is free.', {
      advice:
        'Look at the free memory yourself before a live dump; it may be partial where there is too little.',
    });
  }
  const needed = estimateBytes({ path: '', ...scope }, conditions);
  const value = `${gigabytes(available)} free`;
  if (available >= needed)
    return pass(`There is room for the copy that a live dump makes first, about ${gigabytes(needed)}.`, {
      value,
    });
  return warn(
    `A live dump first copies about ${gigabytes(needed)} into free memory, and there is less: it would be given up, or be partial.`,
    { value, advice: instead },
  );
}

export const memoryForThreadStacks = (observed: Observations) =>
  memory(observed, { scope: 'ThreadStacks' }, 'Use triage dumps, which are small.');

export const memoryForLiveDump = (observed: Observations) =>
  memory(observed, {}, 'Use {option:scope} ThreadStacks or triage dumps, which are small.');

export const memoryForUserMemory = (observed: Observations) =>
  memory(
    observed,
    { includeUserMemory: true },
    'Leave {option:include-user-memory} out, or use triage dumps.',
  );

/** Below this, a triage dump holds few threads, and a capture of many takes many calls. */
const FEW_THREADS = 4;

export function processors({ facts }: Observations): Finding {
  const { logicalProcessors, windowsBuild } = facts;
  const room = roomForThreads(facts);
  const value = `${logicalProcessors} processors, about ${Math.max(0, Math.round(room / 1024))} KB left for threads`;
  const limit = 'A triage dump is 1 MiB and holds the control block of every processor first';
  if (room <= 0) {
    return fail(
      `${limit}: on build ${windowsBuild} with ${logicalProcessors} of them no room is left for threads.`,
      {
        value,
        advice:
          'Use {command:live} {option:scope} ThreadStacks (Windows 11 or Server 2025), or a full live dump.',
      },
    );
  }
  const threads = threadsPerDump(facts, DEFAULT_THREADS_PER_DUMP);
  if (threads >= FEW_THREADS) return pass(`${limit}; about ${threads} threads fit beside them.`, { value });
  return warn(
    `${limit}; only about ${threads === 1 ? 'one thread fits' : `${threads} threads fit`} beside them.`,
    {
      value,
      advice: 'Captures work, with one call for every few threads; a live dump of thread stacks takes one.',
    },
  );
}
