import type { ByteSource } from '../../binary/byte-source.ts';
import { view } from '../../binary/layout.ts';
import { damaged } from '../pdb/damaged.ts';
import { u16At } from './numeric-leaf.ts';
import { FIRST_TYPE_INDEX, TPI_HEADER, TPI_VERSION } from './record-layouts.ts';

/** One type record, from its leaf on. */
export interface TypeRecord {
  readonly leaf: number;
  readonly bytes: Uint8Array;
}

/**
 * Told of one record in a pass over all: its number, its leaf, and its bytes in a chunk from `from`, where the leaf is, to `to`.
 * The chunk is valid until the visit ends.
 */
export type RecordVisit = (index: number, leaf: number, chunk: Uint8Array, from: number, to: number) => void;

/** The numbered type records of a PDB. */
export interface TypeStream {
  /**
   * One pass over every record, in order.
   * @throws Failure SymbolsUnreadable when a record is cut off
   */
  scan(visit: RecordVisit): void;
  /**
   * The record of a number; undefined for a number that the stream does not have.
   * @param most leaves out bytes behind so many
   */
  record(index: number, most?: number): TypeRecord | undefined;
}

/** Types of the largest stream that is read. The kernel of Windows 11 has 3 MB of records. */
const LARGEST_STREAM = 0x1000_0000;
/** Bytes that a pass over the stream reads at once; a record has at most 0x10001 bytes. */
const CHUNK = 0x40000;
/** The place of one record in this many is kept: a record is found by steps from there. */
const STRIDE = 32;
/** The length word counts the leaf, so it is at least 2. */
const SHORTEST = 2;
const LENGTH_SIZE = 2;

function readHeader(stream: ByteSource) {
  if (stream.size < TPI_HEADER.size) throw damaged(stream, 'its type stream has no header');
  const header = view(TPI_HEADER, stream.read(0, TPI_HEADER.size)).all();
  if (header.version !== TPI_VERSION) {
    throw damaged(stream, `its types are of the unknown version ${header.version}`, 0, 'version');
  }
  const { headerSize, firstIndex, recordBytes } = header;
  if (headerSize < TPI_HEADER.size || headerSize + recordBytes > stream.size) {
    throw damaged(
      stream,
      `its type stream has no room for ${recordBytes} bytes of records`,
      0x10,
      'recordBytes',
    );
  }
  if (firstIndex < FIRST_TYPE_INDEX) {
    throw damaged(stream, `its types cannot begin with the number ${firstIndex}`, 0x08, 'firstIndex');
  }
  if (recordBytes > LARGEST_STREAM) {
    throw damaged(
      stream,
      `its ${recordBytes} bytes of types are more than this reader takes`,
      0x10,
      'recordBytes',
    );
  }
  return header;
}

/**
 * Opens the type stream ("TPI"). Reads its header; a pass over all records is made when the first record is asked for by number.
 * @throws Failure SymbolsUnreadable
 */
export function openTypeStream(stream: ByteSource): TypeStream {
  const { headerSize, firstIndex, recordBytes } = readHeader(stream);
  const end = headerSize + recordBytes;
  let places: { readonly offsets: readonly number[]; readonly count: number } | undefined;

  function scan(visit: RecordVisit): void {
    const offsets: number[] = [];
    let count = 0;
    let chunkAt = headerSize;
    while (chunkAt < end) {
      const chunk = stream.read(chunkAt, Math.min(CHUNK, end - chunkAt));
      let at = 0;
      while (at + LENGTH_SIZE + SHORTEST <= chunk.length) {
        const length = u16At(chunk, at);
        if (length < SHORTEST) throw damaged(stream, 'a type record has no leaf', chunkAt + at, 'length');
        const from = at + LENGTH_SIZE;
        if (from + length > chunk.length) break;
        if (count % STRIDE === 0) offsets.push(chunkAt + at);
        visit(firstIndex + count++, u16At(chunk, from), chunk, from, from + length);
        at = from + length;
      }
      if (at === 0) throw damaged(stream, 'the last type record is cut off', chunkAt, 'length');
      chunkAt += at;
    }
    places = { offsets, count };
  }

  /** A pass over the records that ran to its end has left them behind. */
  function allPlaces() {
    if (places === undefined) scan(() => undefined);
    return places ?? { offsets: [], count: 0 };
  }

  const lengthAt = (at: number) => u16At(stream.read(at, LENGTH_SIZE), 0);

  return {
    scan,
    record(index, most = Number.POSITIVE_INFINITY) {
      const { offsets, count } = allPlaces();
      const position = index - firstIndex;
      if (position < 0 || position >= count) return undefined;
      let at = offsets[Math.floor(position / STRIDE)] ?? headerSize;
      for (let step = position % STRIDE; step > 0; step--) at += LENGTH_SIZE + lengthAt(at);
      const bytes = stream.read(at + LENGTH_SIZE, Math.min(lengthAt(at), most));
      return { leaf: u16At(bytes, 0), bytes };
    },
  };
}
