import type { Arm64Code } from './unwind-codes.ts';

/** The unwind data of an ARM64 function, packed or not. Code offsets count 4-byte instructions unless noted. */

/** An epilog: where it begins, and its instructions before the return. */
export interface Arm64Epilog {
  /** Bytes from the start of the function. */
  readonly start: number;
  readonly codes: readonly Arm64Code[];
}

export interface Arm64Function {
  readonly begin: number;
  /** Bytes of code. */
  readonly length: number;
  /** What the prolog did, last instruction first. */
  readonly codes: readonly Arm64Code[];
  /** How many of `codes` stand for instructions at the start of this part of the function. */
  readonly prologInstructions: number;
  readonly epilogs: readonly Arm64Epilog[];
}
