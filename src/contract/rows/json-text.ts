import { Buffer } from 'node:buffer';
import { dayText } from '../time.ts';

/**
 * JSON text as bytes. Each function writes what `JSON.stringify` gives for a value to a place that has room for it, and returns the place
 * behind it. No string is made: 100,000 records of threads have two million values.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const LAST_PRINTABLE = 0x7e;
const ZERO = 0x30;
const POINT = 0x2e;
const SMALL_X = 0x78;

/** The most bytes that a value takes. */
export const MOST_BYTES = { address: 20, time: 26, digits: 22, number: 26, boolean: 5 } as const;
/** The most bytes of a text: quotes, and an escape for each of its units. */
export const mostBytesOfText = (text: string): number => 2 + 6 * text.length;

const LARGEST_U32 = 0xffff_ffff;
const DAY = 86_400_000;
/** Up to here a number of 15 digits and the double next to it have the same shortest text. */
const EXACT = 1e15;

const HEX = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');

/** The halves of a 64-bit number; low first, as every processor that Node 22 runs on has them. */
const whole = new BigUint64Array(1);
const halves = new Uint32Array(whole.buffer);

/** The general way, for all that the functions below leave to it. */
export const jsonBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

export function putBytes(bytes: Uint8Array, at: number, piece: Uint8Array): number {
  bytes.set(piece, at);
  return at + piece.length;
}

export function putText(bytes: Uint8Array, at: number, text: string): number {
  bytes[at] = QUOTE;
  const first = at + 1;
  const { length } = text;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < SPACE || code > LAST_PRINTABLE || code === QUOTE || code === BACKSLASH)
      return putBytes(bytes, at, jsonBytes(text));
    bytes[first + index] = code;
  }
  bytes[first + length] = QUOTE;
  return first + length + 1;
}

/** Writes so many digits, from the last to the first. */
function putDigits(bytes: Uint8Array, at: number, count: number, value: number): number {
  let rest = value >>> 0;
  for (let place = at + count - 1; place >= at; place -= 1) {
    const tens = (rest / 10) >>> 0;
    bytes[place] = ZERO + (rest - tens * 10);
    rest = tens;
  }
  return at + count;
}

export function putNumber(bytes: Uint8Array, at: number, value: number): number {
  if (!(value >= 0 && value <= LARGEST_U32 && Number.isInteger(value)))
    return putBytes(bytes, at, jsonBytes(value));
  let count = 1;
  for (let bound = 10; bound <= value; bound *= 10) count += 1;
  return putDigits(bytes, at, count, value);
}

/** The number `units / 10_000`, for a whole number of units. */
export function putTenThousandths(bytes: Uint8Array, at: number, units: number): number {
  const before = Math.floor(units / 10_000);
  if (units < 0 || units > EXACT || before > LARGEST_U32)
    return putBytes(bytes, at, jsonBytes(units / 10_000));
  const end = putNumber(bytes, at, before);
  let fraction = units - before * 10_000;
  if (fraction === 0) return end;
  let count = 4;
  for (; fraction % 10 === 0; fraction /= 10) count -= 1;
  bytes[end] = POINT;
  return putDigits(bytes, end + 1, count, fraction);
}

function putHex(bytes: Uint8Array, at: number, half: number): void {
  for (let index = 0; index < 8; index += 1)
    bytes[at + index] = HEX[(half >>> (28 - 4 * index)) & 15] ?? ZERO;
}

/** A string of `0x` and 16 digits. */
export function putAddress(bytes: Uint8Array, at: number, value: bigint): number {
  whole[0] = value;
  bytes[at] = QUOTE;
  bytes[at + 1] = ZERO;
  bytes[at + 2] = SMALL_X;
  putHex(bytes, at + 3, halves[1] ?? 0);
  putHex(bytes, at + 11, halves[0] ?? 0);
  bytes[at + 19] = QUOTE;
  return at + 20;
}

export function putBoolean(bytes: Uint8Array, at: number, value: boolean): number {
  return putBytes(bytes, at, value ? TRUE : FALSE);
}

/** The last day that was asked for: the threads of a machine share few. */
let lastDay = Number.NaN;
let lastMidnight: Uint8Array = TRUE;

/** A string of ISO 8601, for milliseconds since 1970 up to the year 9999. */
export function putTime(bytes: Uint8Array, at: number, milliseconds: number): number {
  const day = Math.floor(milliseconds / DAY);
  if (day !== lastDay) {
    lastDay = day;
    lastMidnight = Buffer.from(`"${dayText(day)}00:00:00.000Z"`);
  }
  const end = putBytes(bytes, at, lastMidnight);
  const rest = milliseconds - day * DAY;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  putDigits(bytes, at + 12, 2, Math.floor(minutes / 60));
  putDigits(bytes, at + 15, 2, minutes % 60);
  putDigits(bytes, at + 18, 2, seconds % 60);
  putDigits(bytes, at + 21, 3, rest % 1000);
  return end;
}
