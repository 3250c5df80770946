import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { layout, u32, u64, view } from '../../binary/layout.ts';
import type { ReadMemory } from '../memory.ts';
import { type Register, type Registers, registersAt, X64_REGISTER, X64_VOLATILE } from '../registers.ts';

/** KTRAP_FRAME.Rip (wdm.h). Debuggers name a trap frame by its start. */
export const TRAP_FRAME_RIP = 0x168;

/**
 * The end of KTRAP_FRAME (wdm.h). Offsets count from Rbp, which every trap frame holds; the registers before it are
 * saved by some kinds of traps only (a 19041 dump has another Rbx there than the header's CONTEXT).
 */
const TRAP_FRAME_TAIL = layout('KTRAP_FRAME from Rbp', 0x38, {
  Rbp: u64(0x00),
  Rip: u64(0x10),
  SegCs: u32(0x18),
  EFlags: u32(0x20),
  Rsp: u64(0x28),
  SegSs: u32(0x30),
});
const TRAP_FRAME_RBP = TRAP_FRAME_RIP - TRAP_FRAME_TAIL.fields.Rip.offset;

/** sizeof(KTRAP_FRAME) (wdm.h). Its last five words are what the processor pushes, after it aligns the stack to 16 bytes. */
const TRAP_FRAME_SIZE = 0x190;
const PUSH_ALIGNMENT = 16n;

/** Selectors of 64-bit Windows (wdm.h: KGDT64_*); a kernel stack segment may also be null. */
export const KERNEL_CODE = 0x10;
const KERNEL_STACK = [0x18, 0];
const USER_CODE = [0x33, 0x23];
const USER_DATA = 0x2b;
const CODE_SELECTORS: ReadonlySet<number | undefined> = new Set([KERNEL_CODE, ...USER_CODE]);
/** Bit 1 of EFLAGS is always set, the upper ten bits never are (Intel SDM). */
const EFLAGS_ONE = 0x2;
const EFLAGS_RESERVED = 0xffc0_0028;

export interface TrapFrame {
  readonly address: VirtualAddress;
  readonly pc: VirtualAddress;
  readonly sp: VirtualAddress;
  readonly rbp: VirtualAddress;
  readonly fromUser: boolean;
  /**
   * The frame was pushed onto the very stack that was interrupted: the interrupted stack pointer follows it. With the five
   * fields this proves a frame with a wild instruction pointer.
   */
  readonly onSameStack: boolean;
}

/**
 * The trap frame at `address`, when the values there have the shape of one: five fields must agree, so a match is
 * strong evidence even where no unwind data leads to it.
 */
export function trapFrameAt(read: ReadMemory, address: VirtualAddress): TrapFrame | undefined {
  const bytes = read(addressAt(address, TRAP_FRAME_RBP), TRAP_FRAME_TAIL.size);
  // A scan asks this of every word of a stack: one byte rules out nearly all of them.
  if (bytes === undefined || !CODE_SELECTORS.has(bytes[TRAP_FRAME_TAIL.fields.SegCs.offset]))
    return undefined;
  const tail = view(TRAP_FRAME_TAIL, bytes);
  const code = tail.get('SegCs') & 0xffff;
  const stack = tail.get('SegSs') & 0xffff;
  const fromUser = USER_CODE.includes(code) && stack === USER_DATA;
  const fromKernel = code === KERNEL_CODE && KERNEL_STACK.includes(stack);
  if (!fromUser && !fromKernel) return undefined;
  const flags = tail.get('EFlags');
  if ((flags & EFLAGS_ONE) === 0 || (flags & EFLAGS_RESERVED) !== 0) return undefined;
  const pc = virtualAddress(tail.get('Rip'));
  const sp = virtualAddress(tail.get('Rsp'));
  if (isKernelAddress(sp) === fromUser) return undefined;
  const distance = sp - (address + BigInt(TRAP_FRAME_SIZE));
  const onSameStack = fromKernel && distance >= 0n && distance < PUSH_ALIGNMENT;
  // A jump through a wild pointer leaves any value here, also zero and addresses of user mode.
  const fits = fromUser ? pc !== 0n && !isKernelAddress(pc) : isKernelAddress(pc) || onSameStack;
  return fits ? { address, pc, sp, rbp: virtualAddress(tail.get('Rbp')), fromUser, onSameStack } : undefined;
}

/** What every trap from kernel mode saves before Rbp (wdm.h): the registers that a call may change. */
const TRAP_FRAME_VOLATILES = layout('KTRAP_FRAME from Rax', 0x38, {
  Rax: u64(0x00),
  Rcx: u64(0x08),
  Rdx: u64(0x10),
  R8: u64(0x18),
  R9: u64(0x20),
  R10: u64(0x28),
  R11: u64(0x30),
});
const TRAP_FRAME_RAX = 0x30;

/** The registers that a trap frame from kernel mode has, as `.trap` shows them; undefined where there is no such frame. */
export function trapFrameRegisters(read: ReadMemory, address: VirtualAddress): Registers | undefined {
  const frame = trapFrameAt(read, address);
  if (frame === undefined || frame.fromUser) return undefined;
  const { pc, sp, rbp } = frame;
  const general: Register[] = [...registersAt('x64', pc, sp).general];
  general[X64_REGISTER.rbp] = rbp;
  const bytes = read(addressAt(address, TRAP_FRAME_RAX), TRAP_FRAME_VOLATILES.size);
  const values = bytes && Object.values(view(TRAP_FRAME_VOLATILES, bytes).all());
  values?.forEach((value, index) => {
    const register = X64_VOLATILE[index];
    if (register !== undefined) general[register] = virtualAddress(value);
  });
  return { machine: 'x64', pc, sp, general };
}
