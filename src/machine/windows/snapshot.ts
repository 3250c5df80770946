import process from 'node:process';
import type { ProcessSnapshot } from '../port.ts';
import { decodeProcesses, rawWaitTimes } from './enumerate.ts';
import { tickClock } from './facts.ts';
import { kernel32 } from './kernel32.ts';
import { querySystemInformation, SYSTEM_CLASS } from './system-information.ts';
import { waitClock } from './wait-clock.ts';

/**
 * One snapshot of all processes and threads.
 * @throws Failure EnumerationFailed, LayoutOutOfBounds
 */
export function snapshotProcesses(): ProcessSnapshot[] {
  const answer = querySystemInformation(SYSTEM_CLASS.extendedProcess);
  const asker = { processId: process.pid, threadId: kernel32().GetCurrentThreadId() };
  const clock = waitClock({ ...rawWaitTimes(answer, asker), ...tickClock() });
  return decodeProcesses(answer, clock);
}
