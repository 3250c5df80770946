import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import type { Memory } from './memory.ts';

/** A piece of virtual memory that lies in one piece in the file. */
export interface Segment {
  readonly address: VirtualAddress;
  readonly offset: number;
  readonly size: number;
}

/** Segments sorted by address, none overlapping, none empty. */
export type SegmentMap = readonly Segment[];

const endOf = (segment: Segment): bigint => segment.address + BigInt(segment.size);

/** The part of a segment from `address` on; undefined when nothing is left. */
function from(segment: Segment, address: bigint): Segment | undefined {
  if (address <= segment.address) return segment;
  if (address >= endOf(segment)) return undefined;
  const skip = Number(address - segment.address);
  return { address: virtualAddress(address), offset: segment.offset + skip, size: segment.size - skip };
}

/** The part of a segment before `address`; undefined when nothing is left. */
function before(segment: Segment, address: bigint): Segment | undefined {
  if (address >= endOf(segment)) return segment;
  if (address <= segment.address) return undefined;
  return { ...segment, size: Number(address - segment.address) };
}

const byAddress = (a: Segment, b: Segment) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0);

/** Sorts and cuts: where segments overlap, the one that starts first keeps the bytes. */
function withoutOverlap(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  let end = 0n;
  for (const segment of segments.filter(({ size }) => size > 0).sort(byAddress)) {
    const rest = from(segment, end);
    if (!rest) continue;
    result.push(rest);
    end = endOf(rest);
  }
  return result;
}

/** Lays one segment over a map: it wins wherever it overlaps. */
function overlay(map: readonly Segment[], top: Segment): Segment[] {
  const rest = map.flatMap((segment) => [before(segment, top.address), from(segment, endOf(top))]);
  // A segment without overlap comes back whole from one of the two and undefined from the other.
  const kept = rest.filter((segment) => segment !== undefined);
  return [...kept, top].sort(byAddress);
}

/**
 * A map of the segments. `preferred` ones win over the others, earlier ones over later ones: they are few (the header
 * regions of a triage dump), while the others may be many thousand.
 */
export function segmentMap(segments: readonly Segment[], preferred: readonly Segment[] = []): SegmentMap {
  const wanted = preferred.filter(({ size }) => size > 0);
  return wanted.toReversed().reduce(overlay, withoutOverlap(segments));
}

/** Index of the segment that holds `address`, or of the first one after it. */
function indexAt(map: SegmentMap, address: bigint): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = map[middle];
    if (segment && endOf(segment) <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many bytes from `address` on are there without a hole, at most `length`. */
export function contiguousBytes(map: SegmentMap, address: VirtualAddress, length: number): number {
  let covered = 0;
  for (let index = indexAt(map, address); covered < length; index++) {
    const segment = map[index];
    if (!segment || segment.address > address + BigInt(covered)) break;
    covered = Number(endOf(segment) - address);
  }
  return Math.min(covered, length);
}

function copyOut(map: SegmentMap, source: ByteSource, address: VirtualAddress, length: number): Uint8Array {
  const first = indexAt(map, address);
  const segment = map[first];
  if (!segment || length === 0) return new Uint8Array(0);
  const skip = Number(address - segment.address);
  // The common case is one segment: no copy is made.
  if (skip + length <= segment.size) return source.read(segment.offset + skip, length);
  const bytes = new Uint8Array(length);
  let filled = 0;
  for (let index = first; filled < length; index++) {
    const piece = map[index];
    if (!piece) break;
    const start = index === first ? skip : 0;
    const count = Math.min(piece.size - start, length - filled);
    bytes.set(source.read(piece.offset + start, count), filled);
    filled += count;
  }
  return bytes;
}

/** Memory stitched from segments: one object cut over adjacent segments reads as one. */
export function segmentMemory(map: SegmentMap, source: ByteSource): Memory {
  return {
    read(address, length) {
      const there = contiguousBytes(map, address, length);
      const bytes = copyOut(map, source, address, there);
      if (there === length) return { bytes };
      return { bytes, gap: { address: addressAt(address, there), reason: 'NotInDump' } };
    },
  };
}

/** Neighbouring segments whose addresses run on: the stretches in which a whole object can lie. */
export function stretches(map: SegmentMap): ReadonlyArray<{ address: VirtualAddress; size: number }> {
  const result: { address: VirtualAddress; size: number }[] = [];
  for (const { address, size } of map) {
    const last = result.at(-1);
    if (last && last.address + BigInt(last.size) === address) last.size += size;
    else result.push({ address, size });
  }
  return result;
}
