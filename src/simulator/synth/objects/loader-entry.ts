import { countedString } from '../kernel-memory.ts';
import type { FieldWriter, Pointer } from '../raw-record.ts';
import type { TextPlace } from './io-objects.ts';

/** A loaded module as the kernel notes it. */
export interface LoaderFacts {
  readonly base: Pointer;
  readonly entryPoint?: Pointer;
  readonly size: number;
  readonly checkSum: number;
  /** Absent before Windows 8.1, which keeps no time stamp in the entry. */
  readonly timeDateStamp?: number;
  readonly path: TextPlace;
  readonly file: TextPlace;
}

export const LOADER_ENTRY_BYTES = 0xa0;

/** KLDR_DATA_TABLE_ENTRY (public symbols of 19041), without its links. */
export function writeLoaderEntry(record: FieldWriter, facts: LoaderFacts): void {
  record
    .u64(0x30, facts.base)
    .u64(0x38, facts.entryPoint ?? 0n)
    .u32(0x40, facts.size)
    .u32(0x78, facts.checkSum);
  countedString(record, 0x48, facts.path.bytes, facts.path.buffer);
  countedString(record, 0x58, facts.file.bytes, facts.file.buffer);
  if (facts.timeDateStamp !== undefined) record.u32(0x9c, facts.timeDateStamp);
}
