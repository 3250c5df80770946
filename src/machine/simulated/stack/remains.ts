import { kernelImages, userImages } from '../code/kernel-images.ts';
import type { LoadedImage } from '../code/loaded-images.ts';
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

/** Where such values point. */
export interface RemainsPlan {
  /** Objects lie from here on. */
  readonly objects: bigint;
  /** Return addresses of real call sites, as finished calls leave them. */
  staleReturns(): readonly bigint[];
}

function returnAddresses(images: () => readonly LoadedImage[]): () => readonly bigint[] {
  let found: readonly bigint[] | undefined;
  return () => {
    found ??= images().flatMap(({ base, functions }) =>
      [...functions.values()].flatMap(({ rva, callSites }) =>
        callSites.map(({ offset }) => base + BigInt(rva + offset)),
      ),
    );
    return found;
  };
}

export const KERNEL_REMAINS: RemainsPlan = {
  objects: 0xffffa38f_10000000n,
  staleReturns: returnAddresses(kernelImages),
};

export const USER_REMAINS: RemainsPlan = {
  objects: 0x00000083_10000000n,
  staleReturns: returnAddresses(userImages),
};

export function remains(random: Random, { objects, staleReturns }: RemainsPlan): Remains {
  const returns = staleReturns();
  const pointer = () => objects + BigInt(below(random, 0x0ffffff)) * 16n;
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
