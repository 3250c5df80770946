import type { TriageAnswer } from '../../port.ts';
import { allocate } from '../calls/foreign.ts';
import { SYSDBG_TRIAGE_DUMP } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { write } from '../calls/request.ts';

/** SYSDBG_COMMAND SysDbgGetTriageDump (phnt ntexapi.h). */
const SYSDBG_GET_TRIAGE_DUMP = 29;
/** The kernel caps the output here whatever is offered (reported from reverse engineering; unproven). */
const OUTPUT_SIZE = 0x100000;
const HANDLE_SIZE = 8;

/**
 * NtSystemDebugControl command 29 for open threads of one process, on a thread of libuv's pool. The kernel waits up to 5 s
 * for each thread that does not run, and nothing can interrupt that wait.
 */
export async function captureTriageDump(
  threads: readonly bigint[],
  bugCheckCode: number,
  parameters: readonly [bigint, bigint, bigint, bigint],
): Promise<TriageAnswer> {
  // One block for everything that the call reads, so that it lives and dies together.
  const handlesAt = SYSDBG_TRIAGE_DUMP.size;
  const returnedAt = handlesAt + threads.length * HANDLE_SIZE;
  const input = allocate(returnedAt + HANDLE_SIZE);
  const output = allocate(OUTPUT_SIZE);
  try {
    write(SYSDBG_TRIAGE_DUMP, input.bytes, {
      BugCheckCode: bugCheckCode,
      BugCheckParam1: parameters[0],
      BugCheckParam2: parameters[1],
      BugCheckParam3: parameters[2],
      BugCheckParam4: parameters[3],
      ThreadHandles: threads.length,
      Handles: input.address + BigInt(handlesAt),
    });
    const cells = new DataView(input.bytes.buffer, input.bytes.byteOffset);
    for (const [index, handle] of threads.entries()) {
      cells.setBigInt64(handlesAt + index * HANDLE_SIZE, handle, true);
    }
    const ntStatus = await ntdll().NtSystemDebugControl.inBackground(
      SYSDBG_GET_TRIAGE_DUMP,
      input.address,
      SYSDBG_TRIAGE_DUMP.size,
      output.address,
      OUTPUT_SIZE,
      input.address + BigInt(returnedAt),
    );
    const returnedLength = cells.getUint32(returnedAt, true);
    return { ntStatus, returnedLength, bytes: output.bytes.slice(0, Math.min(returnedLength, OUTPUT_SIZE)) };
  } finally {
    input.free();
    output.free();
  }
}
