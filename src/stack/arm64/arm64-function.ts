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
  /** How many of `codes` describe instructions at the start of this part of the function. */
  readonly prologInstructions: number;
  /** The epilog that an instruction is in, by its bytes from the start of the function. A function can have thousands. */
  epilogAt(offset: number): Arm64Epilog | undefined;
}

/** Whether the instruction at `offset` is in an epilog, or is the return behind it. */
export function isInEpilog({ start, codes }: Arm64Epilog, offset: number): boolean {
  return offset >= start && offset <= start + codes.length * 4;
}
