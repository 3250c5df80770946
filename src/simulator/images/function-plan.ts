import { hashText } from '../seeded-random.ts';
import { type FunctionNeed, INNER_LABELS, type InnerLabel, neededFunctions } from './call-sites.ts';
import { EXPORTED, type ModulePlan } from './modules.ts';
import { type FramePlan, type PrologStep, planFrame } from './prolog.ts';

/** A function before it has an address. */
export interface FunctionPlan extends FunctionNeed, FramePlan {
  readonly unwindVersion: 1 | 2;
  readonly hasHandler: boolean;
  readonly isExported: boolean;
  readonly label?: InnerLabel;
  /** The later part of the body has an unwind entry of its own, chained to the first, and saves a register more. */
  readonly piece?: { readonly offset: number; readonly prolog: readonly PrologStep[] };
  /** A stub of ntdll: no frame, and the system call returns to its last instruction. */
  readonly isSystemCall?: true;
  /** Bytes before the epilog. */
  readonly bodyBytes: number;
}

/** An import call is 7 bytes long and must not begin inside the prolog. */
const LONGEST_CALL = 7;

function planFunction(need: FunctionNeed, isUserMode: boolean): FunctionPlan {
  const key = `${need.module}!${need.name}`;
  if (need.module === 'ntdll' && need.name.startsWith('Nt')) return planSystemCall(need);
  const hash = hashText(key);
  const offsets = need.callSites.map(({ offset }) => offset);
  const label = INNER_LABELS[key];
  const calls = offsets.filter((offset) => offset !== label?.offset);
  const room = Math.min(...calls, 0x1000) - LONGEST_CALL;
  const frame = planFrame(key, hash, room);
  const isPlain = frame.dynamicBytes === 0 && frame.prolog[0]?.step !== 'machineFrame';
  const piece = isPlain ? planPiece(frame, offsets) : undefined;
  return {
    ...need,
    ...frame,
    unwindVersion: isPlain && hash % 3 !== 0 ? 2 : 1,
    hasHandler: hash % 5 === 0 && piece === undefined && isPlain,
    isExported: isUserMode || EXPORTED.has(key),
    ...(label === undefined ? {} : { label }),
    ...(piece === undefined ? {} : { piece }),
    bodyBytes: Math.max(...offsets, 0x20) + 0x18,
  };
}

function planSystemCall(need: FunctionNeed): FunctionPlan {
  return {
    ...need,
    prolog: [],
    dynamicBytes: 0,
    unwindVersion: 1,
    hasHandler: false,
    isExported: true,
    isSystemCall: true,
    bodyBytes: Math.max(...need.callSites.map(({ offset }) => offset)),
  };
}

/** Long functions are laid out in two pieces, as optimising linkers do: every call before or behind the seam. */
function planPiece(frame: FramePlan, offsets: readonly number[]): FunctionPlan['piece'] {
  const last = Math.max(...offsets);
  const local = frame.prolog.find((step) => step.step === 'allocate')?.bytes ?? 0;
  const isFree = !frame.prolog.some((step) => 'register' in step && step.register === 'r13');
  if (last < 0x300 || local < 0x60 || !isFree) return undefined;
  const earlier = offsets.filter((offset) => offset < last);
  const seam = Math.max(...earlier, 0x100) + 0x20;
  if (seam + 0x20 > last) return undefined;
  return { offset: seam, prolog: [{ step: 'save', register: 'r13', at: (local & ~0xf) - 8 }] };
}

let needed: readonly FunctionNeed[] | undefined;

/** Functions of a module in the order of their addresses, `DriverEntry` and a leaf among them. */
export function planModule(module: ModulePlan): readonly FunctionPlan[] {
  needed ??= neededFunctions();
  const needs = needed.filter((need) => need.module === module.name);
  const common = ['DriverEntry', 'GuardDispatch'].map((name) => ({
    module: module.name,
    name,
    callSites: [],
  }));
  // User-mode frames are named from exports alone, so there every function is exported.
  return [...common, ...needs].map((need) => planFunction(need, module.isUserMode === true));
}
