import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import { layout, u64, view } from '../../binary/layout.ts';
import type { ImageMachine } from '../../symbols/pe/headers.ts';
import type { ReadMemory } from '../memory.ts';
import { ARM64_REGISTER, type Register, type Registers, registersAt, X64_REGISTER } from '../registers.ts';

/**
 * What KTHREAD.KernelStack points at while a thread does not run (KSWITCH_FRAME). The other non-volatile registers
 * were saved by the function that switched, and its unwind data brings them back. Measured on two idle threads of a
 * 19041 dump, which show the same return address.
 */
const SWITCH_FRAME_X64 = layout('KSWITCH_FRAME (x64)', 0x40, {
  Rbp: u64(0x30),
  Return: u64(0x38),
});

/** Measured on three waiting threads of a 22000 dump: x19 … x28, Fp, Lr. */
const SWITCH_FRAME_ARM64 = layout('KSWITCH_FRAME (ARM64)', 0x60, {
  X19: u64(0x00),
  Fp: u64(0x50),
  Lr: u64(0x58),
});
const FIRST_SAVED_ARM64 = 19;
const LAST_SAVED_ARM64 = 28;

/**
 * Where a thread that does not run goes on, from its saved stack pointer. The address is one behind a call. Undefined
 * when the frame is not in the dump.
 */
export function registersOfSwitchFrame(
  machine: ImageMachine,
  kernelStack: VirtualAddress,
  read: ReadMemory,
): Registers | undefined {
  const table = machine === 'x64' ? SWITCH_FRAME_X64 : SWITCH_FRAME_ARM64;
  const bytes = read(kernelStack, table.size);
  if (bytes === undefined) return undefined;
  const sp = addressAt(kernelStack, table.size);
  if (machine === 'x64') {
    const frame = view(SWITCH_FRAME_X64, bytes);
    const start = registersAt(machine, virtualAddress(frame.get('Return')), sp);
    return { ...start, general: withRegister(start.general, X64_REGISTER.rbp, frame.get('Rbp')) };
  }
  const frame = view(SWITCH_FRAME_ARM64, bytes);
  const saved = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const general = [...registersAt(machine, virtualAddress(0n), sp).general];
  for (let register = FIRST_SAVED_ARM64; register <= LAST_SAVED_ARM64; register++)
    general[register] = virtualAddress(saved.getBigUint64((register - FIRST_SAVED_ARM64) * 8, true));
  general[ARM64_REGISTER.fp] = virtualAddress(frame.get('Fp'));
  general[ARM64_REGISTER.lr] = virtualAddress(frame.get('Lr'));
  return { machine, pc: virtualAddress(frame.get('Lr')), sp, general };
}

function withRegister(general: readonly Register[], register: number, value: bigint): Register[] {
  return general.with(register, virtualAddress(value));
}
