import { formatAddress } from '../../binary/address.ts';
import type { KernelStackFrame, KernelStack as KernelStackRecord } from '../../contract/generated/types.ts';
import { capitalized } from '../../contract/spelling.ts';
import { type KernelProcess, processNameOf } from '../../kernel/read-process.ts';
import { withoutCaptureFrames } from '../../stack/capture-frames.ts';
import { stackKey } from '../../stack/group.ts';
import type { KernelStack } from '../../stack/kernel-stacks.ts';
import { formatFrame, type NamedFrame } from '../../stack/named-frame.ts';

/** Why a walk ended, for a person. */
export const END_MEANINGS: Readonly<Record<KernelStack['end'], string>> = {
  complete: 'The first function of the thread was reached.',
  userMode: 'The thread came from user mode here.',
  frameLimit: 'The limit of frames was reached.',
  repeatedFrame: 'The walk came back to where it had been: the stack or the unwind data is damaged.',
  outsideModules: 'The return address is in no loaded image.',
  noUnwindData: 'There is neither an image nor a PDB with unwind data for the module.',
  unwindDataMissing: 'The part of the image with the unwind data is not there.',
  unwindVersion: 'The unwind data is of a version that is not known.',
  unwindDamaged: 'The unwind data contradicts itself.',
  noFunctionEntry: 'The function has no unwind data although it made a call.',
  registerUnknown: 'The unwind data needs a register without a known value here.',
  stackMissing: 'The stack goes on where the dump has no memory.',
  runningWithoutContext: 'The thread ran on a processor, and its registers are not in the dump.',
  noKernelStack: 'The thread has no kernel stack: it has exited, or its object is not whole in the dump.',
  stackNotInDump: 'The stack of the thread is not in the dump.',
  noSwitchFrame: 'The place of the saved registers of the thread holds something else.',
  unknownProcessor: 'The dump is of a kind of processor that is not known.',
};

function registersRecord(registers: NamedFrame['registers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(registers ?? {}).map(([name, value]) => [name, formatAddress(value)]),
  );
}

function frameRecord(frame: NamedFrame, includeRegisters: boolean): KernelStackFrame {
  const { address, stackPointer, foundBy, trapFrame, module, symbol, offset, nameOrigin, text, capture } =
    frame;
  return {
    text,
    address: formatAddress(address),
    stackPointer: formatAddress(stackPointer),
    ...(module === undefined ? {} : { module }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(offset === undefined ? {} : { offset }),
    foundBy: capitalized(foundBy),
    nameFrom: nameOrigin === undefined ? 'None' : capitalized(nameOrigin),
    ...(trapFrame === undefined ? {} : { trapFrame: formatAddress(trapFrame) }),
    ...(capture ? { isCapture: true } : {}),
    ...(includeRegisters ? { registers: registersRecord(frame.registers) } : {}),
  };
}

export interface StackRecordOptions {
  /** Absent for a live thread. */
  readonly path: string | undefined;
  readonly machine: string | undefined;
  readonly process: KernelProcess | undefined;
  readonly includeCaptureFrames: boolean;
  readonly includeRegisters: boolean;
  /** State and wait reason before the capture, which changes both in its copy of the thread object. */
  readonly stateAtCapture: Pick<KernelStackRecord, 'state' | 'waitReason'> | undefined;
  /** Of a live thread: what a later look compares. */
  readonly look?: Pick<KernelStackRecord, 'contextSwitches' | 'createTimeRaw' | 'lookTime'>;
}

/** The contract's record of a kernel stack. */
export function stackRecord(stack: KernelStack, options: StackRecordOptions): KernelStackRecord {
  const { thread, frames, end, start } = stack;
  const { path, machine, process, includeCaptureFrames, includeRegisters, stateAtCapture } = options;
  const shown = includeCaptureFrames ? frames : withoutCaptureFrames(frames);
  const { processId, threadId } = thread;
  const processName = processNameOf(processId, process);
  const { state, waitReason } = stateAtCapture ?? thread;
  return {
    ...(path === undefined ? {} : { path }),
    ...(machine === undefined ? {} : { simulated: true, machine }),
    ...(processId === undefined ? {} : { processId }),
    ...(processName === undefined ? {} : { processName }),
    ...(threadId === undefined ? {} : { threadId }),
    objectAddress: formatAddress(thread.address),
    ...(state === undefined ? {} : { state }),
    ...(waitReason === undefined ? {} : { waitReason }),
    ...options.look,
    stack: shown.map(formatFrame),
    frames: shown.map((frame) => frameRecord(frame, includeRegisters)),
    ...(start === undefined ? {} : { startedFrom: capitalized(start) }),
    end: capitalized(end),
    endMeaning: END_MEANINGS[end],
    key: stackKey(stack, { kind: 'symbol' }),
  };
}
