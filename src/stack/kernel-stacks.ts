import type { Failure } from '../contract/failure.ts';
import type { Dump } from '../dump/dump.ts';
import type { LoadedDriver } from '../dump/modules.ts';
import { UNITS_PER_CHARACTER, UNITS_PER_PART } from '../dump/work.ts';
import type { Processor } from '../kernel/processors.ts';
import type { KernelThread } from '../kernel/read-thread.ts';
import { symbolResolver } from '../symbols/resolver.ts';
import { DEEPEST_CAPTURE_FRAME, markCaptureFrames, withoutCaptureFrames } from './capture-frames.ts';
import { memoryOf } from './dump-memory.ts';
import { type DumpModule, dumpModules } from './dump-modules.ts';
import type { StackWalk, WalkEnd } from './frame.ts';
import { type ModuleFileFinder, NO_FILES } from './module-files.ts';
import { type ModuleMap, moduleMap } from './modules.ts';
import { frameNamer, type NamedFrame } from './named-frame.ts';
import { type NoStart, type StartSource, signatureMaskOf, startOfThread } from './start/thread-start.ts';
import { walkFrames } from './walk.ts';

/** The kernel stack of one thread of a dump. */
export interface KernelStack {
  readonly thread: KernelThread;
  /** Absent when there was nothing to start from. */
  readonly start?: StartSource;
  /** The innermost first. */
  readonly frames: readonly NamedFrame[];
  /** Why there are no more frames, or none at all. */
  readonly end: WalkEnd | NoStart;
}

export interface StackOptions {
  /** Where images and PDBs come from. Default: nothing but the dump itself. */
  readonly finder?: ModuleFileFinder;
  /** Whether to guess where unwind data is missing. Default true. */
  readonly scan?: boolean;
  /** At most so many frames that are shown. */
  readonly maxFrames?: number;
  /** Whether the frames of the capture itself are shown too, and so count. Default false. */
  readonly includeCaptureFrames?: boolean;
  /** Whether each frame keeps its registers. Default false. */
  readonly registers?: boolean;
  /** Called once a module when a file that was found for it is damaged. */
  readonly onDamage?: (driver: LoadedDriver, failure: Failure) => void;
}

/** Walks and names the stacks of a dump. Images and symbols that one thread needed serve the next. */
export interface StackReader {
  /** The stack with what is at hand without waiting. */
  read(thread: KernelThread): KernelStack;
  /** The stack after asking symbol servers for what was missing. */
  fetchAndRead(thread: KernelThread): Promise<KernelStack>;
  /** Drivers that frames are in, so that a caller can warn once of each that lacks files. */
  drivers(): readonly LoadedDriver[];
}

/** How often the record of a frame has its name: by itself, with its module and offset, and in the key of the stack. */
const TIMES_WRITTEN = 4;

interface Walked {
  readonly start?: StartSource;
  readonly walk?: StackWalk;
  readonly end: WalkEnd | NoStart;
}

/** Images that frames are in; those that were only guessed are not worth a download. */
function modulesOf({ walk }: Walked, modules: readonly DumpModule[]): readonly DumpModule[] {
  const sure = walk?.frames.filter(({ foundBy }) => foundBy !== 'scan') ?? [];
  const found = new Set<unknown>(sure.map(({ module }) => module));
  return found.size === 0 ? [] : modules.filter((module) => found.has(module));
}

export function stackReader(
  dump: Dump,
  processors: readonly Processor[],
  options: StackOptions = {},
): StackReader {
  const modules = dumpModules(dump, options.finder ?? NO_FILES, options.onDamage);
  const map: ModuleMap = moduleMap(modules);
  const memory = memoryOf(dump);
  const unloaded = dump.unloadedDrivers();
  let nameFrame = frameNamer(symbolResolver(modules, unloaded));
  const { maxFrames, includeCaptureFrames = false } = options;
  const walkLimit = maxFrames && (includeCaptureFrames ? maxFrames : maxFrames + DEEPEST_CAPTURE_FRAME);
  const fetched = new Set<DumpModule>();
  const shown = new Map<bigint, LoadedDriver>();
  const scannedFor = new Map<bigint, bigint>();

  /** A stack belongs to one thread, and is scanned for one: in a dump with threads that share a stack, all but one are made up. */
  function mayScan({ address, stackLimit }: KernelThread): boolean {
    if (options.scan === false) return false;
    if (stackLimit === undefined) return true;
    const owner = scannedFor.get(stackLimit) ?? address;
    scannedFor.set(stackLimit, owner);
    if (owner === address) return true;
    dump.findings.add('damaged', 'threads share a stack: it was scanned for the first of them alone');
    return false;
  }

  function walk(thread: KernelThread): Walked {
    const start = startOfThread(dump, thread, processors);
    if (typeof start === 'string') return { end: start };
    const found = walkFrames(start.registers, map, memory, {
      interrupted: start.interrupted,
      signatureMask: signatureMaskOf(dump),
      scan: mayScan(thread),
      ...(walkLimit !== undefined && { maxFrames: walkLimit }),
      ...(options.registers !== undefined && { registers: options.registers }),
    });
    return { start: start.source, walk: found, end: found.end };
  }

  function finish(thread: KernelThread, walked: Walked): KernelStack {
    for (const { base, driver } of modulesOf(walked, modules)) shown.set(base, driver);
    const named = walked.walk?.frames.map(nameFrame) ?? [];
    // Frames can be one word of a page that repeats, in a function with a name of thousands of letters.
    dump.work.spend(
      named.reduce(
        (sum, { text }) => sum + UNITS_PER_PART + text.length * TIMES_WRITTEN * UNITS_PER_CHARACTER,
        0,
      ),
    );
    const found = markCaptureFrames(named);
    const hidden = includeCaptureFrames ? 0 : found.length - withoutCaptureFrames(found).length;
    const frames = maxFrames === undefined ? found : found.slice(0, hidden + maxFrames);
    return {
      thread,
      ...(walked.start && { start: walked.start }),
      frames,
      end: frames.length < found.length ? 'frameLimit' : walked.end,
    };
  }

  return {
    read: (thread) => finish(thread, walk(thread)),
    async fetchAndRead(thread) {
      // What a download brings can lead to frames in further images: each round asks for at least one more.
      for (;;) {
        const walked = walk(thread);
        const asked = modulesOf(walked, modules).filter((module) => !fetched.has(module));
        for (const module of asked) fetched.add(module);
        const brought = await Promise.all(asked.map((module) => module.fetch()));
        if (brought.includes(true)) nameFrame = frameNamer(symbolResolver(modules, unloaded));
        else return finish(thread, walked);
      }
    },
    drivers: () => [...shown.values()],
  };
}
