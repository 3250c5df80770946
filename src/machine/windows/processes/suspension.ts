import process from 'node:process';
import { isNtSuccess } from '../../../contract/ntstatus.ts';
import { ntdll } from '../calls/ntdll.ts';

/** Threads that are suspended right now. The end of this process resumes them too, unless it is killed by force. */
const suspendedThreads = new Set<bigint>();

function resumeAll(): void {
  for (const thread of suspendedThreads) ntdll().NtResumeThread(thread, null);
  suspendedThreads.clear();
}

/** Suspends a thread; returns the function that resumes it, or the status of the failure. */
export function suspend(thread: bigint): { readonly resume: () => void } | { readonly refusedWith: number } {
  if (suspendedThreads.size === 0) process.once('exit', resumeAll);
  const status = ntdll().NtSuspendThread(thread, null);
  if (isNtSuccess(status)) suspendedThreads.add(thread);
  const resume = () => {
    if (suspendedThreads.delete(thread)) ntdll().NtResumeThread(thread, null);
    if (suspendedThreads.size === 0) process.off('exit', resumeAll);
  };
  if (isNtSuccess(status)) return { resume };
  resume();
  return { refusedWith: status };
}
