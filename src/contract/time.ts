/** Windows keeps time in units of 100 ns since 1601-01-01 UTC. */
const UNITS_PER_MILLISECOND = 10_000n;
const UNIX_EPOCH_IN_FILE_TIME = 116_444_736_000_000_000n;
/** The last moment that a JavaScript date can hold. */
const LAST_MILLISECOND = 8_640_000_000_000_000n;

/** ISO 8601 UTC with milliseconds; undefined for zero and for what no calendar holds. */
export function isoFromFileTime(fileTime: bigint): string | undefined {
  if (fileTime <= 0n) return undefined;
  const milliseconds = (fileTime - UNIX_EPOCH_IN_FILE_TIME) / UNITS_PER_MILLISECOND;
  if (milliseconds > LAST_MILLISECOND || milliseconds < -LAST_MILLISECOND) return undefined;
  return new Date(Number(milliseconds)).toISOString();
}

/** Milliseconds, with the fraction that 100 ns units carry. */
export function millisecondsFromUnits(units: bigint): number {
  return Number(units) / 10_000;
}
