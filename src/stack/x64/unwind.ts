import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { attached } from '../../binary/attached.ts';
import { type ReadMemory, readPointer } from '../memory.ts';
import type { StackModule } from '../modules.ts';
import { type Register, type Registers, X64_REGISTER, X64_VOLATILE } from '../registers.ts';
import { problem, type Step, type StepProblem } from '../step.ts';
import type { UnwindData } from '../unwind-data.ts';
import { describedEpilogRest, epilogRestAt } from './epilog.ts';
import { lookUpFunction, type RuntimeFunction, TABLE_MISSING } from './function-table.ts';
import { KERNEL_CODE, TRAP_FRAME_RIP } from './trap-frame.ts';
import { readUnwindInfo, type UnwindCode, type UnwindInfo, type UnwindInfoProblem } from './unwind-info.ts';

/** Entries that a chain may have; the deepest that is known is 2, and the kernel itself gives up after 32. */
const LONGEST_CHAIN = 8;

/**
 * What the processor pushes on an interrupt, preceded by an error code or not: rip, cs, rflags, rsp, ss
 * (Intel SDM, "Interrupt stack frame").
 */
const MACHINE_FRAME = { rip: 0x00, cs: 0x08, rsp: 0x18 } as const;

/** A frame while its codes are undone. */
interface Unwinding {
  sp: VirtualAddress;
  /**
   * The stack pointer before any code was undone. Without a frame register the offsets of saves count from here, in
   * whatever order the codes are (Microsoft documentation "x64 exception handling", UNWIND_CODE).
   */
  readonly base: VirtualAddress;
  readonly general: Register[];
  readonly read: ReadMemory;
  machineFrame?: {
    readonly pc: VirtualAddress;
    readonly trapFrame: VirtualAddress;
    readonly inKernel: boolean;
  };
}

/** Undoes one code; a problem when it needs what is not known. */
function undo(
  state: Unwinding,
  code: UnwindCode,
  frameBase: VirtualAddress | undefined,
): StepProblem | undefined {
  switch (code.kind) {
    case 'push': {
      const value = readPointer(state.read, state.sp);
      if (value === undefined) return 'stackMissing';
      state.general[code.register] = value;
      state.sp = addressAt(state.sp, 8);
      return undefined;
    }
    case 'allocate':
      state.sp = addressAt(state.sp, code.size);
      return undefined;
    case 'setFrameRegister':
      if (frameBase === undefined) return 'registerUnknown';
      state.sp = frameBase;
      return undefined;
    case 'save': {
      const value = readPointer(state.read, frameBase ?? state.base, code.offset);
      if (value === undefined) return 'stackMissing';
      state.general[code.register] = value;
      return undefined;
    }
    case 'machineFrame': {
      const at = addressAt(state.sp, code.errorCode ? 8 : 0);
      const pc = readPointer(state.read, at, MACHINE_FRAME.rip);
      const sp = readPointer(state.read, at, MACHINE_FRAME.rsp);
      if (pc === undefined || sp === undefined) return 'stackMissing';
      state.sp = sp;
      const cs = readPointer(state.read, at, MACHINE_FRAME.cs) ?? 0n;
      const inKernel = BigInt.asUintN(16, cs) === BigInt(KERNEL_CODE);
      state.machineFrame = { pc, trapFrame: addressAt(at, -TRAP_FRAME_RIP), inKernel };
      return undefined;
    }
    case 'epilog':
    case 'epilogSize':
    case 'nothing':
      return undefined;
  }
}

/** Undoes the part of one prolog that has been carried out at `rva`. */
function undoProlog(
  state: Unwinding,
  entry: RuntimeFunction,
  info: UnwindInfo,
  rva: number,
): StepProblem | undefined {
  const offset = rva - entry.begin;
  const done = offset >= 0 && offset < info.prologSize ? offset : Number.POSITIVE_INFINITY;
  const codes = info.codes.filter((code) => code.codeOffset <= done);
  let frameBase: VirtualAddress | undefined;
  if (info.frameRegister !== undefined) {
    // A chained entry continues a prolog that has set the register already.
    const isSet =
      done === Number.POSITIVE_INFINITY ||
      info.chained !== undefined ||
      codes.some((code) => code.kind === 'setFrameRegister');
    const value = state.general[info.frameRegister.register];
    if (isSet && value === undefined) return 'registerUnknown';
    if (isSet && value !== undefined) frameBase = addressAt(value, -info.frameRegister.offset);
  }
  for (const code of codes) {
    const failed = undo(state, code, frameBase);
    if (failed !== undefined) return failed;
  }
  return undefined;
}

/**
 * The unwind information that `first` is chained to, the nearest first. A chain never leads back to itself; one that does is
 * refused before any of it is undone, because a walk would undo it for every guess on a stack.
 */
function chainOf(
  data: UnwindData,
  first: UnwindInfo,
): ReadonlyArray<{ readonly entry: RuntimeFunction; readonly info: UnwindInfo }> | UnwindInfoProblem {
  const chain: { readonly entry: RuntimeFunction; readonly info: UnwindInfo }[] = [];
  let info = first;
  while (info.chained !== undefined) {
    const entry = info.chained;
    const isRepeated = chain.some((known) => known.entry.unwindInfo === entry.unwindInfo);
    if (isRepeated || chain.length >= LONGEST_CHAIN) return 'unwindDamaged';
    const next = readUnwindInfo(data.read, entry.unwindInfo);
    if (typeof next === 'string') return next;
    chain.push({ entry, info: next });
    info = next;
  }
  return chain;
}

/** The prologs to undo for a return address: of the entry that holds it, and of those that it is chained to. */
interface UnwindPlan {
  readonly entry: RuntimeFunction;
  readonly info: UnwindInfo;
  readonly chain: ReturnType<typeof chainOf>;
}

/** Unwind codes of plans that are kept, over all images: some 10 MB. */
const MOST_PLANNED_CODES = 100_000;
/** What a plan costs beside its codes, as codes. */
const CODES_OF_PLAN = 8;

type Plans = Map<number, UnwindPlan | StepProblem>;

const plans = attached<UnwindData, Plans>();
/** The plans of all images, to be dropped together; those of an image that is gone are gone already. */
let allPlans: WeakRef<Plans>[] = [];
let plannedCodes = 0;

function makePlan(data: UnwindData, rva: number): UnwindPlan | StepProblem {
  const entry = lookUpFunction(data, rva);
  if (entry === TABLE_MISSING) return 'unwindDataMissing';
  if (entry === undefined) return 'noFunctionEntry';
  const info = readUnwindInfo(data.read, entry.unwindInfo);
  return typeof info === 'string' ? info : { entry, info, chain: chainOf(data, info) };
}

/** The plan for an RVA behind a call. The stacks of one machine share most of their return addresses. */
function planAt(data: UnwindData, rva: number): UnwindPlan | StepProblem {
  const known = plans.get(data)?.get(rva);
  if (known !== undefined) return known;
  const plan = makePlan(data, rva);
  const chain = typeof plan === 'string' || typeof plan.chain === 'string' ? [] : plan.chain;
  const own = typeof plan === 'string' ? 0 : plan.info.codes.length;
  plannedCodes += chain.reduce((sum, { info }) => sum + info.codes.length, own + CODES_OF_PLAN);
  if (plannedCodes > MOST_PLANNED_CODES) {
    for (const each of allPlans) each.deref()?.clear();
    allPlans = [];
    plannedCodes = 0;
  }
  const ofImage = plans.get(data) ?? new Map<number, UnwindPlan | StepProblem>();
  if (ofImage.size === 0) {
    plans.set(data, ofImage);
    allPlans.push(new WeakRef(ofImage));
  }
  ofImage.set(rva, plan);
  return plan;
}

/** The entry that a function begins with: parts that were split off are chained to it. */
export function primaryBegin(data: UnwindData, entry: RuntimeFunction): number {
  const info = readUnwindInfo(data.read, entry.unwindInfo);
  const chain = typeof info === 'string' ? info : chainOf(data, info);
  return typeof chain === 'string' ? entry.begin : (chain.at(-1)?.entry.begin ?? entry.begin);
}

/** The registers that the prolog of a function and of what it is chained to pushed, the last one first. */
function pushedRegisters(data: UnwindData, info: UnwindInfo): number[] {
  const chain = chainOf(data, info);
  const all = [info, ...(typeof chain === 'string' ? [] : chain.map((parent) => parent.info))];
  return all.flatMap(({ codes }) => codes.flatMap((code) => (code.kind === 'push' ? [code.register] : [])));
}

/** Whether a jump from the function of `entry` to `target` leaves that function. */
function isTailCall(data: UnwindData, entry: RuntimeFunction, target: number): boolean {
  if (target >= entry.begin && target < entry.end) return target === entry.begin;
  const begin = primaryBegin(data, entry);
  if (target === begin) return true;
  const other = lookUpFunction(data, target);
  if (other === TABLE_MISSING) return false;
  return other === undefined || primaryBegin(data, other) !== begin;
}

/** Carries out what is left of an epilog, up to its return or jump. */
function finishEpilog(
  state: Unwinding,
  data: UnwindData,
  entry: RuntimeFunction,
  info: UnwindInfo,
  rva: number,
): StepProblem | 'notInEpilog' | undefined {
  const rest =
    data.read(rva, 1) === undefined
      ? describedEpilogRest(info, entry.end - rva, pushedRegisters(data, info))
      : epilogRestAt(data.read, rva, (target) => isTailCall(data, entry, target));
  if (rest === undefined) return 'notInEpilog';
  if (rest.release !== undefined) {
    const { base, displacement } = rest.release;
    const from = base === 'sp' ? state.sp : state.general[base];
    if (from === undefined) return 'registerUnknown';
    state.sp = addressAt(from, displacement);
  }
  for (const register of rest.pops) {
    const value = readPointer(state.read, state.sp);
    if (value === undefined) return 'stackMissing';
    state.general[register] = value;
    state.sp = addressAt(state.sp, 8);
  }
  return undefined;
}

/** Undoes the prologs of an entry and of every entry that it is chained to. */
function undoChain(
  state: Unwinding,
  { entry, info, chain }: UnwindPlan,
  rva: number,
): StepProblem | undefined {
  if (typeof chain === 'string') return chain;
  const failed = undoProlog(state, entry, info, rva);
  if (failed !== undefined) return failed;
  for (const parent of chain) {
    const parentFailed = undoProlog(state, parent.entry, parent.info, rva);
    if (parentFailed !== undefined) return parentFailed;
  }
  return undefined;
}

function callerOf(state: Unwinding, foundBy: 'unwindData' | 'leaf'): Step {
  const { machineFrame } = state;
  if (machineFrame !== undefined) {
    const registers: Registers = {
      machine: 'x64',
      pc: machineFrame.pc,
      sp: state.sp,
      general: state.general,
    };
    const { trapFrame, inKernel } = machineFrame;
    return { kind: 'caller', registers, foundBy: 'trapFrame', trapFrame, inKernel };
  }
  const pc = readPointer(state.read, state.sp);
  if (pc === undefined) return problem('stackMissing');
  return {
    kind: 'caller',
    registers: { machine: 'x64', pc, sp: addressAt(state.sp, 8), general: state.general },
    foundBy,
  };
}

/**
 * The caller of the frame that `registers` describe, from the unwind data of `module`. Pure: it reads the target's
 * stack through `read` and nothing else.
 *
 * `interrupted` distinguishes a frame that precedes any instruction of its function (the top frame, or one that a trap
 * interrupted) from one that is behind a call. Only the first can be in an epilog or be a leaf function.
 */
export function unwindX64(
  registers: Registers,
  module: StackModule,
  read: ReadMemory,
  interrupted: boolean,
): Step {
  const data = module.unwindData();
  if (data === undefined) return problem('noUnwindData');
  const rva = Number(registers.pc - module.base);
  // A call can be the last instruction of a function: its return address then belongs to the next function.
  const plan = planAt(data, interrupted ? rva : rva - 1);
  const isLeaf = plan === 'noFunctionEntry';
  if (typeof plan === 'string' && !(isLeaf && interrupted)) return problem(plan);

  const general = [...registers.general];
  general[X64_REGISTER.rsp] = undefined;
  const state: Unwinding = { sp: registers.sp, base: registers.sp, general, read };
  if (typeof plan === 'string') {
    for (const register of X64_VOLATILE) general[register] = undefined;
    return callerOf(state, 'leaf');
  }

  const { entry, info } = plan;
  const inProlog = rva >= entry.begin && rva - entry.begin < info.prologSize;
  const epilog = interrupted && !inProlog ? finishEpilog(state, data, entry, info, rva) : 'notInEpilog';
  const failed = epilog === 'notInEpilog' ? undoChain(state, plan, rva) : epilog;
  if (failed !== undefined) return problem(failed);
  for (const register of X64_VOLATILE) general[register] = undefined;
  return callerOf(state, 'unwindData');
}
