import type { FieldWriter } from '../raw-record.ts';
import type { DriverListPlace } from './driver-list.ts';
import { HEADER_BYTES, HEADER_CONTEXT, HEADER_EXCEPTION } from './dump-header.ts';

/** TRIAGE_DUMP64, the table of contents behind the header of a triage dump. Layout: measured on one of build 19041. */
export interface TriageBlockFacts {
  readonly fileBytes: number;
  readonly memoryInformation: number | undefined;
  readonly unloadedDrivers: number | undefined;
  /** File offsets of the first KPRCB, the process and the thread. */
  readonly processor: number | undefined;
  readonly process: number | undefined;
  readonly thread: number | undefined;
  readonly stack: { readonly address: bigint; readonly offset: number; readonly bytes: number } | undefined;
  readonly drivers: DriverListPlace | undefined;
  readonly debuggerData: { readonly offset: number; readonly bytes: number } | undefined;
  readonly blocksOffset: number;
  readonly blockCount: number;
  readonly options: number;
}

export const TRIAGE_BLOCK_BYTES = 0x80;
export const TRIAGE_DUMP_TYPE = 4;
/** DUMP_HEADER64.MiniDumpFields of a triage dump. */
export const MINI_DUMP_FIELDS = 0xcff;
/** TriageOptions: something did not fit (reported, unproven). */
export const DATA_LEFT_OUT = 0x100;

const END_MARK_BYTES = 4;

export function writeTriageBlock(record: FieldWriter, facts: TriageBlockFacts): void {
  const { stack, drivers, debuggerData, fileBytes } = facts;
  const words: readonly (readonly [offset: number, value: number | undefined])[] = [
    [0x04, fileBytes],
    [0x08, fileBytes - END_MARK_BYTES],
    [0x0c, HEADER_CONTEXT],
    [0x10, HEADER_EXCEPTION],
    [0x14, facts.memoryInformation],
    [0x18, facts.unloadedDrivers],
    [0x1c, facts.processor],
    [0x20, facts.process],
    [0x24, facts.thread],
    [0x28, stack?.offset],
    [0x2c, stack?.bytes],
    [0x30, drivers?.listOffset],
    [0x34, drivers?.count],
    [0x38, drivers?.poolOffset],
    [0x3c, drivers?.poolBytes],
    [0x44, facts.options],
    [0x70, debuggerData?.offset],
    [0x74, debuggerData?.bytes],
    [0x78, facts.blocksOffset],
    [0x7c, facts.blockCount],
  ];
  for (const [offset, value] of words) record.u32(HEADER_BYTES + offset, value ?? 0);
  record.u64(HEADER_BYTES + 0x48, stack?.address ?? 0n);
}
