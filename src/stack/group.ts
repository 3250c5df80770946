import { formatAddress } from '../binary/address.ts';
import { withoutCaptureFrames } from './capture-frames.ts';
import type { NamedFrame } from './named-frame.ts';

/** What makes two stacks the same. */
export type GroupBy =
  /** The functions, whatever the offsets: where the threads are in their work. */
  | { readonly kind: 'symbol' }
  /** The exact addresses. They compare within one boot of one machine. */
  | { readonly kind: 'address' }
  /** The functions of the innermost frames. */
  | { readonly kind: 'top'; readonly frames: number }
  /** The images in the order in which they call each other. */
  | { readonly kind: 'module' };

/** A stack as grouping needs it. */
export interface GroupableStack {
  readonly frames: readonly NamedFrame[];
  /** Why there are no more frames, or none. */
  readonly end: string;
}

export interface StackGroup<T> {
  /** Equal for equal stacks; for comparing, not for reading. */
  readonly key: string;
  /** In the order in which they were added. */
  readonly members: readonly T[];
  /** The stack of the first member, without the frames of the capture. */
  readonly frames: readonly NamedFrame[];
}

export interface StackGrouper<T> {
  add(stack: GroupableStack, member: T): void;
  /** The largest group first; groups of one size in the order in which they were met. */
  groups(): StackGroup<T>[];
}

/** The function of a frame; the address where it has no name. */
function functionOf({ module, symbol, text }: NamedFrame): string {
  return symbol === undefined ? text : `${module}!${symbol}`;
}

/**
 * The frames that two stacks are compared by. Guesses are left out, because what earlier calls left behind differs
 * between threads that do the same; a stack of nothing but guesses is compared by them.
 */
function comparedFrames(frames: readonly NamedFrame[]): readonly NamedFrame[] {
  const sure = frames.filter(({ foundBy }) => foundBy !== 'scan');
  return sure.length > 1 ? sure : frames;
}

function partsOf(frames: readonly NamedFrame[], by: GroupBy): string[] {
  switch (by.kind) {
    case 'symbol':
      return frames.map(functionOf);
    case 'address':
      return frames.map(({ address }) => formatAddress(address));
    case 'top':
      return frames.slice(0, by.frames).map(functionOf);
    case 'module': {
      const modules = frames.map(({ module, text }) => module ?? text);
      return modules.filter((module, index) => module !== modules[index - 1]);
    }
  }
}

/** The functions by which a stack is compared, innermost first; empty where there are no frames. */
export function comparedFunctions({ frames }: GroupableStack): string[] {
  return partsOf(comparedFrames(withoutCaptureFrames(frames)), { kind: 'symbol' });
}

/** The key of a stack; stacks without frames are distinguished by the reason. */
export function stackKey({ frames, end }: GroupableStack, by: GroupBy): string {
  const own = withoutCaptureFrames(frames);
  return own.length === 0 ? `(${end})` : partsOf(comparedFrames(own), by).join('\n');
}

/** Collects stacks into groups; what it holds grows with the number of different stacks and of members. */
export function stackGrouper<T>(by: GroupBy): StackGrouper<T> {
  const groups = new Map<string, { readonly frames: readonly NamedFrame[]; readonly members: T[] }>();
  return {
    add(stack, member) {
      const key = stackKey(stack, by);
      const known = groups.get(key);
      if (known === undefined)
        groups.set(key, { frames: withoutCaptureFrames(stack.frames), members: [member] });
      else known.members.push(member);
    },
    groups: () =>
      Array.from(groups, ([key, group]) => ({ key, ...group })).sort(
        (a, b) => b.members.length - a.members.length,
      ),
  };
}
