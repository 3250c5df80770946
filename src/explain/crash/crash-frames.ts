import type { VirtualAddress } from '../../binary/address.ts';
import type { Dump } from '../../dump/dump.ts';
import type { BugCheckMeaning } from '../../kernel/bug-check/code-meaning.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import type { WalkEnd } from '../../stack/frame.ts';
import { framesFrom } from '../../stack/frames-from.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import type { CrashSource, CrashStart } from './crash-start.ts';

/** The stack of a crash, from the fault on. */
export interface CrashStack {
  readonly frames: readonly NamedFrame[];
  readonly end: WalkEnd;
  readonly source: CrashSource;
  /** The trap frame that the first frame was interrupted with. */
  readonly trapFrame?: VirtualAddress;
}

/** Watchdogs that fire in a clock interrupt: what the interrupt interrupted is what took so long. */
const WATCHDOGS: ReadonlySet<number> = new Set([0x101, 0x133]);
/** A trap that has no parameter for its place. */
const TRAPS: ReadonlySet<number> = new Set([0x7f]);

/** Whether the code is about one instruction, which a trap interrupted on its way to the bug check. */
function isFault(code: number, meaning: BugCheckMeaning | undefined): boolean {
  if (WATCHDOGS.has(code) || TRAPS.has(code)) return true;
  const kinds = meaning?.parameters.map(([kind]) => kind) ?? [];
  return kinds.includes('TrapFrame') || kinds.includes('Access') || kinds.includes('Context');
}

/**
 * The frames from the fault on: the frames before it lead from the trap to the bug check. The frame of the instruction that a
 * parameter names is the fault; else the first one that a trap interrupted in kernel mode.
 */
function fromFault(
  frames: readonly NamedFrame[],
  meaning: BugCheckMeaning | undefined,
  parameters: readonly bigint[],
): number {
  const code = meaning?.parameters.findIndex(([kind]) => kind === 'Code') ?? -1;
  const isNamed = ({ address }: NamedFrame) => code >= 0 && address === parameters[code];
  const isTrapped = ({ foundBy }: NamedFrame) => foundBy === 'trapFrame';
  // The address is also a parameter on the stack of the bug check, which a scan takes for a frame: it counts last.
  const places = [
    frames.findIndex((frame) => isTrapped(frame) && isNamed(frame)),
    frames.findIndex(isTrapped),
    frames.findIndex((frame) => frame.foundBy !== 'scan' && isNamed(frame)),
    frames.findIndex(isNamed),
  ];
  return places.find((index) => index >= 0) ?? -1;
}

/** The bug check of a crash. */
export interface CrashCode {
  /** Without the bits that modify it. */
  readonly code: number;
  readonly meaning: BugCheckMeaning | undefined;
  readonly parameters: readonly bigint[];
}

/** The stack of a crash from its start. */
export function crashStack(
  dump: Dump,
  start: CrashStart,
  { code, meaning, parameters }: CrashCode,
  modules?: readonly DumpModule[],
): CrashStack {
  const { frames, end } = framesFrom(dump, start.registers, modules);
  if (start.source !== 'HeaderContext' || !isFault(code, meaning))
    return { frames, end, source: start.source };
  const first = fromFault(frames, meaning, parameters);
  const trapFrame = frames[first - 1]?.trapFrame;
  if (first <= 0) return { frames, end, source: start.source };
  return { frames: frames.slice(first), end, source: 'TrapFrame', ...(trapFrame && { trapFrame }) };
}
