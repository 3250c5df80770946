import { view } from '../../../binary/layout.ts';
import { Failure } from '../../../contract/failure.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { THREADENTRY32 } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { build } from '../calls/request.ts';

const TH32CS_SNAPTHREAD = 0x4;
const INVALID_HANDLE_VALUE = -1n;

/**
 * Thread ids of a process in Tool Help's order, the one other source of thread lists that Windows documents.
 * @throws Failure ProcessNotFound, EnumerationFailed
 */
export function toolHelpThreadIds(processId: number): number[] {
  const snapshot = kernel32().CreateToolhelp32Snapshot(TH32CS_SNAPTHREAD, 0);
  if (snapshot === INVALID_HANDLE_VALUE) {
    const error = kernel32().GetLastError();
    throw new Failure('EnumerationFailed', `CreateToolhelp32Snapshot failed with Windows error ${error}`);
  }
  try {
    const threadIds: number[] = [];
    const entry = build(THREADENTRY32, { dwSize: THREADENTRY32.size });
    for (
      let more = kernel32().Thread32First(snapshot, entry);
      more !== 0;
      more = kernel32().Thread32Next(snapshot, entry)
    ) {
      const fields = view(THREADENTRY32, entry);
      if (fields.get('th32OwnerProcessID') === processId) threadIds.push(fields.get('th32ThreadID'));
    }
    if (threadIds.length === 0) {
      const target = `process ${processId}`;
      throw new Failure('ProcessNotFound', `There is no ${target}`, { target });
    }
    return threadIds;
  } finally {
    ntdll().NtClose(snapshot);
  }
}
