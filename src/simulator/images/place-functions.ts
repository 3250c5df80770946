import type { FunctionPlan } from './function-plan.ts';
import { encodeEpilog } from './instructions.ts';

/** A function with its place in the image. */
export interface PlacedFunction extends FunctionPlan {
  readonly rva: number;
  readonly bytes: number;
}

/** Where code begins in every image here. */
export const TEXT_RVA = 0x1000;

const aligned = (value: number, unit: number) => Math.ceil(value / unit) * unit;

/** Functions one behind the other, each at a multiple of 16. */
export function placeFunctions(plans: readonly FunctionPlan[]): readonly PlacedFunction[] {
  let next = TEXT_RVA;
  return plans.map((plan) => {
    const bytes = plan.bodyBytes + encodeEpilog(wholeProlog(plan)).bytes.length;
    const placed = { ...plan, rva: next, bytes };
    next = aligned(next + bytes + 1, 16);
    return placed;
  });
}

/** Everything that the epilog at the end has to undo. */
export function wholeProlog({ prolog, piece }: FunctionPlan): FunctionPlan['prolog'] {
  return piece === undefined ? prolog : [...prolog, ...piece.prolog];
}
