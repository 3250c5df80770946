import { type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { CodePlace } from '../images/code-place.ts';
import type { PrologRegister, PrologStep } from '../images/prolog.ts';
import type { Remains } from './remains.ts';
import type { StackMemory } from './stack-memory.ts';

/**
 * Runs the prologs of a call chain in calling order, outermost function first, so that what is on the stack follows
 * from the same code as the unwind data and from nothing else.
 */

/** The registers of a thread that matter for its stack. */
export interface SimulatedProcessor {
  rsp: bigint;
  registers: Record<PrologRegister, bigint>;
}

/** What a machine frame goes back to. */
export interface Interrupted {
  readonly rip: bigint;
  readonly rsp: bigint;
}

export interface FramesToRun {
  /** Outermost first. */
  readonly places: readonly CodePlace[];
  /** The user-mode code that the outermost function interrupted, when it begins with a machine frame. */
  readonly user?: Interrupted;
  /** Where a stack switch, which is a machine frame in the middle of a chain, moves the stack pointer to. */
  readonly switchTo?: bigint;
}

/** KTRAP_FRAME.Rip of x64: the machine frame is the structure's end. */
const TRAP_FRAME_RIP = 0x168n;
const MACHINE_FRAME_BYTES = 0x28n;
const FLAGS = 0x246n;
/** Code and stack segment selectors of x64 Windows. */
const USER_SEGMENTS = [0x33n, 0x2bn] as const;
const KERNEL_SEGMENTS = [0x10n, 0x18n] as const;

const REGISTERS: readonly PrologRegister[] = ['rbx', 'rbp', 'rsi', 'rdi', 'r12', 'r13', 'r14', 'r15'];

/** A processor with registers as earlier code left them. */
export function processorAt(rsp: bigint, junk: Remains): SimulatedProcessor {
  const registers = Object.fromEntries(REGISTERS.map((register) => [register, junk.pointer()]));
  return { rsp, registers: registers as Record<PrologRegister, bigint> };
}

/**
 * Calls one function after the other. The trap frames that were made, outermost first: each is the KTRAP_FRAME of
 * which a machine frame is the last part.
 */
export function runFrames(
  { places, user, switchTo }: FramesToRun,
  cpu: SimulatedProcessor,
  memory: StackMemory,
  junk: Remains,
): readonly VirtualAddress[] {
  const trapFrames: VirtualAddress[] = [];
  let caller: CodePlace | undefined;
  for (const place of places) {
    if (place.target.prolog[0]?.step === 'machineFrame') {
      const from = caller === undefined ? user : { rip: caller.address, rsp: cpu.rsp };
      if (from === undefined) throw new RangeError('a machine frame needs something that was interrupted');
      if (caller !== undefined) cpu.rsp = switchTo ?? cpu.rsp;
      cpu.rsp -= MACHINE_FRAME_BYTES;
      writeMachineFrame(memory, cpu.rsp, from, caller === undefined ? USER_SEGMENTS : KERNEL_SEGMENTS);
      trapFrames.push(virtualAddress(cpu.rsp - TRAP_FRAME_RIP));
    } else {
      cpu.rsp -= 8n;
      memory.write(cpu.rsp, caller?.address ?? 0n);
    }
    enter(place, cpu, memory, junk);
    caller = place;
  }
  return trapFrames;
}

/** Runs a function from its entry to the call at `offset`: prolog, locals, then registers of its own. */
function enter(
  { target, offset }: CodePlace,
  cpu: SimulatedProcessor,
  memory: StackMemory,
  junk: Remains,
): void {
  const saved = { ...cpu.registers };
  const inPiece = target.piece !== undefined && offset > target.piece.offset;
  const steps: PrologStep[] = inPiece ? [...target.prolog, ...target.piece.prolog] : [...target.prolog];
  for (const step of steps) {
    if (step.step === 'push') {
      cpu.rsp -= 8n;
      memory.write(cpu.rsp, saved[step.register]);
    } else if (step.step === 'allocate') {
      cpu.rsp -= BigInt(step.bytes);
      memory.fill(cpu.rsp, step.bytes, junk.fill);
    }
  }
  const frame = cpu.rsp;
  for (const step of steps) {
    if (step.step === 'save') memory.write(frame + BigInt(step.at), saved[step.register]);
    if (step.step === 'push' || step.step === 'save') cpu.registers[step.register] = junk.pointer();
  }
  const framed = steps.find((step) => step.step === 'setFrame');
  if (framed !== undefined) cpu.registers.rbp = frame + BigInt(framed.offset);
  cpu.rsp -= BigInt(target.dynamicBytes);
  memory.fill(cpu.rsp, target.dynamicBytes, junk.fill);
}

function writeMachineFrame(
  memory: StackMemory,
  at: bigint,
  from: Interrupted,
  [code, stack]: readonly [bigint, bigint],
): void {
  for (const [index, word] of [from.rip, code, FLAGS, from.rsp, stack].entries()) {
    memory.write(at + BigInt(index * 8), word);
  }
}

/** How far below the stack pointer finished calls are left. */
const REMAINS_BYTES = 0x600n;
/** The lowest part of a stack was never touched. */
const UNTOUCHED_BYTES = 0x800n;

/** Calls that returned leave their frames behind, below the stack pointer. */
export function leaveRemainsBelow(memory: StackMemory, rsp: bigint, junk: Remains): void {
  const lowest = (memory.segments[0]?.limit ?? rsp) + UNTOUCHED_BYTES;
  const start = rsp - REMAINS_BYTES > lowest ? rsp - REMAINS_BYTES : lowest;
  if (start < rsp) memory.fill(start, Number(rsp - start), junk.fill);
}
