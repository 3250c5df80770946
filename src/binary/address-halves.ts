/**
 * An address as two 32-bit numbers. Arithmetic with big integers allocates at each step, and a walk through page tables does some
 * twenty steps an address. The processors that Node runs on are little endian.
 */
const whole = new BigUint64Array(1);
const halves = new Uint32Array(whole.buffer);

/** Bits 0 to 31 of an address. */
export function lowHalf(address: bigint): number {
  whole[0] = address;
  return halves[0] ?? 0;
}

/** Bits 32 to 63 of an address. */
export function highHalf(address: bigint): number {
  whole[0] = address;
  return halves[1] ?? 0;
}

/** The number of the 4 KiB page that holds an address: exact, for all 64 bits. */
export function pageNumberOf(address: bigint): number {
  whole[0] = address;
  return (halves[1] ?? 0) * 0x10_0000 + ((halves[0] ?? 0) >>> 12);
}

/** Where an address is in its 4 KiB page. */
export function offsetInPage(address: bigint): number {
  return lowHalf(address) & 0xfff;
}

/** Spreads numbers that are apart by powers of two (Knuth, The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const SPREAD = 0x9e3779b1;

/** A place for a number in a table of 2^bits places; of the number the low 32 bits count. */
export const placeFor = (number: number, bits: number): number => Math.imul(number, SPREAD) >>> (32 - bits);
