import { layout, u32, view } from '../../binary/layout.ts';
import type { UnwindData } from '../unwind-data.ts';

/** Source: winnt.h, "x64 exception handling" (learn.microsoft.com). All three are RVAs. */
export const RUNTIME_FUNCTION = layout('RUNTIME_FUNCTION', 0x0c, {
  BeginAddress: u32(0x00),
  EndAddress: u32(0x04),
  UnwindData: u32(0x08),
});

export interface RuntimeFunction {
  readonly begin: number;
  readonly end: number;
  readonly unwindInfo: number;
}

/** Bit 0 of UnwindData: the rest is the RVA of another entry, and that entry's unwind information is used. */
const INDIRECT = 1;

export function readRuntimeFunction(bytes: Uint8Array, offset = 0): RuntimeFunction {
  const entry = view(RUNTIME_FUNCTION, bytes, offset);
  return {
    begin: entry.get('BeginAddress'),
    end: entry.get('EndAddress'),
    unwindInfo: entry.get('UnwindData'),
  };
}

/** The table does not hold the part that the search needs. */
export const TABLE_MISSING = Symbol('function table missing');

/** The entry that covers `rva`, as it is in the table; otherwise where the last entry before `rva` ends. */
export function findEntry(
  { functionTable, read }: UnwindData,
  rva: number,
): RuntimeFunction | { readonly after: number } | typeof TABLE_MISSING {
  let low = 0;
  let high = Math.floor(functionTable.size / RUNTIME_FUNCTION.size);
  let after = 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const bytes = read(functionTable.rva + middle * RUNTIME_FUNCTION.size, RUNTIME_FUNCTION.size);
    if (bytes === undefined) return TABLE_MISSING;
    const entry = readRuntimeFunction(bytes);
    if (rva < entry.begin) high = middle;
    else if (rva >= entry.end) {
      after = entry.end;
      low = middle + 1;
    } else return entry;
  }
  return { after };
}

/**
 * The entry that covers `rva`, undefined when none does (a leaf function), or TABLE_MISSING when the table, or the
 * entry that an entry refers to, cannot be read.
 */
export function lookUpFunction(
  data: UnwindData,
  rva: number,
): RuntimeFunction | undefined | typeof TABLE_MISSING {
  const found = findEntry(data, rva);
  if (found === TABLE_MISSING) return TABLE_MISSING;
  return 'after' in found ? undefined : ownEntry(data, found);
}

/** The entry with the unwind information of an entry: mostly itself. */
export function ownEntry(data: UnwindData, entry: RuntimeFunction): RuntimeFunction | typeof TABLE_MISSING {
  if ((entry.unwindInfo & INDIRECT) === 0) return entry;
  const bytes = data.read(entry.unwindInfo - INDIRECT, RUNTIME_FUNCTION.size);
  if (bytes === undefined) return TABLE_MISSING;
  return readRuntimeFunction(bytes);
}
