/**
 * Where the branches of ARM64 code lead. Calls are no part of it: they come back.
 * Source: Arm Architecture Reference Manual, "Branches, Exception Generating and System instructions".
 */

const INSTRUCTION = 4;

/** The signed distance in instructions that `bits` bits of `word` hold from bit `low` on, in bytes. */
const distance = (word: number, low: number, bits: number) =>
  ((word << (32 - low - bits)) >> (32 - bits)) * INSTRUCTION;

/** How far from its own place a direct branch goes, in bytes; undefined for every other instruction. */
export function branchDistance(word: number): number | undefined {
  if ((word & 0xfc00_0000) === 0x1400_0000) return distance(word, 0, 26); // B
  if (word >>> 24 === 0x54) return distance(word, 5, 19); // B.cond, BC.cond
  if ((word & 0x7e00_0000) === 0x3400_0000) return distance(word, 5, 19); // CBZ, CBNZ
  if ((word & 0x7e00_0000) === 0x3600_0000) return distance(word, 5, 14); // TBZ, TBNZ
  return undefined;
}

/**
 * Whether the instruction surely goes on to the next one. A call does not count: the last call of a function can be one that never
 * returns.
 */
export function fallsThrough(word: number): boolean {
  if ((word & 0x7c00_0000) === 0x1400_0000) return false; // B, BL
  if (word >>> 25 === 0x6b) return false; // BR, BLR, RET, ERET and their signed forms
  if (word >>> 24 === 0xd4) return false; // SVC, HVC, BRK, HLT
  return word >>> 16 !== 0; // UDF
}
