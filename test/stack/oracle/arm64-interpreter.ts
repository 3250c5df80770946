import { virtualAddress } from '../../../src/binary/address.ts';
import type { ReadMemory } from '../../../src/stack/memory.ts';
import type { Registers } from '../../../src/stack/registers.ts';

/**
 * Carries out the text that llvm-objdump prints for a function, as far as the stack is concerned: stores, loads and
 * what moves sp, x29 and x30. Every conditional branch falls through, every call returns with all volatile registers
 * destroyed, and any other instruction leaves a made-up value in its first operand. Whatever the unwinder needs of
 * the caller it must therefore take from the stack.
 */

export const ENTRY_SP = 0xffff_8000_0010_0000n;
export const ENTRY_LINK = 0xffff_f800_0000_1234n;

interface Machine {
  readonly x: bigint[];
  sp: bigint;
  readonly memory: Map<bigint, bigint>;
}

const SP = 'sp';
const garbage = (() => {
  let last = 0x1111_0000_0000_0000n;
  return () => {
    last += 0x1000n;
    return last;
  };
})();

function numberOf(name: string): number | undefined {
  const [, digits] = /^[xw](\d+)$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function get(machine: Machine, name: string): bigint {
  if (name === SP) return machine.sp;
  if (/^[xw]zr$/.test(name)) return 0n;
  const number = numberOf(name);
  return number === undefined ? garbage() : (machine.x[number] ?? 0n);
}

function set(machine: Machine, name: string, value: bigint): void {
  if (name === SP) machine.sp = value;
  const number = numberOf(name);
  if (number !== undefined) machine.x[number] = value;
}

const immediate = (text: string | undefined) => BigInt(/^#(-?\d+)/.exec(text ?? '')?.[1] ?? 0);

/** Address of `[base, #n]`, with `!` or a following `#n` moving the base. */
function addressOf(machine: Machine, text: string): bigint | undefined {
  const [, base, offset, before, after] = /\[(\w+)(?:, #(-?\d+))?\](!)?(?:, #(-?\d+))?/.exec(text) ?? [];
  if (base === undefined) return undefined;
  const start = get(machine, base);
  const address = start + BigInt(offset ?? 0);
  if (before !== undefined) set(machine, base, address);
  if (after !== undefined) set(machine, base, start + BigInt(after));
  return after === undefined ? address : start;
}

/** One instruction; false when control leaves the function. */
function carryOut(machine: Machine, text: string): boolean {
  const [mnemonic = '', rest = ''] = text.split(/\s+(.*)/s);
  const operands = rest.split(/,\s*(?![^[]*\])/).map((operand) => operand.trim());
  const [target = '', source = '', amount = '', shift = ''] = operands;
  switch (mnemonic) {
    case 'ret':
    case 'br':
    case 'b':
    case 'brk':
      return false;
    case 'bl':
    case 'blr':
      for (let register = 0; register <= 18; register++) if (register !== 15) machine.x[register] = garbage();
      machine.x[30] = garbage();
      return true;
    case 'stp':
    case 'str':
    case 'stur': {
      const names = operands.filter((operand) => /^[xwdq]\w+$/.test(operand));
      const values = names.map((name) => get(machine, name));
      const address = addressOf(machine, rest);
      const width = /^w/.test(target) ? 4n : 8n;
      if (address !== undefined && width === 8n)
        for (const [index, value] of values.entries())
          machine.memory.set(address + BigInt(index) * 8n, value);
      return true;
    }
    case 'ldp':
    case 'ldr':
    case 'ldur': {
      const names = operands.filter((operand) => /^[xwdq]\w+$/.test(operand));
      const address = addressOf(machine, rest);
      for (const [index, name] of names.entries())
        set(machine, name, machine.memory.get((address ?? 0n) + BigInt(index) * 8n) ?? garbage());
      return true;
    }
    case 'mov':
      if (/^#/.test(source)) set(machine, target, immediate(source));
      // A stack of a size that only the program knows: some lower place.
      else if (target === SP && source !== 'x29') machine.sp -= 0x40n;
      else set(machine, target, get(machine, source));
      return true;
    case 'add':
    case 'sub': {
      if (target !== SP && target !== 'x29') break;
      const [, bits] = /lsl #(\d+)/.exec(shift) ?? [];
      const operand = /^#/.test(amount) ? immediate(amount) : get(machine, amount);
      const change = operand << BigInt(bits ?? 0);
      set(machine, target, get(machine, source) + (mnemonic === 'add' ? change : -change));
      return true;
    }
  }
  set(machine, target, garbage());
  return true;
}

export interface InterpretedStep {
  readonly rva: number;
  readonly text: string;
  readonly registers: Registers;
  readonly read: ReadMemory;
  /** Everything that the function has stored so far, in words of eight bytes; the next step may add to it. */
  readonly stored: ReadonlyMap<bigint, bigint>;
}

/** The registers with which the function was entered: each one a value of its own. */
export const entryRegister = (register: number): bigint =>
  register === 30 ? ENTRY_LINK : 0xaaaa_0000_0000_0000n + BigInt(register) * 0x100n;

/** Plays a function from its first instruction and shows the state before each. */
export function* interpret(
  instructions: ReadonlyArray<readonly [rva: number, text: string]>,
  base: bigint,
  entrySp = ENTRY_SP,
): Generator<InterpretedStep> {
  const machine: Machine = {
    x: Array.from({ length: 31 }, (_, register) => entryRegister(register)),
    sp: entrySp,
    memory: new Map(),
  };
  for (const [rva, text] of instructions) {
    yield {
      rva,
      text,
      registers: {
        machine: 'arm64',
        pc: virtualAddress(base + BigInt(rva)),
        sp: virtualAddress(machine.sp),
        general: machine.x.map(virtualAddress),
      },
      read: (address, length) => {
        const value = machine.memory.get(address);
        if (value === undefined || length !== 8) return undefined;
        const bytes = new Uint8Array(8);
        new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value), true);
        return bytes;
      },
      stored: machine.memory,
    };
    if (!carryOut(machine, text)) return;
  }
}
