import { kernelImages } from '../code/kernel-images.ts';
import { below, type Random } from '../seeded-random.ts';

/**
 * What kernel stacks hold besides return addresses: zeros, small numbers, pointers to objects, and addresses in
 * code that a scan for return addresses takes for frames.
 */
export interface Remains {
  /** A value as a local variable or a stale slot may hold it. */
  word(): bigint;
  /** A value as a callee-saved register may hold it. */
  pointer(): bigint;
}

const POOL = 0xffffa38f_10000000n;

let staleReturns: readonly bigint[] | undefined;

/** Return addresses of real call sites, as finished calls leave them. */
function staleReturnAddresses(): readonly bigint[] {
  staleReturns ??= kernelImages().flatMap(({ base, functions }) =>
    [...functions.values()].flatMap(({ rva, callSites }) =>
      callSites.map(({ offset }) => base + BigInt(rva + offset)),
    ),
  );
  return staleReturns;
}

export function remains(random: Random): Remains {
  const returns = staleReturnAddresses();
  const pointer = () => POOL + BigInt(below(random, 0x0ffffff)) * 16n;
  return {
    pointer,
    word() {
      const kind = below(random, 16);
      if (kind < 7) return 0n;
      if (kind < 10) return BigInt(below(random, 0x1000));
      if (kind < 15) return pointer();
      return returns[below(random, Math.max(1, returns.length))] ?? 0n;
    },
  };
}
