/** 100 ns units in a second. */
const TICKS_PER_SECOND = 10_000_000n;

/**
 * Time since the start of a trace as published traces print it: seconds with at least two digits and all seven decimals
 * of the kernel's clock, `06.8533715`. Events that were logged before the start count as zero.
 */
export function relativeTime(time: bigint, start: bigint): string {
  const ticks = time > start ? time - start : 0n;
  const seconds = (ticks / TICKS_PER_SECOND).toString().padStart(2, '0');
  return `${seconds}.${(ticks % TICKS_PER_SECOND).toString().padStart(7, '0')}`;
}
