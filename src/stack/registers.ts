import type { VirtualAddress } from '../binary/address.ts';
import type { ImageMachine } from '../symbols/pe/headers.ts';

/**
 * What is known of a thread's registers at one frame. A register that the walk cannot know is undefined, never a
 * stale or made-up value: a frame that needs it ends the walk with `registerUnknown`.
 */
export interface Registers {
  readonly machine: ImageMachine;
  readonly pc: VirtualAddress;
  readonly sp: VirtualAddress;
  /**
   * x64: rax, rcx, rdx, rbx, (rsp), rbp, rsi, rdi, r8 … r15, the numbering of unwind codes; the slot of rsp is not
   * used. ARM64: x0 … x30.
   */
  readonly general: readonly Register[];
}

export type Register = VirtualAddress | undefined;

export const X64_REGISTER = { rbx: 3, rsp: 4, rbp: 5, rsi: 6, rdi: 7 } as const;
export const X64_REGISTER_COUNT = 16;
/** rax, rcx, rdx, r8 … r11: lost across a call (x64 ABI conventions). */
export const X64_VOLATILE: readonly number[] = [0, 1, 2, 8, 9, 10, 11];

export const ARM64_REGISTER = { fp: 29, lr: 30 } as const;
export const ARM64_REGISTER_COUNT = 31;

/** No register but the two that every walk starts from. */
export function registersAt(machine: ImageMachine, pc: VirtualAddress, sp: VirtualAddress): Registers {
  const count = machine === 'x64' ? X64_REGISTER_COUNT : ARM64_REGISTER_COUNT;
  return { machine, pc, sp, general: new Array<Register>(count).fill(undefined) };
}

const X64_NAMES = 'rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15'.split(' ');

/** The known general registers by the processor's names, without the stack pointer. */
export function namedRegisters({ machine, general }: Registers): Readonly<Record<string, VirtualAddress>> {
  const named: Record<string, VirtualAddress> = {};
  for (const [index, value] of general.entries()) {
    const name = machine === 'x64' ? X64_NAMES[index] : `x${index}`;
    const isUnused = machine === 'x64' && index === X64_REGISTER.rsp;
    if (value !== undefined && name !== undefined && !isUnused) named[name] = value;
  }
  return named;
}
