import { addressAt, type VirtualAddress, virtualAddress } from '../../../src/binary/address.ts';
import type { ReadMemory } from '../../../src/stack/memory.ts';
import type { Registers } from '../../../src/stack/registers.ts';

/** A caller: where it goes on, its stack pointer and its non-volatile registers (rbx rbp rsi rdi r12 … r15). */
export interface Caller {
  readonly pc: bigint;
  readonly sp: bigint;
  readonly nonvolatile: readonly bigint[];
}

/** What `step.c` saw before one instruction. */
export interface TracedStep {
  readonly registers: Registers;
  readonly read: ReadMemory;
  /** The true callers, the innermost first. */
  readonly callers: readonly Caller[];
  /** What RtlVirtualUnwind made of it. */
  readonly unwound: Caller;
}

export const NONVOLATILE = [3, 5, 6, 7, 12, 13, 14, 15] as const;

function callerOf([pc = 0n, sp = 0n, ...nonvolatile]: readonly bigint[]): Caller {
  return { pc, sp, nonvolatile };
}

/** Plays back the output of `step.c`. Each step is given to `visit` while memory is as it was then. */
export function playTrace(
  text: string,
  visit: (step: TracedStep) => void,
): { base: VirtualAddress; size: number } {
  const memory = new Map<bigint, bigint>();
  const read: ReadMemory = (address, length) => {
    const bytes = new Uint8Array(length);
    const view = new DataView(bytes.buffer);
    for (let offset = 0; offset < length; offset += 8) {
      const value = memory.get(addressAt(address, offset));
      if (value === undefined || length % 8 !== 0) return undefined;
      view.setBigUint64(offset, value, true);
    }
    return bytes;
  };
  const callers: Caller[] = [];
  let image = { base: virtualAddress(0n), size: 0 };
  let registers: Registers | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [kind, ...words] = line.split(' ');
    const values = words.map((word) => virtualAddress(BigInt(`0x${word}`)));
    const [first = virtualAddress(0n), second = virtualAddress(0n)] = values;
    if (kind === 'i') image = { base: first, size: Number(second) };
    else if (kind === 'w') memory.set(first, second);
    else if (kind === 'c') callers.unshift(callerOf(values));
    else if (kind === 'r') callers.shift();
    else if (kind === 's') {
      registers = {
        machine: 'x64',
        pc: first,
        sp: values[5] ?? virtualAddress(0n),
        general: values.slice(1),
      };
    } else if (kind === 'u' && registers !== undefined) {
      visit({ registers, read, callers: [...callers], unwound: callerOf(values) });
    }
  }
  return image;
}

/** The base of the image, which stands in the first line. */
export function imageOf(text: string): { base: VirtualAddress; size: number } {
  return playTrace(text.slice(0, text.indexOf('\n')), () => undefined);
}
