import type { VirtualAddress } from '../../binary/address.ts';

/** By convention of the tools that write triage dumps. */
export const TRIAGE_BUG_CHECK_CODE = 0x69696969;

/** How BugCheckParameter1 to 4 are filled; documented in docs/triage.md, and the reader explains them again. */
export type BugCheckParameterUse = 'Address' | 'ProcessAndAddress' | 'None';

export type BugCheckParameters = readonly [bigint, bigint, bigint, bigint];

/**
 * The four values that travel in the dump's own header, so that a dump without its context still says whose stacks it
 * holds: the first four thread object addresses, or process id, batch number and two addresses.
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
