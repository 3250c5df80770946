import { rawRecord } from '../raw-record.ts';

/** CONTEXT of x64 (winnt.h). */
export const CONTEXT_BYTES = 0x4d0;

/** The registers of an interrupted processor, as far as unwinding needs them. */
export interface ContextFacts {
  readonly rip: bigint;
  readonly rsp: bigint;
  readonly registers: Readonly<Record<'rbx' | 'rbp' | 'rsi' | 'rdi' | 'r12' | 'r13' | 'r14' | 'r15', bigint>>;
}

export function contextRecord({ rip, rsp, registers }: ContextFacts): Uint8Array {
  return rawRecord(CONTEXT_BYTES)
    .u32(0x30, 0x10001f)
    .u32(0x34, 0x1f80)
    .u16(0x38, 0x10)
    .u16(0x42, 0x18)
    .u32(0x44, 0x246)
    .u64(0x90, registers.rbx)
    .u64(0x98, rsp)
    .u64(0xa0, registers.rbp)
    .u64(0xa8, registers.rsi)
    .u64(0xb0, registers.rdi)
    .u64(0xd8, registers.r12)
    .u64(0xe0, registers.r13)
    .u64(0xe8, registers.r14)
    .u64(0xf0, registers.r15)
    .u64(0xf8, rip).bytes;
}
