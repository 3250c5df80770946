/** Windows keeps time in units of 100 ns since 1601-01-01 UTC. */
const UNITS_PER_MILLISECOND = 10_000n;
const UNIX_EPOCH_IN_FILE_TIME = 116_444_736_000_000_000n;
const UNIX_EPOCH_IN_MILLISECONDS = 11_644_473_600_000;
/** The end of the year 9999: ISO 8601 has four digits for a year, and what is beyond is no time but damage. */
const LAST_MILLISECOND = 253_402_300_799_999;

const DAY = 86_400_000;

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
const three = (value: number) => (value < 100 ? `0${two(value)}` : `${value}`);

/** The halves of a file time, low first. */
const units = new BigInt64Array(1);
const halves = new Uint32Array(units.buffer);

/** `2026-11-23T` of the last day that was asked for: the threads of a machine share few days. */
let lastDay = Number.NaN;
let lastDate = '';

/** `2026-11-23T` of a day, counted from 1970. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, -'00:00:00.000Z'.length);
}

/** What `new Date(milliseconds).toISOString()` gives, at a third of its cost. */
export function isoText(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY);
  if (day !== lastDay) {
    lastDay = day;
    lastDate = dayText(day);
  }
  const rest = milliseconds - day * DAY;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${lastDate}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${three(rest % 1000)}Z`;
}

/** Milliseconds since 1970; undefined for zero and for what no calendar holds. */
export function unixFromFileTime(fileTime: bigint): number | undefined {
  if (fileTime <= 0n) return undefined;
  if (fileTime < UNIX_EPOCH_IN_FILE_TIME)
    return Number((fileTime - UNIX_EPOCH_IN_FILE_TIME) / UNITS_PER_MILLISECOND);
  // In halves, exactly: 2^32 units are 429,496 ms and 7,296 units. A division of bigints takes longer than all the rest.
  units[0] = fileTime;
  const [low = 0, high = 0] = halves;
  const milliseconds = high * 429_496 + Math.floor((high * 7296 + low) / 10_000) - UNIX_EPOCH_IN_MILLISECONDS;
  return milliseconds > LAST_MILLISECOND ? undefined : milliseconds;
}

/** ISO 8601 UTC with milliseconds; undefined for zero and for what no calendar holds. */
export function isoFromFileTime(fileTime: bigint): string | undefined {
  const milliseconds = unixFromFileTime(fileTime);
  return milliseconds === undefined ? undefined : isoText(milliseconds);
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
