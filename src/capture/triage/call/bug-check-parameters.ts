import type { VirtualAddress } from '../../../binary/address.ts';
import { dataViewOf } from '../../../binary/data-view.ts';
import { DUMP_HEADER64 } from '../../../dump/layouts/dump-header.ts';

/** By convention of the tools that write triage dumps. */
export const TRIAGE_BUG_CHECK_CODE = 0x69696969;

/** How BugCheckParameter1 to 4 are filled; documented in docs/triage.md, and the reader explains them again. */
export type BugCheckParameterUse = 'Address' | 'ProcessAndAddress' | 'None';

export type BugCheckParameters = readonly [bigint, bigint, bigint, bigint];

/**
 * The four values in the dump's own header, so that the dump alone shows which threads it holds: the first four thread object addresses, or process id, batch number and two addresses.
 */
export function bugCheckParameters(
  use: BugCheckParameterUse,
  processId: number,
  batch: number,
  addresses: readonly VirtualAddress[],
): BugCheckParameters {
  const [first = 0n, second = 0n, third = 0n, fourth = 0n] = addresses as readonly bigint[];
  switch (use) {
    case 'Address':
      return [first, second, third, fourth];
    case 'ProcessAndAddress':
      return [BigInt(processId), BigInt(batch), first, second];
    case 'None':
      return [0n, 0n, 0n, 0n];
  }
}

const PARAMETER_FIELDS = [
  'BugCheckParameter1',
  'BugCheckParameter2',
  'BugCheckParameter3',
  'BugCheckParameter4',
] as const;

/**
 * A copy of a dump with other bug check parameters in its header. The kernel is given its parameters before it is known which
 * threads it captures.
 */
export function writeBugCheckParameters(dump: Uint8Array, parameters: BugCheckParameters): Uint8Array {
  const bytes = dump.slice();
  const header = dataViewOf(bytes);
  for (const [index, field] of PARAMETER_FIELDS.entries()) {
    header.setBigUint64(DUMP_HEADER64.fields[field].offset, parameters[index] ?? 0n, true);
  }
  return bytes;
}
