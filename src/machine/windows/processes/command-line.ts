import { view } from '../../../binary/layout.ts';
import { isNtSuccess } from '../../../contract/ntstatus.ts';
import { UNICODE_STRING } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { openProcessHandle, PROCESS_QUERY_LIMITED_INFORMATION } from '../calls/open-object.ts';
import { u32Cell } from '../calls/request.ts';

/** PROCESSINFOCLASS ProcessCommandLineInformation (phnt ntpsapi.h); since Windows 8.1. */
const PROCESS_COMMAND_LINE = 60;
/** A counted string holds at most 65,534 bytes; its text follows it in the same buffer. */
const LARGEST_ANSWER = UNICODE_STRING.size + 0x10000;

/** The command line of a process, which the process itself can change; undefined where Windows does not show it. */
export function commandLine(processId: number): string | undefined {
  const opened = openProcessHandle(processId, PROCESS_QUERY_LIMITED_INFORMATION);
  if (!isNtSuccess(opened.status)) return undefined;
  try {
    const answer = Buffer.alloc(LARGEST_ANSWER);
    const { NtQueryInformationProcess } = ntdll();
    const status = NtQueryInformationProcess(
      opened.handle,
      PROCESS_COMMAND_LINE,
      answer,
      answer.length,
      u32Cell(),
    );
    if (!isNtSuccess(status)) return undefined;
    const length = view(UNICODE_STRING, answer).get('Length');
    return answer.toString('utf16le', UNICODE_STRING.size, UNICODE_STRING.size + length);
  } finally {
    ntdll().NtClose(opened.handle);
  }
}
