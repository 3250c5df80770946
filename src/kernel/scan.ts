import { addressAt, type VirtualAddress } from '../binary/address.ts';
import type { TriageDump } from '../dump/dump.ts';
import { copyMemory } from '../dump/memory/segments.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';
import { isStackShape, LARGEST_STACK } from './stack-shape.ts';

/**
 * Searches of the whole memory of a triage dump, which holds few objects but does not list them. They look at every
 * aligned word, a quarter of a million halves, so each first tests halves of words as plain numbers. Dumps and every
 * processor that Node runs Windows tools on are little endian.
 */

/** Aligned memory without a hole, as 32-bit halves of words. */
interface SearchStretch {
  /** The address of the first half. */
  readonly address: VirtualAddress;
  readonly halves: Uint32Array;
}

/** All memory of the dump, ready to be searched more than once. */
export type SearchSpace = readonly SearchStretch[];

export function searchSpace({ triage, source }: TriageDump): SearchSpace {
  const { buffer, stretches } = copyMemory(triage.segments, source);
  return stretches.map(({ address, size, aligned }) => {
    const skip = Number((8n - (address % 8n)) % 8n);
    const words = Math.max(0, Math.floor((size - skip) / 8));
    return { address: addressAt(address, skip), halves: new Uint32Array(buffer, aligned, words * 2) };
  });
}

/** The upper half of the lowest kernel address. */
const KERNEL_HIGH = 0xffff8000;

/** The addresses at which memory has the shape of a KTHREAD. */
export function scanForThreads(space: SearchSpace, layout: ThreadLayout): VirtualAddress[] {
  const limit = layout.stackLimit / 4;
  const base = layout.stackBase / 4;
  const reach =
    Math.max(layout.stackLimit, layout.stackBase, layout.initialStack, layout.kernelStack) / 4 + 2;
  const found: VirtualAddress[] = [];
  for (const { address, halves } of space) {
    const word = (at: number) => (BigInt(halves[at + 1] ?? 0) << 32n) | BigInt(halves[at] ?? 0);
    for (let at = 0; at + reach <= halves.length; at += 2) {
      if ((halves[at + limit + 1] ?? 0) < KERNEL_HIGH) continue;
      const low = halves[at + limit] ?? 0;
      // The size of the stack, as far as the lower halves show: whole pages, and not too many.
      const size = ((halves[at + base] ?? 0) - low) >>> 0;
      if ((low & 0xfff) !== 0 || (size & 0xfff) !== 0 || size === 0 || size > LARGEST_STACK) continue;
      const pointers = {
        stackLimit: word(at + limit),
        stackBase: word(at + base),
        initialStack: word(at + layout.initialStack / 4),
        kernelStack: word(at + layout.kernelStack / 4),
      };
      if (isStackShape(pointers)) found.push(addressAt(address, at * 4));
    }
  }
  return found;
}

const FILTER_SIZE = 0x1000;
/** Objects are aligned to 16 bytes, so the lowest four bits carry nothing. */
const filterPlace = (low: number) => (low >>> 4) % FILTER_SIZE;

/** The addresses of the words that hold one of `values`. */
export function scanForPointers(space: SearchSpace, values: ReadonlySet<bigint>): VirtualAddress[] {
  // Kernel pointers share their upper halves, so the lower ones are looked at first.
  const highsByLow = new Map<number, Set<number>>();
  // Most words are ruled out by twelve of their bits, which costs less than asking the map.
  const possible = new Uint8Array(FILTER_SIZE);
  for (const value of values) {
    const low = Number(BigInt.asUintN(32, value));
    possible[filterPlace(low)] = 1;
    highsByLow.set(low, (highsByLow.get(low) ?? new Set()).add(Number(value >> 32n)));
  }
  const found: VirtualAddress[] = [];
  for (const { address, halves } of space) {
    for (let at = 0; at < halves.length; at += 2) {
      const low = halves[at] ?? 0;
      if (possible[filterPlace(low)] === 0) continue;
      if (highsByLow.get(low)?.has(halves[at + 1] ?? 0)) found.push(addressAt(address, at * 4));
    }
  }
  return found;
}
