import { addressAt, type VirtualAddress, virtualAddress } from '../../binary/address.ts';
import type { ByteSource } from '../../binary/byte-source.ts';
import type { Memory } from './memory.ts';

/** A piece of virtual memory that is in one piece in the file. */
export interface Segment {
  readonly address: VirtualAddress;
  readonly offset: number;
  readonly size: number;
}

/** A segment of a map: its end is kept because every look-up compares with it. */
export interface MappedSegment extends Segment {
  /** The first address after it; 2^64 for one that ends with the address space. */
  readonly end: bigint;
}

/** Segments sorted by address, none overlapping, none empty. */
export type SegmentMap = readonly MappedSegment[];

const mapped = ({ address, offset, size }: Segment): MappedSegment => ({
  address,
  offset,
  size,
  end: address + BigInt(size),
});

/** The part of a segment from `address` on; undefined when nothing is left. */
function from(segment: MappedSegment, address: bigint): MappedSegment | undefined {
  if (address <= segment.address) return segment;
  if (address >= segment.end) return undefined;
  const skip = Number(address - segment.address);
  const { offset, size, end } = segment;
  return { address: virtualAddress(address), offset: offset + skip, size: size - skip, end };
}

/** The part of a segment before `address`; undefined when nothing is left. */
function before(segment: MappedSegment, address: bigint): MappedSegment | undefined {
  if (address >= segment.end) return segment;
  if (address <= segment.address) return undefined;
  return { ...segment, size: Number(address - segment.address), end: address };
}

/** Sorted by address, as most writers leave them. Most pairs differ as rounded numbers, which compare many times faster than big integers. */
function sorted(segments: readonly Segment[]): readonly Segment[] {
  if (segments.every(({ address }, index) => address >= (segments[index - 1]?.address ?? 0n)))
    return segments;
  const keyed = segments.map((segment) => ({ segment, rounded: Number(segment.address) }));
  keyed.sort((a, b) => a.rounded - b.rounded || Number(a.segment.address - b.segment.address));
  return keyed.map(({ segment }) => segment);
}

/** Sorts and cuts: where segments overlap, the one that starts first keeps the bytes. */
function withoutOverlap(segments: readonly Segment[]): MappedSegment[] {
  const result: MappedSegment[] = [];
  let end = 0n;
  for (const segment of sorted(segments.filter(({ size }) => size > 0))) {
    const rest = from(mapped(segment), end);
    if (!rest) continue;
    result.push(rest);
    end = rest.end;
  }
  return result;
}

/** Lays one segment over a map: it wins wherever it overlaps. */
function overlay(map: MappedSegment[], segment: Segment): void {
  const top = mapped(segment);
  const first = indexAt(map, top.address);
  let next = first;
  while ((map[next]?.address ?? top.end) < top.end) next += 1;
  const covered = map.slice(first, next);
  const low = covered[0] && before(covered[0], top.address);
  const last = covered.at(-1);
  const high = last && from(last, top.end);
  map.splice(first, covered.length, ...(low ? [low] : []), top, ...(high ? [high] : []));
}

/** A map of segments in any order. */
export function segmentMap(segments: readonly Segment[]): SegmentMap {
  return withoutOverlap(segments);
}

/** The map with other segments laid over it: few, and earlier ones win over later ones. */
export function overlaid(map: SegmentMap, tops: readonly Segment[]): SegmentMap {
  const result = [...map];
  for (const top of tops.toReversed()) if (top.size > 0) overlay(result, top);
  return result;
}

/** Index of the segment that holds `address`, or of the first one after it. */
function indexAt(map: SegmentMap, address: bigint): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = map[middle];
    if (segment && segment.end <= address) low = middle + 1;
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
    covered = Number(segment.end - address);
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

/** The widest addresses that a processor translates: five levels of page tables (Intel 64 manual, volume 3, 4.5). */
const MOST_ADDRESS_BITS = 57;

const canBeMapped = (address: VirtualAddress) =>
  BigInt.asUintN(64, BigInt.asIntN(MOST_ADDRESS_BITS, address)) === address;

/** Memory stitched from segments: one object cut over adjacent segments reads as one. */
export function segmentMemory(map: SegmentMap, source: ByteSource): Memory {
  return {
    read(address, length) {
      const there = contiguousBytes(map, address, length);
      const bytes = copyOut(map, source, address, there);
      if (there === length) return { bytes };
      const missing = addressAt(address, there);
      return {
        bytes,
        gap: { address: missing, reason: canBeMapped(missing) ? 'NotInDump' : 'NotCanonical' },
      };
    },
  };
}

/** A stretch of memory without a hole, and where its bytes are in a `MemoryCopy`. */
export interface Stretch {
  readonly address: VirtualAddress;
  readonly size: number;
  /** Byte offset of the first 8-aligned address at or after `address`; a multiple of 8. */
  readonly aligned: number;
}

/** All memory of a map in one buffer, laid out so that aligned addresses are aligned in it. */
export interface MemoryCopy {
  readonly buffer: ArrayBuffer;
  readonly stretches: readonly Stretch[];
}

/** The most that is read of a file around its segments, for each byte of theirs. */
const MOST_AROUND = 2;

/** A file of which more is read at once is read into memory of its own. */
const LARGEST_SCRATCH = 4 << 20;
/**
 * Where the files of small dumps are read to, one after the other, for as long as one is copied. Without it a thousand dumps leave a
 * thousand such pieces to the garbage collector, which comes late for memory outside of its heap.
 */
let scratch = new Uint8Array(0);

function readWhole(source: ByteSource, first: number, length: number): Uint8Array {
  if (source.readInto === undefined || length > LARGEST_SCRATCH) return source.read(first, length);
  if (scratch.length < length) scratch = new Uint8Array(length);
  const whole = scratch.subarray(0, length);
  source.readInto(whole, first);
  return whole;
}

/**
 * A reader of the segments of a map: by one read of the file where they are near each other, as in every triage dump. What it gives is
 * to be copied at once.
 */
function segmentReader(map: SegmentMap, source: ByteSource): (segment: Segment) => Uint8Array {
  let [first, end, bytes] = [source.size, 0, 0];
  for (const { offset, size } of map) {
    first = Math.min(first, offset);
    end = Math.max(end, offset + size);
    bytes += size;
  }
  if (map.length < 2 || end - first > bytes * MOST_AROUND)
    return ({ offset, size }) => source.read(offset, size);
  const whole = readWhole(source, first, end - first);
  return ({ offset, size }) => whole.subarray(offset - first, offset - first + size);
}

/**
 * Neighbouring segments with contiguous addresses, joined: the stretches in which a whole object can be.
 * @param roomFor gives the memory to copy to, of so many bytes or more; what is in it does not matter
 */
export function copyMemory(
  map: SegmentMap,
  source: ByteSource,
  roomFor = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(size),
): MemoryCopy {
  const ALIGNMENT = 8;
  const room = map.reduce((sum, { size }) => sum + size + 2 * ALIGNMENT, 0);
  const bytes = roomFor(room);
  const stretches: { address: VirtualAddress; size: number; aligned: number }[] = [];
  const read = segmentReader(map, source);
  let top = 0;
  let end: bigint | undefined;
  for (const segment of map) {
    const last = stretches.at(-1);
    if (last && segment.address === end) {
      last.size += segment.size;
    } else {
      const skew = Number(segment.address % BigInt(ALIGNMENT));
      top = Math.ceil(top / ALIGNMENT) * ALIGNMENT + skew;
      const aligned = skew === 0 ? top : top - skew + ALIGNMENT;
      stretches.push({ address: segment.address, size: segment.size, aligned });
    }
    bytes.set(read(segment), top);
    top += segment.size;
    end = segment.end;
  }
  return { buffer: bytes.buffer, stretches };
}
