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

export function searchSpace({ triage, source }: TriageDump, roomFor?: RoomFor): SearchSpace {
  const { buffer, stretches } = copyMemory(triage.segments, source, roomFor);
  return stretches.map(({ address, size, aligned }) => {
    const skip = Number((8n - (address % 8n)) % 8n);
    const words = Math.max(0, Math.floor((size - skip) / 8));
    return { address: addressAt(address, skip), halves: new Uint32Array(buffer, aligned, words * 2) };
  });
}

type RoomFor = (size: number) => Uint8Array<ArrayBuffer>;

/** Memory of a search that is over, for the next one: a thousand dumps are searched in one piece of memory. */
let spare: Uint8Array<ArrayBuffer> | undefined;
const LARGEST_SPARE = 4 << 20;

/** The same for a search that ends before the next one begins, or that shares nothing with it: `giveBack` ends it. */
export function borrowedSpace(dump: TriageDump): { readonly space: SearchSpace; giveBack(): void } {
  let room: Uint8Array<ArrayBuffer> | undefined;
  const space = searchSpace(dump, (size) => {
    room = spare !== undefined && spare.length >= size ? spare : new Uint8Array(size);
    spare = undefined;
    return room;
  });
  return {
    space,
    giveBack() {
      if (room !== undefined && room.length <= LARGEST_SPARE) spare = room;
      room = undefined;
    },
  };
}

/** The upper half of the lowest kernel address, as a number with a sign. */
const KERNEL_HIGH = 0xffff8000 | 0;

/** The addresses at which memory has the shape of a KTHREAD. */
export function scanForThreads(space: SearchSpace, layout: ThreadLayout): VirtualAddress[] {
  const limit = layout.stackLimit / 4;
  const base = layout.stackBase / 4;
  const reach =
    Math.max(layout.stackLimit, layout.stackBase, layout.initialStack, layout.kernelStack) / 4 + 2;
  const found: VirtualAddress[] = [];
  for (const { address, halves } of space) {
    const word = (at: number) => (BigInt(halves[at + 1] ?? 0) << 32n) | BigInt(halves[at] ?? 0);
    // As numbers with a sign, which V8 compares as they are: upper halves of kernel addresses are just below zero.
    const signed = new Int32Array(halves.buffer, halves.byteOffset, halves.length);
    for (let at = 0; at + reach <= signed.length; at += 2) {
      const high = signed[at + limit + 1] as number;
      if (high >= 0 || high < KERNEL_HIGH) continue;
      const low = signed[at + limit] as number;
      // The size of the stack, as far as the lower halves show: whole pages, and not too many.
      const size = ((signed[at + base] as number) - low) >>> 0;
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

/** A power of two. */
const FILTER_SIZE = 0x1000;
/** Objects are aligned to 16 bytes, so the lowest four bits carry nothing. */
const filterPlace = (low: number) => (low >>> 4) & (FILTER_SIZE - 1);

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
    const signed = new Int32Array(halves.buffer, halves.byteOffset, halves.length);
    for (let at = 0; at < signed.length; at += 2) {
      const low = signed[at] as number;
      if (possible[filterPlace(low)] === 0) continue;
      if (highsByLow.get(low >>> 0)?.has(halves[at + 1] ?? 0)) found.push(addressAt(address, at * 4));
    }
  }
  return found;
}
