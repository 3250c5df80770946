import type { MachineFacts } from '../../../machine/port.ts';

/** The kernel's private buffer for a triage dump: a larger output buffer gains nothing. Unproven on Windows by us. */
export const TRIAGE_BUFFER_BYTES = 0x100000;

/** What the fixed parts of a triage dump take beside the processor blocks: headers, drivers, debugger data. */
const FIXED_PART_BYTES = 90 * 1024;

/**
 * Size of the KPRCB, which every triage dump holds once for each logical processor, by the first build that has it.
 * The last is measured on a real dump of 19041; the others are third parties' reports. A wrong one costs a second
 * capture of some threads and nothing else, because what did not fit is captured again.
 */
const KPRCB_BYTES_BY_BUILD: readonly (readonly [build: number, bytes: number])[] = [
  [26100, 0xcf00],
  [22000, 0xbf00],
  [0, 0xaf00],
];

/** Bytes of the KPRCB of a build, as reported. */
export function processorBlockBytes(windowsBuild: number): number {
  const [, bytes] = KPRCB_BYTES_BY_BUILD.find(([build]) => windowsBuild >= build) ?? [0, 0xaf00];
  return bytes;
}

/** Bytes that a triage dump of this machine takes before its first thread, as estimated. */
export function fixedBytes({ logicalProcessors, windowsBuild }: MachineFacts): number {
  return FIXED_PART_BYTES + logicalProcessors * processorBlockBytes(windowsBuild);
}

/** Bytes that are left for threads in a triage dump of this machine; may be negative on machines with many processors. */
export function roomForThreads(facts: MachineFacts): number {
  return TRIAGE_BUFFER_BYTES - fixedBytes(facts);
}
