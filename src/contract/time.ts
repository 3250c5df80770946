/** Windows keeps time in units of 100 ns since 1601-01-01 UTC. */
const UNITS_PER_MILLISECOND = 10_000n;
const UNIX_EPOCH_IN_FILE_TIME = 116_444_736_000_000_000n;
/** The end of the year 9999: ISO 8601 has four digits for a year, and what is beyond is no time but damage. */
const LAST_MILLISECOND = 253_402_300_799_999n;

const DAY = 86_400_000;

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
const three = (value: number) => (value < 100 ? `0${two(value)}` : `${value}`);

/** `2026-11-23T` of the last day that was asked for: the threads of a machine share few days. */
let lastDay = Number.NaN;
let lastDate = '';

/**
 * What `new Date(milliseconds).toISOString()` gives, at a third of its cost: a listing writes two times a thread.
 */
function isoText(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY);
  if (day !== lastDay) {
    lastDay = day;
    lastDate = new Date(day * DAY).toISOString().slice(0, -'00:00:00.000Z'.length);
  }
  const rest = milliseconds - day * DAY;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${lastDate}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${three(rest % 1000)}Z`;
}

/** ISO 8601 UTC with milliseconds; undefined for zero and for what no calendar holds. */
export function isoFromFileTime(fileTime: bigint): string | undefined {
  if (fileTime <= 0n) return undefined;
  const milliseconds = (fileTime - UNIX_EPOCH_IN_FILE_TIME) / UNITS_PER_MILLISECOND;
  if (milliseconds > LAST_MILLISECOND) return undefined;
  return isoText(Number(milliseconds));
}

/** Milliseconds, with the fraction that 100 ns units carry. */
export function millisecondsFromUnits(units: bigint): number {
  return Number(units) / 10_000;
}

/** `0:08:04`, or `391 ms` below a second. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const clock = `${Math.floor((seconds % 86_400) / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return days > 0 ? `${days}.${clock}` : clock;
}
