import process from 'node:process';
import type { ProcessSnapshot } from '../port.ts';
import { decodeProcesses, rawWaitTimes } from './enumerate.ts';
import { tickClock } from './facts.ts';
import { kernel32 } from './kernel32.ts';
import { decodeSystemInformation, SYSTEM_CLASS } from './system-information.ts';
import { waitClock } from './wait-clock.ts';

/**
 * One snapshot of all processes and threads.
 * @throws Failure EnumerationFailed
 */
export function snapshotProcesses(): ProcessSnapshot[] {
  const asker = { processId: process.pid, threadId: kernel32().GetCurrentThreadId() };
  return decodeSystemInformation(SYSTEM_CLASS.extendedProcess, (answer) =>
    decodeProcesses(answer, waitClock({ ...rawWaitTimes(answer, asker), ...tickClock() })),
  );
}
