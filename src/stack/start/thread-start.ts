import { isKernelAddress, type VirtualAddress } from '../../binary/address.ts';
import type { Dump } from '../../dump/dump.ts';
import { driverAt } from '../../dump/modules.ts';
import type { Processor } from '../../kernel/processors.ts';
import type { KernelThread } from '../../kernel/read-thread.ts';
import type { ImageMachine } from '../../symbols/pe/headers.ts';
import { stripSignature } from '../arm64/pointer-authentication.ts';
import { machineOfDump, memoryOf } from '../dump-memory.ts';
import type { ReadMemory } from '../memory.ts';
import type { Registers } from '../registers.ts';
import { contextSize, registersOfContext } from './context.ts';
import { registersOfSwitchFrame } from './switch-frame.ts';

/** Where the registers that a walk starts from were taken. */
export type StartSource =
  /** The CONTEXT that the kernel saved for the processor that runs the thread. */
  | 'processorContext'
  /** The CONTEXT of the dump's header. */
  | 'headerContext'
  /** What the thread saved when it was switched out; in captured triage dumps, what the capture made up for it. */
  | 'switchFrame';

export interface ThreadStart {
  readonly registers: Registers;
  readonly source: StartSource;
  /** The thread is before any instruction, not behind a call. */
  readonly interrupted: boolean;
}

/** Why a thread has no registers to start from. */
export type NoStart =
  /** It ran on a processor, and the dump does not hold the processor's registers. */
  | 'runningWithoutContext'
  /** It has no kernel stack: it has exited, or its object is not whole in the dump. */
  | 'noKernelStack'
  /** Its stack is not in the dump. */
  | 'stackNotInDump'
  /** What is at its saved stack pointer holds no address of code. */
  | 'noSwitchFrame'
  /** The dump is of a processor that is not known. */
  | 'unknownProcessor';

/** ARM64: the bits of a return address that hold its signature; none on builds that do not sign. */
export function signatureMaskOf(dump: Dump): bigint {
  return dump.debuggerData()?.get('PointerAuthMask') ?? 0n;
}

const RUNNING = 'Running';

/**
 * Whether registers can be those of the thread: their stack pointer is in its stack. Undefined when the dump does
 * not tell where that is.
 */
function fits(registers: Registers, thread: KernelThread): boolean | undefined {
  if (!isKernelAddress(registers.pc) || !isKernelAddress(registers.sp)) return false;
  if (thread.stackLimit === undefined || thread.stackBase === undefined) return undefined;
  return registers.sp >= thread.stackLimit && registers.sp < thread.stackBase;
}

function registersAtContext(machine: ImageMachine, read: ReadMemory, address: VirtualAddress | undefined) {
  const bytes = address && read(address, contextSize(machine));
  return bytes && registersOfContext(machine, bytes);
}

function registersOfHeader(dump: Dump, machine: ImageMachine): Registers | undefined {
  const bytes = dump.header.get('ContextRecord');
  return bytes && registersOfContext(machine, bytes);
}

/** The registers of a thread that a processor ran. */
function runningStart(
  dump: Dump,
  machine: ImageMachine,
  thread: KernelThread,
  processor: Processor | undefined,
  isHeaderThread: boolean,
): ThreadStart | undefined {
  const read = memoryOf(dump);
  const own = registersAtContext(machine, read, processor?.context);
  const header = registersOfHeader(dump, machine);
  const fromProcessor = own && ({ registers: own, source: 'processorContext', interrupted: true } as const);
  const fromHeader = header && ({ registers: header, source: 'headerContext', interrupted: true } as const);
  if (own && fits(own, thread) === true) return fromProcessor;
  if (header && fits(header, thread) === true) return fromHeader;
  // An interrupt or a deferred call runs on a stack of the processor's own: then that memory must at least be there.
  const hasStack = ({ pc, sp }: Registers) =>
    isKernelAddress(sp) && (isKernelAddress(pc) || isHeaderThread) && read(sp, 8) !== undefined;
  if (own && hasStack(own)) return fromProcessor;
  if (header && isHeaderThread && hasStack(header)) return fromHeader;
  // A triage dump names the thread of the registers in its header.
  const mayBeHeaders = isHeaderThread || dump.kind !== 'triage' || dump.triage.objects.thread === undefined;
  return header && mayBeHeaders && fits(header, thread) === undefined ? fromHeader : undefined;
}

/** Whether an address is in a loaded image, as far as the dump shows which images are. */
function isLoadedCode(dump: Dump, address: VirtualAddress): boolean {
  const drivers = dump.drivers();
  return isKernelAddress(address) && (drivers.length === 0 || driverAt(drivers, address) !== undefined);
}

/** An idle thread keeps the state of a running one while its processor runs another thread. */
function isIdleElsewhere(thread: KernelThread, processors: readonly Processor[]): boolean {
  const own = processors.find(({ idleThread }) => idleThread === thread.address);
  return own?.currentThread !== undefined && own.currentThread !== thread.address;
}

/**
 * The registers from which the kernel stack of a thread is walked. They are never made up: a running thread whose
 * processor left no context has none.
 *
 * The context of the processor is before that of the header, because a dump of a fault keeps the faulting
 * registers in the header while the thread has gone on to the bug check; the walk from there crosses the trap frame
 * and finds the faulting frame as well. In a captured triage dump the processors' contexts belong to other moments:
 * there the stack pointer decides. The CONTEXT inside the processor block itself is empty in a measured 19041 dump and
 * is not asked.
 */
export function startOfThread(
  dump: Dump,
  thread: KernelThread,
  processors: readonly Processor[],
): ThreadStart | NoStart {
  const machine = machineOfDump(dump);
  if (machine === undefined) return 'unknownProcessor';
  const processor = processors.find(({ currentThread }) => currentThread === thread.address);
  const isHeaderThread = dump.kind === 'triage' && dump.triage.objects.thread?.address === thread.address;
  const runs = thread.state === RUNNING && !isIdleElsewhere(thread, processors);
  if (processor !== undefined || isHeaderThread || runs)
    return runningStart(dump, machine, thread, processor, isHeaderThread) ?? 'runningWithoutContext';

  if (thread.kernelStack === undefined) return 'noKernelStack';
  const saved = registersOfSwitchFrame(machine, thread.kernelStack, memoryOf(dump));
  if (saved === undefined) return 'stackNotInDump';
  const pc = machine === 'arm64' ? stripSignature(saved.pc, signatureMaskOf(dump)) : saved.pc;
  // An idle thread may have been interrupted since it last switched; anything may be there then.
  if (!isLoadedCode(dump, pc)) return 'noSwitchFrame';
  return { registers: { ...saved, pc }, source: 'switchFrame', interrupted: false };
}
