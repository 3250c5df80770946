import { type VirtualAddress, virtualAddress } from '../../../binary/address.ts';
import { type CodePlace, codePlace } from '../code/kernel-images.ts';
import type { PrologStep, Register } from '../code/prolog.ts';
import type { Random } from '../seeded-random.ts';
import { type Remains, remains } from './remains.ts';
import { type StackMemory, type StackSegment, stackMemory, stackSegment } from './stack-memory.ts';

/**
 * Makes a kernel stack by running the prologs of a call chain in calling order, outermost function first, so that
 * what lies on the stack follows from the same code as the unwind data and from nothing else.
 */
export interface CallChainRun {
  /** Current segment first; a second one when the stack was expanded on the way. */
  readonly segments: readonly StackSegment[];
  /** KTHREAD.InitialStack of the current segment. */
  readonly initialStack: VirtualAddress;
  /** The innermost frame as a context record holds it. */
  readonly rip: VirtualAddress;
  readonly rsp: VirtualAddress;
  readonly registers: Readonly<Record<Register, bigint>>;
  /** KTHREAD.TrapFrame; absent for a thread that did not come from user mode. */
  readonly trapFrame?: VirtualAddress;
  /** What the machine frames hold, outermost first: the trap frame addresses that a debugger prints. */
  readonly machineFrames: readonly MachineFrame[];
}

export interface MachineFrame {
  /** The KTRAP_FRAME of which the machine frame is the last part. */
  readonly trapFrame: VirtualAddress;
  /** The function whose entry code follows the machine frame. */
  readonly symbol: string;
}

export interface CallChain {
  /** Innermost first, as in a listing. */
  readonly lines: readonly string[];
  /** KTHREAD.StackBase: of the segment in use. */
  readonly stackBase: VirtualAddress;
  /** The segment that was in use before the stack switch in the chain. */
  readonly olderStackBase?: VirtualAddress;
  /** Bytes of each segment. */
  readonly stackBytes: number;
  /** The interrupted user-mode code; absent for a system thread. */
  readonly user?: { readonly rip: bigint; readonly rsp: bigint };
}

/** Below StackBase: the save area for floating point state (FXSAVE, 512 bytes) and KERNEL_STACK_CONTROL. */
const SAVE_AREA_AND_CONTROL = 0x250n;
/** An expanded segment has no floating point state to save. */
const CONTROL = 0x50n;
/** KTRAP_FRAME.Rip of x64: the machine frame is the structure's end. */
const TRAP_FRAME_RIP = 0x168n;
const MACHINE_FRAME_BYTES = 0x28n;
const USER_FLAGS = 0x246n;

interface Processor {
  rsp: bigint;
  registers: Record<Register, bigint>;
}

const ZERO_REGISTERS: Readonly<Record<Register, bigint>> = {
  rbx: 0n,
  rbp: 0n,
  rsi: 0n,
  rdi: 0n,
  r12: 0n,
  r13: 0n,
  r14: 0n,
  r15: 0n,
};

export function runCallChain(chain: CallChain, random: Random): CallChainRun {
  const older = stackSegment(chain.olderStackBase ?? chain.stackBase, chain.stackBytes);
  const expanded =
    chain.olderStackBase === undefined ? undefined : stackSegment(chain.stackBase, chain.stackBytes);
  const segments = expanded === undefined ? [older] : [expanded, older];
  const memory = stackMemory(segments);
  const oldInitial = older.base - SAVE_AREA_AND_CONTROL;
  const newInitial = expanded === undefined ? undefined : expanded.base - CONTROL;
  const junk = remains(random);
  const cpu: Processor = { rsp: oldInitial, registers: { ...ZERO_REGISTERS } };
  for (const register of registerNames) cpu.registers[register] = junk.pointer();

  const machineFrames: MachineFrame[] = [];
  const outermostFirst = chain.lines.map(codePlace).toReversed();
  let caller: CodePlace | undefined;
  for (const place of outermostFirst) {
    const isInterrupted = place.target.prolog[0]?.step === 'machineFrame';
    if (isInterrupted) {
      const from = caller === undefined ? chain.user : { rip: caller.address, rsp: cpu.rsp };
      if (from === undefined) throw new RangeError('a machine frame needs something that was interrupted');
      // A kernel-mode machine frame is made by a stack switch here: it lies on the new segment.
      if (caller !== undefined) cpu.rsp = newInitial ?? cpu.rsp;
      cpu.rsp -= MACHINE_FRAME_BYTES;
      writeMachineFrame(memory, cpu.rsp, from, caller === undefined);
      const trapFrame = virtualAddress(cpu.rsp - TRAP_FRAME_RIP);
      machineFrames.push({ trapFrame, symbol: `${place.target.module}!${place.target.name}` });
    } else {
      cpu.rsp -= 8n;
      memory.write(cpu.rsp, caller?.address ?? 0n);
    }
    enter(place, cpu, memory, junk);
    caller = place;
  }
  if (caller === undefined) throw new RangeError('a call chain has at least one frame');

  const initialStack = newInitial ?? oldInitial;
  writeStackControl(memory, oldInitial, older, undefined, 0n);
  if (expanded !== undefined && newInitial !== undefined) {
    writeStackControl(memory, newInitial, expanded, older, oldInitial);
  }
  leaveRemainsBelow(memory, cpu.rsp, segments[0], junk);
  const userFrame = chain.user === undefined ? undefined : machineFrames[0]?.trapFrame;
  return {
    segments,
    initialStack: virtualAddress(initialStack),
    rip: caller.address,
    rsp: virtualAddress(cpu.rsp),
    registers: cpu.registers,
    ...(userFrame === undefined ? {} : { trapFrame: userFrame }),
    machineFrames,
  };
}

const registerNames = Object.keys(ZERO_REGISTERS) as readonly Register[];

/** Runs a function from its entry to the call at `offset`: prolog, locals, then registers of its own. */
function enter({ target, offset }: CodePlace, cpu: Processor, memory: StackMemory, junk: Remains): void {
  const saved = new Map(Object.entries(cpu.registers) as [Register, bigint][]);
  const inPiece = target.piece !== undefined && offset > target.piece.offset;
  const steps: PrologStep[] = inPiece ? [...target.prolog, ...target.piece.prolog] : [...target.prolog];
  for (const step of steps) {
    if (step.step === 'push') {
      cpu.rsp -= 8n;
      memory.write(cpu.rsp, saved.get(step.register) ?? 0n);
    } else if (step.step === 'allocate') {
      for (let left = step.bytes; left > 0; left -= 8) {
        cpu.rsp -= 8n;
        memory.write(cpu.rsp, junk.word());
      }
    }
  }
  const frame = cpu.rsp;
  for (const step of steps) {
    if (step.step === 'save') memory.write(frame + BigInt(step.at), saved.get(step.register) ?? 0n);
    if (step.step === 'push' || step.step === 'save') cpu.registers[step.register] = junk.pointer();
  }
  const framed = steps.find((step) => step.step === 'setFrame');
  if (framed !== undefined) cpu.registers.rbp = frame + BigInt(framed.offset);
  for (let left = target.dynamicBytes; left > 0; left -= 8) {
    cpu.rsp -= 8n;
    memory.write(cpu.rsp, junk.word());
  }
}

function writeMachineFrame(
  memory: StackMemory,
  at: bigint,
  from: { readonly rip: bigint; readonly rsp: bigint },
  isUser: boolean,
): void {
  const words = [from.rip, isUser ? 0x33n : 0x10n, USER_FLAGS, from.rsp, isUser ? 0x2bn : 0x18n];
  for (const [index, word] of words.entries()) memory.write(at + BigInt(index * 8), word);
}

/** KERNEL_STACK_CONTROL at InitialStack: this segment's base and limit, then those of the one before, or zeros. */
function writeStackControl(
  memory: StackMemory,
  at: bigint,
  segment: StackSegment,
  previous: StackSegment | undefined,
  previousInitial: bigint,
): void {
  const words = [
    segment.base,
    segment.limit,
    0n,
    at,
    previous?.base ?? 0n,
    previous?.limit ?? 0n,
    0n,
    previousInitial,
  ];
  for (const [index, word] of words.entries()) memory.write(at + BigInt(index * 8), word);
}

/** Calls that returned leave their frames behind, below the stack pointer. */
function leaveRemainsBelow(
  memory: StackMemory,
  rsp: bigint,
  segment: StackSegment | undefined,
  junk: Remains,
): void {
  const lowest = segment === undefined ? rsp : segment.limit + 0x800n;
  const end = rsp - 0x600n > lowest ? rsp - 0x600n : lowest;
  for (let at = rsp - 8n; at >= end; at -= 8n) memory.write(at, junk.word());
}
