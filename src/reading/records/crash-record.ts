import { formatAddress } from '../../binary/address.ts';
import type { Dump as DumpRecord } from '../../contract/generated/types.ts';
import { ntStatusHex } from '../../contract/ntstatus.ts';
import { capitalized } from '../../contract/spelling.ts';
import type { Crash } from '../../explain/crash/crash-model.ts';
import type { CrashException } from '../../explain/crash/exception.ts';
import type { Suspect } from '../../explain/crash/suspect.ts';
import type { KernelObjects } from '../../kernel/kernel-objects.ts';
import { processNameOf } from '../../kernel/read-process.ts';
import { formatFrame } from '../../stack/named-frame.ts';
import { namedRegisters, type Registers } from '../../stack/registers.ts';
import { addresses, defined } from './record-tools.ts';
import { END_MEANINGS } from './stack-record.ts';

type CrashRecord = NonNullable<DumpRecord['crash']>;

function exceptionRecord(exception: CrashException): NonNullable<CrashRecord['exception']> {
  const { code, name, address, place, parameters, detail } = exception;
  return {
    code: ntStatusHex(code),
    name,
    address: formatAddress(address),
    place,
    ...(parameters.length > 0 && { parameters: parameters.map(formatAddress) }),
    ...(detail === undefined ? {} : { detail }),
  };
}

function suspectRecord({
  file,
  path,
  place,
  reason,
  evidence,
}: Suspect): NonNullable<CrashRecord['suspect']> {
  return {
    file,
    ...(path === undefined ? {} : { path }),
    place,
    reason,
    evidenceClass: evidence.class,
    evidence: evidence.basis,
  };
}

function registerRecords(registers: Registers): NonNullable<CrashRecord['registers']> {
  const { machine, pc, sp } = registers;
  const places = machine === 'x64' ? { rip: pc, rsp: sp } : { pc, sp };
  const named = Object.entries({ ...places, ...namedRegisters(registers) });
  return named.map(([name, value]) => ({ name, value: formatAddress(value) }));
}

function stackFields({ stack }: Crash): Partial<CrashRecord> {
  if (stack === undefined) return {};
  return {
    startedFrom: stack.source,
    stack: stack.frames.map(formatFrame),
    frames: stack.frames.map(({ text, address, stackPointer, module, foundBy }) => ({
      text,
      address: formatAddress(address),
      stackPointer: formatAddress(stackPointer),
      ...(module === undefined ? {} : { module }),
      foundBy: capitalized(foundBy),
    })),
    end: capitalized(stack.end),
    endMeaning: END_MEANINGS[stack.end],
  };
}

/** The crash that a dump was written for, as the contract has it. */
export function crashRecord(crash: Crash, { processes }: KernelObjects): CrashRecord {
  const { processor, thread, registers, exception, suspect } = crash;
  const process = processes.find(({ address }) => address === thread?.process);
  return {
    ...(defined({
      processor,
      processId: thread?.processId,
      processName: processNameOf(thread?.processId, process),
      threadId: thread?.threadId,
    }) as Partial<CrashRecord>),
    ...addresses({ threadAddress: thread?.address }),
    ...(registers && { registers: registerRecords(registers) }),
    ...(exception && { exception: exceptionRecord(exception) }),
    ...stackFields(crash),
    ...(suspect && { suspect: suspectRecord(suspect) }),
  };
}
