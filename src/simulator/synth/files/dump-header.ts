import type { FieldWriter } from '../raw-record.ts';

/** The fields of the common header of kernel dumps (DUMP_HEADER64). */
export interface HeaderFacts {
  readonly dumpType: number;
  readonly machine: number;
  readonly windowsBuild: number;
  readonly logicalProcessors: number;
  readonly directoryTableBase: bigint | number;
  readonly globals: HeaderGlobals;
  readonly bugCheckCode: number;
  readonly bugCheckParameters: readonly (bigint | number)[];
  /** RequiredDumpSpace. */
  readonly fileBytes: bigint | number;
  /** FILETIME. */
  readonly systemTime: bigint;
  /** 100 ns units since the boot. */
  readonly upTime: bigint;
  readonly comment?: string;
  readonly attributes?: number;
  readonly miniDumpFields?: number;
  /** Registers of the current processor; zeros when absent. */
  readonly context?: HeaderContext;
}

/** Addresses of kernel variables that the header repeats. */
export interface HeaderGlobals {
  readonly pageFrameDatabase: bigint;
  readonly moduleList: bigint;
  readonly processList: bigint;
  readonly debuggerData: bigint;
}

/** A CONTEXT, and where the processor was by the exception record. */
export interface HeaderContext {
  readonly bytes: Uint8Array;
  readonly programCounter: bigint;
}

export const HEADER_BYTES = 0x2000;
/** CONTEXT and EXCEPTION_RECORD64 of the header. */
export const HEADER_CONTEXT = 0x348;
export const HEADER_EXCEPTION = 0xf00;

const HEADER_CONTEXT_BYTES = 3000;
const HEADER_EXCEPTION_BYTES = 0x98;
const BUG_CHECK_PARAMETERS = 4;
const COMMENT_BYTES = 128;
const PRODUCT_SERVER = 3;
/** The exception record holds a breakpoint where nothing failed. */
const BREAKPOINT = 0x80000003;

/** The header's fields; everything that is not named keeps the text `PAGE` by which the kernel marks "not set". */
export function writeHeader(record: FieldWriter, facts: HeaderFacts): void {
  const { globals, comment, context } = facts;
  for (let at = 0; at < HEADER_BYTES; at += 4) record.latin1(at, 'PAGE');
  record
    .latin1(4, 'DU64')
    .u32(0x08, 0xf)
    .u32(0x0c, facts.windowsBuild)
    .u64(0x10, facts.directoryTableBase)
    .u64(0x18, globals.pageFrameDatabase)
    .u64(0x20, globals.moduleList)
    .u64(0x28, globals.processList)
    .u32(0x30, facts.machine)
    .u32(0x34, facts.logicalProcessors)
    .u32(0x38, facts.bugCheckCode)
    .u8(0x60, 0)
    .u64(0x80, globals.debuggerData)
    .copy(HEADER_CONTEXT, new Uint8Array(HEADER_CONTEXT_BYTES + HEADER_EXCEPTION_BYTES))
    .u32(0xf98, facts.dumpType)
    .u64(0xfa0, facts.fileBytes)
    .u64(0xfa8, facts.systemTime)
    .u64(0x1030, facts.upTime)
    .u32(0x1038, facts.miniDumpFields ?? 0)
    .u32(0x103c, 0)
    .u32(0x1040, PRODUCT_SERVER)
    .u32(0x1044, 0x110)
    .u32(0x1048, 0)
    .u8(0x104c, 0)
    .u8(0x104d, 0)
    .u32(0x1050, facts.attributes ?? 0)
    .u32(0x1054, 1);
  for (let index = 0; index < BUG_CHECK_PARAMETERS; index++) {
    record.u64(0x40 + index * 8, facts.bugCheckParameters[index] ?? 0);
  }
  if (comment !== undefined) {
    record.copy(0xfb0, new Uint8Array(COMMENT_BYTES)).latin1(0xfb0, comment.slice(0, COMMENT_BYTES - 1));
  }
  if (context !== undefined) {
    record
      .copy(HEADER_CONTEXT, context.bytes)
      .u32(HEADER_EXCEPTION, BREAKPOINT)
      .u64(HEADER_EXCEPTION + 0x10, context.programCounter);
  }
}
