import { ACTIVITIES } from '../world/activities.ts';
import { capturedFrames, undisturbedFrames, userFrames } from '../world/call-chains.ts';

/** A line of a call stack: `nt!KiDeliverApc+0x1e3`. */
export interface FrameText {
  readonly module: string;
  readonly symbol: string;
  readonly offset: number;
}

/** A call that a function makes: the return address is `offset` bytes behind the function's start. */
export interface CallSite {
  readonly offset: number;
  /** `module!function`; absent where different functions are called, or where the innermost frame's call is over. */
  readonly callee?: string;
}

/** A function of the simulated kernel, as far as the call chains demand one. */
export interface FunctionNeed {
  readonly module: string;
  readonly name: string;
  readonly callSites: readonly CallSite[];
}

/** A name inside another function's body: entry code with a middle part that the debugger shows under a name of its own. */
export interface InnerLabel {
  readonly name: string;
  readonly offset: number;
}

/** By the function with the unwind entry that covers the label. */
export const INNER_LABELS: Readonly<Record<string, InnerLabel>> = {
  'nt!KiSystemCall64': { name: 'KiSystemServiceCopyEnd', offset: 0x2e0 },
  'nt!KxSwitchKernelStackCallout': { name: 'KiSwitchKernelStackContinue', offset: 0x90 },
};

const OWNER_OF_LABEL = new Map(
  Object.entries(INNER_LABELS).map(([owner, { name, offset }]) => {
    const [module = '', symbol = ''] = owner.split('!');
    return [`${module}!${name}`, { module, symbol, offset }];
  }),
);

const FRAME = /^(?<module>[^!]+)!(?<symbol>[^+]+)(?:\+0x(?<offset>[0-9a-f]+))?$/;

/** Parses a line of a chain; a line that is not a frame is a defect of the tables here. */
function parseFrame(text: string): FrameText {
  const groups = FRAME.exec(text)?.groups;
  const { module, symbol, offset } = groups ?? {};
  if (module === undefined || symbol === undefined) throw new RangeError(`not a frame: ${text}`);
  return { module, symbol, offset: Number.parseInt(offset ?? '0', 16) };
}

/** The frame with the function that covers it: a label's offset becomes one of its owner. */
export function owningFrame(text: string): FrameText {
  const frame = parseFrame(text);
  const owner = OWNER_OF_LABEL.get(`${frame.module}!${frame.symbol}`);
  return owner === undefined ? frame : { ...owner, offset: owner.offset + frame.offset };
}

/** Every function that a stack of the simulated machine may show, with all calls that the stacks see it make. */
export function neededFunctions(): readonly FunctionNeed[] {
  const needs = new Map<string, Map<number, Set<string>>>();
  for (const activity of Object.values(ACTIVITIES)) {
    for (const chain of [capturedFrames(activity), undisturbedFrames(activity), userFrames(activity)]) {
      let callee: string | undefined;
      for (const frame of chain.map(owningFrame)) {
        const key = `${frame.module}!${frame.symbol}`;
        const sites = needs.get(key) ?? new Map<number, Set<string>>();
        const callees = sites.get(frame.offset) ?? new Set<string>();
        if (callee !== undefined) callees.add(callee);
        needs.set(key, sites.set(frame.offset, callees));
        callee = key;
      }
    }
  }
  return [...needs].map(([key, sites]) => {
    const [module = '', name = ''] = key.split('!');
    const callSites = [...sites].map(([offset, callees]): CallSite => {
      const [callee] = callees;
      return callee === undefined || callees.size > 1 ? { offset } : { offset, callee };
    });
    return { module, name, callSites: callSites.sort((a, b) => a.offset - b.offset) };
  });
}
