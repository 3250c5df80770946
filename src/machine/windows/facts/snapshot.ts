import process from 'node:process';
import type { ProcessHead, ProcessSnapshot } from '../../port.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { decodeSystemInformation, SYSTEM_CLASS } from '../calls/system-information.ts';
import { decodeProcesses, rawWaitTimes } from '../processes/enumerate.ts';
import { waitClock } from '../processes/wait-clock.ts';
import { tickClock } from './facts.ts';

/**
 * One snapshot of all processes and threads. A process whose threads are not wanted comes without.
 * @throws Failure EnumerationFailed
 */
export function snapshotProcesses(withThreads?: (process: ProcessHead) => boolean): ProcessSnapshot[] {
  const asker = { processId: process.pid, threadId: kernel32().GetCurrentThreadId() };
  return decodeSystemInformation(SYSTEM_CLASS.extendedProcess, (answer) =>
    decodeProcesses(answer, waitClock({ ...rawWaitTimes(answer, asker), ...tickClock() }), withThreads),
  );
}
