import { nameEnd } from './record-names.ts';
import { definitionNamePlace, type TypeIndex } from './type-records.ts';
import type { TypeStream } from './type-stream.ts';

/** Finds the definitions of a name. */
export interface NameIndex {
  /** Numbers of the records that may define `name`, in the order of the file. */
  candidates(name: string): TypeIndex[];
}

/** Records of one name that are looked at; a name that more types share identifies none of them. */
const MOST_CANDIDATES = 64;

/**
 * FNV-1a, 32 bits.
 * @param seed is random: names that share a hash, or its remainder, cannot be chosen ahead
 */
function hashOf(bytes: Uint8Array, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x0100_0193);
  return hash >>> 0;
}

/**
 * One pass over the stream. Keeps 12 to 24 bytes a definition and no name: a candidate's own record decides whether it matches.
 * @throws Failure SymbolsUnreadable
 */
export function nameIndex(stream: TypeStream): NameIndex {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const hashes: number[] = [];
  const indices: TypeIndex[] = [];
  stream.scan((index, leaf, chunk, from, to) => {
    const at = definitionNamePlace(leaf, chunk, from, to);
    if (at === undefined) return;
    hashes.push(hashOf(chunk, at, Math.min(to, nameEnd(chunk, at)), seed));
    indices.push(index);
  });
  // Chains through positions, one more than the position so that 0 ends a chain; built backwards to keep the order of the file.
  const buckets = new Uint32Array(Math.max(1, hashes.length));
  const next = new Uint32Array(hashes.length);
  for (let position = hashes.length - 1; position >= 0; position--) {
    const bucket = (hashes[position] ?? 0) % buckets.length;
    next[position] = buckets[bucket] ?? 0;
    buckets[bucket] = position + 1;
  }
  return {
    candidates(name) {
      const bytes = new TextEncoder().encode(name);
      const hash = hashOf(bytes, 0, bytes.length, seed);
      const found: TypeIndex[] = [];
      for (
        let link = buckets[hash % buckets.length] ?? 0;
        link !== 0 && found.length < MOST_CANDIDATES;
        link = next[link - 1] ?? 0
      ) {
        const index = indices[link - 1];
        if (hashes[link - 1] === hash && index !== undefined) found.push(index);
      }
      return found;
    },
  };
}
