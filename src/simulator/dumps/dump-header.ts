import { kernelVariable } from '../images/code-place.ts';
import type { RawRecord } from '../kernel/raw-record.ts';

/** What stands in the common header (DUMP_HEADER64) of a file from the simulated machine. */
export interface HeaderFacts {
  readonly dumpType: number;
  readonly windowsBuild: number;
  readonly logicalProcessors: number;
  readonly directoryTableBase: number;
  readonly bugCheckCode: number;
  readonly bugCheckParameters: readonly [bigint, bigint, bigint, bigint];
  readonly fileBytes: number;
  readonly systemTime: bigint;
  readonly upTime: bigint;
  /** Says that the machine is simulated: `simulated:<scenario>`. */
  readonly comment: string;
  readonly attributes: number;
  readonly miniDumpFields: number;
}

export const HEADER_BYTES = 0x2000;
/** CONTEXT and EXCEPTION_RECORD64 of the header. */
export const HEADER_CONTEXT = 0x348;
export const HEADER_EXCEPTION = 0xf00;

const COMMENT_BYTES = 128;
const PRODUCT_SERVER = 3;
const BREAKPOINT = 0x80000003;

/** The header's fields; everything not named keeps the text `PAGE` by which the kernel marks "not set". */
export function writeHeader(record: RawRecord, facts: HeaderFacts): void {
  for (let at = 0; at < HEADER_BYTES; at += 4) record.latin1(at, 'PAGE');
  const [first, second, third, fourth] = facts.bugCheckParameters;
  record
    .latin1(4, 'DU64')
    .u32(0x08, 0xf)
    .u32(0x0c, facts.windowsBuild)
    .u64(0x10, facts.directoryTableBase)
    .u64(0x18, kernelVariable('MmPfnDatabase'))
    .u64(0x20, kernelVariable('PsLoadedModuleList'))
    .u64(0x28, kernelVariable('PsActiveProcessHead'))
    .u32(0x30, 0x8664)
    .u32(0x34, facts.logicalProcessors)
    .u32(0x38, facts.bugCheckCode)
    .u64(0x40, first)
    .u64(0x48, second)
    .u64(0x50, third)
    .u64(0x58, fourth)
    .u8(0x60, 0)
    .u64(0x80, kernelVariable('KdDebuggerDataBlock'))
    .u32(0xf98, facts.dumpType)
    .u64(0xfa0, facts.fileBytes)
    .u64(0xfa8, facts.systemTime)
    .copy(0xfb0, new Uint8Array(COMMENT_BYTES))
    .latin1(0xfb0, facts.comment.slice(0, COMMENT_BYTES - 1))
    .u64(0x1030, facts.upTime)
    .u32(0x1038, facts.miniDumpFields)
    .u32(0x103c, 0)
    .u32(0x1040, PRODUCT_SERVER)
    .u32(0x1044, 0x110)
    .u32(0x1048, 0)
    .u8(0x104c, 0)
    .u8(0x104d, 0)
    .u32(0x1050, facts.attributes)
    .u32(0x1054, 1);
}

/** The context record, and an exception record that says "breakpoint" because nothing failed. */
export function writeHeaderContext(record: RawRecord, context: Uint8Array, rip: bigint): void {
  record
    .copy(HEADER_CONTEXT, new Uint8Array(3000))
    .copy(HEADER_CONTEXT, context)
    .copy(HEADER_EXCEPTION, new Uint8Array(0x98))
    .u32(HEADER_EXCEPTION, BREAKPOINT)
    .u64(HEADER_EXCEPTION + 0x10, rip);
}
