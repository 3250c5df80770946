import { kernelImages, userImages } from '../images/kernel-images.ts';
import type { SimulatedImage } from '../images/loaded-images.ts';
import { below, type Random } from '../seeded-random.ts';

/**
 * What kernel stacks hold besides return addresses: zeros, small numbers, pointers to objects, and addresses in
 * code that a scan for return addresses takes for frames.
 */
export interface Remains {
  /** Words as local variables and stale slots may hold them, into bytes that are zero. */
  fill(words: DataView, offset: number, bytes: number): void;
  /** A value as a callee-saved register may hold it. */
  pointer(): bigint;
}

/** Where such values point. */
export interface RemainsPlan {
  /** Objects are from here on. */
  readonly objects: bigint;
  /** Return addresses of real call sites, as finished calls leave them. */
  staleReturns(): readonly bigint[];
}

function returnAddresses(images: () => readonly SimulatedImage[]): () => readonly bigint[] {
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

/** Halves of words, because a stack has thousands and 64-bit integers are slow to make. */
export function remains(random: Random, { objects, staleReturns }: RemainsPlan): Remains {
  const returns = staleReturns();
  const objectsHigh = Number(objects >> 32n);
  const objectsLow = Number(objects & 0xffffffffn);
  const objectLow = () => objectsLow + below(random, 0x0ffffff) * 16;
  return {
    pointer: () => (BigInt(objectsHigh) << 32n) | BigInt(objectLow()),
    fill(words, offset, bytes) {
      for (let at = offset; at < offset + bytes; at += 8) {
        const kind = below(random, 16);
        if (kind < 7) continue;
        if (kind < 10) {
          words.setUint32(at, below(random, 0x1000), true);
        } else if (kind < 15) {
          words.setUint32(at, objectLow(), true);
          words.setUint32(at + 4, objectsHigh, true);
        } else {
          words.setBigUint64(at, returns[below(random, Math.max(1, returns.length))] ?? 0n, true);
        }
      }
    },
  };
}
