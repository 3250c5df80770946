import type { Steps } from '../binary/steps.ts';
import { functionOf, processOf, sharedFrames, withoutFrames } from './frames.ts';
import type { ExportModel, KernelStackFrame } from './model.ts';

/** Threads of one process with the same stack. */
export interface MergedStack {
  readonly process: string;
  /** Outermost first, without the process; one name that is the reason where there are no frames. */
  readonly names: readonly string[];
  /** Of the first thread, as `names`; empty where there are no frames. */
  readonly frames: readonly KernelStackFrame[];
  threads: number;
  waitMs: number;
}

/** The stacks of a model, each different one of a process once, the one with most threads first. Linear in frames. */
export function* mergedStacks({ threads }: ExportModel): Steps<MergedStack[]> {
  const merged = new Map<string, MergedStack>();
  for (const { stack } of threads) {
    const process = processOf(stack);
    const frames = sharedFrames(stack);
    const names = frames.length === 0 ? [withoutFrames(stack)] : frames.map(functionOf);
    const key = [process, ...names].join('\n');
    const known = merged.get(key) ?? { process, names, frames, threads: 0, waitMs: 0 };
    known.threads += 1;
    known.waitMs += stack.waitTimeMs ?? 0;
    merged.set(key, known);
    yield undefined;
  }
  return [...merged.values()].sort((a, b) => b.threads - a.threads);
}
