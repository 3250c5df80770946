import type { KernelBuild } from '../builds.ts';
import type { FieldWriter, Pointer } from '../raw-record.ts';

/** What a KPRCB holds. */
export interface ProcessorFacts {
  readonly number: number;
  /** Absent in a triage capture for all processors but the first. */
  readonly currentThread?: Pointer;
  readonly idleThread: Pointer;
  /** Cr3; absent where the plan has no special registers. */
  readonly directoryTableBase?: number;
  /** Where the CONTEXT of the processor is; absent when the block is too short to hold the pointer. */
  readonly context?: Pointer;
}

/** Cr0 and Cr4 of KPROCESSOR_STATE.SpecialRegisters (x64), as a server has them. */
const CR0 = 0x80050033;
const CR4 = 0x370678;
const SPECIAL_REGISTERS = 0x100;

/** KPRCB; offsets: `KernelBuild.processor`. */
export function writeProcessor(
  record: FieldWriter,
  { processor: at }: KernelBuild,
  facts: ProcessorFacts,
): void {
  record
    .u64(at.currentThread, facts.currentThread ?? 0n)
    .u64(at.idleThread, facts.idleThread)
    .u32(at.number, facts.number);
  if (facts.context !== undefined) record.u64(at.context, facts.context);
  if (facts.directoryTableBase === undefined) return;
  record
    .u64(SPECIAL_REGISTERS, CR0)
    .u64(SPECIAL_REGISTERS + 0x10, facts.directoryTableBase)
    .u64(SPECIAL_REGISTERS + 0x18, CR4);
}
