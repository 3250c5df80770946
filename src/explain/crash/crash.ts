import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import type { Dump } from '../../dump/dump.ts';
import { baseName, driverAt } from '../../dump/modules.ts';
import { originOf } from '../../dump/origin.ts';
import { isDriverDefinedCode, plainBugCheckCode } from '../../kernel/bug-check/bug-check-name.ts';
import { type BugCheckMeaning, bugCheckMeaning } from '../../kernel/bug-check/code-meaning.ts';
import type { ParameterKind } from '../../kernel/bug-check/parameter-kinds.ts';
import type { FoundThread, KernelObjects } from '../../kernel/kernel-objects.ts';
import type { Processor } from '../../kernel/processors.ts';
import { machineOfDump, memoryOf } from '../../stack/dump-memory.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import { type Registers, registersAt } from '../../stack/registers.ts';
import { contextSize, registersOfContext } from '../../stack/start/context.ts';
import { trapFrameRegisters } from '../../stack/x64/trap-frame.ts';
import { moduleNameOf } from '../../symbols/module-name.ts';
import type { ImageMap, LoadedImage } from '../images.ts';
import { type CrashStack, crashStack } from './crash-frames.ts';
import { type CrashStart, crashStart, headerStart } from './crash-start.ts';
import { type CrashView, valueText } from './describe-value.ts';
import { type CrashException, crashException } from './exception.ts';
import { type Suspect, suspectOf } from './suspect.ts';

/** A parameter of the bug check, in words. */
export interface DescribedParameter {
  readonly value: bigint;
  readonly kind: ParameterKind;
  /** What the parameter is. */
  readonly means: string;
  /** What its value is. */
  readonly text?: string;
}

/** What a dump shows about the crash that it was written for. */
export interface Crash {
  /** What happened, as a sentence. */
  readonly summary?: string;
  readonly parameters: readonly DescribedParameter[];
  readonly processor?: number;
  readonly thread?: FoundThread;
  readonly registers?: Registers;
  readonly exception?: CrashException;
  readonly stack?: CrashStack;
  readonly suspect?: Suspect;
}

const DRIVER_CODE = 'A driver defines this code; its meaning is not published.';

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

function describe(
  view: CrashView,
  meaning: BugCheckMeaning,
  values: readonly bigint[],
): DescribedParameter[] {
  return meaning.parameters.map(([kind, means], index) => {
    const value = values[index] ?? 0n;
    const text = valueText(view, kind, value);
    return { value, kind, means, ...(text !== undefined && { text }) };
  });
}

function parametersOf({ header }: Dump): readonly bigint[] {
  return ([1, 2, 3, 4] as const).map((index) => header.get(`BugCheckParameter${index}`) ?? 0n);
}

/** What the code and its parameters mean, for every dump that a crash or a live report of Windows wrote. */
export function bugCheckInWords(view: CrashView): Pick<Crash, 'summary' | 'parameters'> | undefined {
  const code = view.dump.header.get('BugCheckCode');
  if (code === undefined) return undefined;
  const values = parametersOf(view.dump);
  const meaning = bugCheckMeaning(code, values[0] ?? 0n);
  if (meaning !== undefined) return { summary: meaning.is, parameters: describe(view, meaning, values) };
  return isDriverDefinedCode(code) ? { summary: DRIVER_CODE, parameters: [] } : undefined;
}

/** Images by address. A crash asks for a few addresses, and a sorted map of all images costs more than looking through them. */
function imagesOf(dump: Dump): ImageMap {
  function find(address: bigint): LoadedImage | undefined {
    const driver = driverAt(dump.drivers(), address);
    if (driver === undefined) return undefined;
    const { path, base, size } = driver;
    const name = moduleNameOf(path);
    return { name, file: baseName(path), base, end: addressAt(base, size), isKernel: name === 'nt' };
  }
  return {
    find,
    nameOf(address) {
      const image = find(address);
      return image && `${image.name}+0x${(address - image.base).toString(16)}`;
    },
  };
}

/** The view of a dump that its crash is read from. */
export function crashView(dump: Dump, objects: KernelObjects): CrashView {
  return { dump, objects, images: imagesOf(dump) };
}

/** The crash that a dump was written for; undefined for dumps of running machines and of captures. */
export function readCrash(view: CrashView, modules?: readonly DumpModule[]): Crash | undefined {
  const { dump, objects } = view;
  const code = dump.header.get('BugCheckCode');
  if (code === undefined || originOf(dump).kind !== 'BugCheck') return undefined;
  const values = parametersOf(dump);
  const meaning = bugCheckMeaning(code, values[0] ?? 0n);
  const words = bugCheckInWords(view);
  const thread = crashThread(dump, objects);
  const start = crashStart(dump, meaning, values);
  const plain = plainBugCheckCode(code);
  const stack = start && crashStack(dump, start, { code: plain, meaning, parameters: values }, modules);
  const exception = crashException(view, meaning, values);
  const suspect = suspectOf(view, plain, meaning, values, stack?.frames ?? []);
  const own = objects.processors.find(({ currentThread }) => currentThread === thread?.address);
  const processor = own?.number ?? thread?.processor;
  return {
    parameters: [],
    ...words,
    ...(processor !== undefined && { processor }),
    ...(thread && { thread }),
    ...(start && { registers: registersOfCrash(dump, start, stack) }),
    ...(exception && { exception }),
    ...(stack && { stack }),
    ...(suspect && { suspect }),
  };
}
