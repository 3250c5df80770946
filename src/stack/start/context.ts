import { virtualAddress } from '../../binary/address.ts';
import { layout, u64, view } from '../../binary/layout.ts';
import type { ImageMachine } from '../../symbols/pe/headers.ts';
import { ARM64_REGISTER_COUNT, type Registers, X64_REGISTER, X64_REGISTER_COUNT } from '../registers.ts';

/** CONTEXT of winnt.h for x64. The general registers follow each other in the numbering of unwind codes. */
const CONTEXT_X64 = layout('CONTEXT (x64)', 0x4d0, {
  Rax: u64(0x78),
  Rip: u64(0xf8),
});

/** CONTEXT of winnt.h for ARM64 (ARM64_NT_CONTEXT); X29 is Fp, X30 is Lr. */
const CONTEXT_ARM64 = layout('CONTEXT (ARM64)', 0x390, {
  X0: u64(0x08),
  Sp: u64(0x100),
  Pc: u64(0x108),
});

/** Bytes of a CONTEXT. */
export function contextSize(machine: ImageMachine): number {
  return machine === 'x64' ? CONTEXT_X64.size : CONTEXT_ARM64.size;
}

function consecutive(bytes: Uint8Array, offset: number, count: number) {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, index) =>
    virtualAddress(data.getBigUint64(offset + index * 8, true)),
  );
}

/**
 * The registers of a CONTEXT record.
 * @throws Failure LayoutOutOfBounds when `bytes` are fewer than `contextSize`
 */
export function registersOfContext(machine: ImageMachine, bytes: Uint8Array): Registers {
  if (machine === 'x64') {
    const pc = virtualAddress(view(CONTEXT_X64, bytes).get('Rip'));
    const general = consecutive(bytes, CONTEXT_X64.fields.Rax.offset, X64_REGISTER_COUNT);
    return { machine, pc, sp: general[X64_REGISTER.rsp] ?? virtualAddress(0n), general };
  }
  const context = view(CONTEXT_ARM64, bytes);
  return {
    machine,
    pc: virtualAddress(context.get('Pc')),
    sp: virtualAddress(context.get('Sp')),
    general: consecutive(bytes, CONTEXT_ARM64.fields.X0.offset, ARM64_REGISTER_COUNT),
  };
}
