import { TRIAGE_BUG_CHECK_CODE } from '../../capture/triage/call/bug-check-parameters.ts';
import { KERNEL_WAIT_MS } from '../../capture/triage/call/evidence.ts';
import { TRIAGE_BUFFER_BYTES } from '../../capture/triage/call/triage-buffer.ts';
import { NTSTATUS, ntStatusHex, ntStatusName } from '../../contract/ntstatus.ts';
import { dumpAttributes } from '../../dump/dump-header.ts';
import { TRIAGE_OPTIONS_OVERFLOWED, TRIAGE_VALID } from '../../dump/layouts/triage.ts';
import type { Assumption } from './assumption.ts';
import { hex, holds, mustBe, shouldBe } from './comparison.ts';

/** The answer of the call, and the values in the headers. */

const statusText = (status: number) => `${ntStatusHex(status)} ${ntStatusName(status)}`;

function markAt(bytes: Uint8Array, offset: number): number | undefined {
  if (offset + 4 > bytes.length) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(offset, true);
}

export const CALL_ASSUMPTIONS: readonly Assumption[] = [
  {
    name: 'CallStatus',
    assumption: 'SysDbgGetTriageDump takes threads of one process and succeeds.',
    compare: ({ sample }) => mustBe(statusText(NTSTATUS.STATUS_SUCCESS), statusText(sample.answer.ntStatus)),
  },
  {
    name: 'CallDuration',
    assumption: 'Threads that can run are captured at once; the wait of five seconds is for wedged ones.',
    compare: ({ sample: { callMs } }) =>
      holds(`below ${KERNEL_WAIT_MS} ms`, `${callMs.toFixed(1)} ms`, callMs < KERNEL_WAIT_MS, 'Warn'),
  },
  {
    name: 'BufferCeiling',
    assumption: "A triage dump is never larger than the 1 MiB of the kernel's own buffer.",
    compare: ({ sample: { answer } }) =>
      holds(
        `at most ${TRIAGE_BUFFER_BYTES} bytes`,
        `${answer.returnedLength} bytes`,
        answer.returnedLength <= TRIAGE_BUFFER_BYTES,
      ),
  },
  {
    name: 'SizeOfDump',
    assumption: 'SizeOfDump of the triage block is the length that the call returned.',
    compare: ({ sample, dump }) => mustBe(sample.answer.returnedLength, dump?.triage.block.fields.SizeOfDump),
  },
  {
    name: 'RequiredDumpSpace',
    assumption: 'RequiredDumpSpace of the header is that length too.',
    compare: ({ sample, dump }) =>
      shouldBe(sample.answer.returnedLength, dump?.header.get('RequiredDumpSpace')),
  },
  {
    name: 'ValidMark',
    assumption: 'ValidOffset leads to the mark TRGD, which is written last.',
    compare: ({ sample, dump }) =>
      mustBe(
        hex(TRIAGE_VALID),
        dump && hex(markAt(sample.answer.bytes, dump.triage.block.fields.ValidOffset)),
      ),
  },
  {
    name: 'TriageOptions',
    assumption: 'Bit 8 of TriageOptions is set only when something did not fit.',
    compare: ({ dump }) => {
      const options = dump?.triage.block.fields.TriageOptions;
      const isClear = options === undefined || (options & TRIAGE_OPTIONS_OVERFLOWED) === 0;
      return holds('bit 8 clear', hex(options), isClear, 'Warn');
    },
  },
  {
    name: 'HeaderAttributes',
    assumption: 'The attributes of the header do not mark the dump as filtered or encrypted.',
    compare: ({ dump }) => {
      const names = dump && (dumpAttributes(dump.header) ?? []);
      const isPlain = names?.every((name) => name !== 'FilterDumpFile' && name !== 'EncryptedDumpData');
      return holds(
        'neither FilterDumpFile nor EncryptedDumpData',
        names?.join(', ') || (names && 'none'),
        isPlain === true,
        'Warn',
      );
    },
  },
  {
    name: 'BugCheckCode',
    assumption: 'The bug check code of the request is in the header.',
    compare: ({ dump }) => shouldBe(hex(TRIAGE_BUG_CHECK_CODE), hex(dump?.header.get('BugCheckCode'))),
  },
  {
    name: 'BugCheckParameter',
    assumption: 'So does its first parameter.',
    compare: ({ sample, dump }) =>
      shouldBe(hex(sample.parameters[0]), hex(dump?.header.get('BugCheckParameter1'))),
  },
];
