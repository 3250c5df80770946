/** Pseudo-random numbers that are the same in every run: the simulated machine must not differ between two tests. */
export type Random = () => number;

/** A stream whose place can be kept: `seededRandom(place())` gives the numbers that come next. */
export interface RandomStream {
  readonly next: Random;
  place(): number;
}

/** A stream of unsigned 32-bit numbers (the mulberry32 construction). */
export function randomStream(seed: number): RandomStream {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) >>> 0;
    },
    place: () => state,
  };
}

/** The numbers of a stream. */
export function seededRandom(seed: number): Random {
  return randomStream(seed).next;
}

/** A 32-bit hash of a name (FNV-1a), to seed what belongs to the name. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A whole number in 0 … bound − 1. */
export function below(random: Random, bound: number): number {
  return random() % bound;
}

/** The items in another order; the argument stays as it is. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = below(random, last + 1);
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) {
      result[last] = b;
      result[other] = a;
    }
  }
  return result;
}
