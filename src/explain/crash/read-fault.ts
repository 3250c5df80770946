import type { VirtualAddress } from '../../binary/address.ts';
import type { Dump } from '../../dump/dump.ts';
import type { FoundThread, KernelObjects } from '../../kernel/kernel-objects.ts';
import type { Processor } from '../../kernel/processors.ts';
import { machineOfDump, memoryOf } from '../../stack/dump-memory.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import { type Registers, registersAt } from '../../stack/registers.ts';
import { contextSize, registersOfContext } from '../../stack/start/context.ts';
import { trapFrameRegisters } from '../../stack/x64/trap-frame.ts';
import { type CrashCode, type CrashStack, crashStack } from './crash-frames.ts';
import type { Crash } from './crash-model.ts';
import { type CrashStart, crashStart, headerStart } from './crash-start.ts';
import type { CrashView } from './crash-view.ts';
import { crashException } from './exception.ts';
import { suspectOf } from './suspect.ts';

/** The stack pointer in the context that the kernel saved for a processor. */
function stackPointerOf(dump: Dump, { context }: Processor): VirtualAddress | undefined {
  const machine = machineOfDump(dump);
  const bytes = machine && context && memoryOf(dump)(context, contextSize(machine));
  return machine && bytes && registersOfContext(machine, bytes).sp;
}

/** The thread that crashed: that of the header, else the one with the header's registers on its stack. */
function crashThread(dump: Dump, { threads, processors }: KernelObjects): FoundThread | undefined {
  const header = dump.kind === 'triage' ? dump.triage.objects.thread?.address : undefined;
  if (header !== undefined) return threads.find(({ address }) => address === header);
  const sp = headerStart(dump)?.registers.sp;
  // A deferred call runs on a stack of the processor: its saved context is then that of the header.
  const own = processors.find((processor) => sp !== undefined && stackPointerOf(dump, processor) === sp);
  const named = threads.find(({ address }) => address === own?.currentThread);
  if (named !== undefined) return named;
  const running = new Set(processors.map(({ currentThread }) => currentThread));
  return threads.find(
    ({ address, stackLimit, stackBase }) =>
      running.has(address) &&
      sp !== undefined &&
      stackLimit !== undefined &&
      stackBase !== undefined &&
      sp >= stackLimit &&
      sp < stackBase,
  );
}

/** The registers of the first frame that is shown: those of the fault where a trap was found on the way to the bug check. */
function registersOfCrash(dump: Dump, start: CrashStart, stack: CrashStack | undefined): Registers {
  const [first] = stack?.frames ?? [];
  if (first === undefined || first.address === start.registers.pc) return start.registers;
  const trapped = stack?.trapFrame && trapFrameRegisters(memoryOf(dump), stack.trapFrame);
  return trapped ?? registersAt(start.registers.machine, first.address, first.stackPointer);
}

/** What happened before the bug check: where, on which thread and stack, and the driver to look at first. */
export function readFault(
  view: CrashView,
  bugCheck: CrashCode,
  modules?: readonly DumpModule[],
): Omit<Crash, 'summary' | 'parameters'> {
  const { dump, objects } = view;
  const { code, meaning, parameters } = bugCheck;
  const thread = crashThread(dump, objects);
  const start = crashStart(dump, meaning, parameters);
  const stack = start && crashStack(dump, start, bugCheck, modules);
  const exception = crashException(view, meaning, parameters);
  const suspect = suspectOf(view, code, meaning, parameters, stack?.frames ?? []);
  const own = objects.processors.find(({ currentThread }) => currentThread === thread?.address);
  const processor = own?.number ?? thread?.processor;
  return {
    ...(processor !== undefined && { processor }),
    ...(thread && { thread }),
    ...(start && { registers: registersOfCrash(dump, start, stack) }),
    ...(exception && { exception }),
    ...(stack && { stack }),
    ...(suspect && { suspect }),
  };
}
