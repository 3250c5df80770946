import type { ByteSource } from '../../binary/byte-source.ts';
import { layout, u16, u32, view } from '../../binary/layout.ts';
import { damaged } from './damaged.ts';
import { decoratedRecords } from './decorated-records.ts';
import { kindAt, recordLength } from './record-head.ts';
import type { SegmentOffset } from './sections.ts';

/** Source: PUBSYM32 of microsoft-pdb `include/cvinfo.h`; `length` counts from `kind`. A name and a NUL follow. */
const PUBLIC_SYMBOL = layout('PUBSYM32', 0x0e, {
  length: u16(0x00),
  kind: u16(0x02),
  flags: u32(0x04),
  offset: u32(0x08),
  segment: u16(0x0c),
});
const S_PUB32 = 0x110e;
/** Longer names than the longest that compilers write (4,096 characters) are cut. */
const LONGEST_NAME = 0x1000;
/** CV_PUBSYMFLAGS: fCode, fFunction. */
const CODE_FLAGS = 0x1 | 0x2;

/** A symbol of the publics stream: what the linker saw by name. */
export interface PublicSymbol extends SegmentOffset {
  /** As the compiler decorated it. */
  readonly name: string;
  readonly isCode: boolean;
}

/** The symbol records of a PDB, read one at a time by their position. */
export interface PublicRecords {
  readonly size: number;
  /** Where the record is in the image, without its name. */
  placeAt(offset: number): SegmentOffset;
  symbolAt(offset: number): PublicSymbol;
  /** Every public in the order of the file; other kinds of record are passed over. */
  all(): Iterable<PublicSymbol>;
  /**
   * Where the publics are whose name is decorated and holds a word, in the order of the file.
   * @param word in lower case ASCII; the case of letters does not count
   */
  decorated(word: string): readonly number[];
}

const utf8 = new TextDecoder();

function nameOf(record: Uint8Array): string {
  const text = record.subarray(PUBLIC_SYMBOL.size);
  const end = text.indexOf(0);
  return utf8.decode(end < 0 ? text : text.subarray(0, end));
}

function decode(record: Uint8Array): PublicSymbol {
  const symbol = view(PUBLIC_SYMBOL, record);
  return {
    name: nameOf(record),
    segment: symbol.get('segment'),
    offset: symbol.get('offset'),
    isCode: (symbol.get('flags') & CODE_FLAGS) !== 0,
  };
}

export function publicRecords(stream: ByteSource): PublicRecords {
  function headAt(offset: number) {
    if (offset + PUBLIC_SYMBOL.size > stream.size) {
      throw damaged(stream, 'a public symbol is outside of the symbol records', offset, 'addressMap');
    }
    const head = view(PUBLIC_SYMBOL, stream.read(offset, PUBLIC_SYMBOL.size));
    if (head.get('kind') !== S_PUB32 || head.get('length') < PUBLIC_SYMBOL.size - 2) {
      throw damaged(stream, 'an index names a record that is no public symbol', offset, 'S_PUB32');
    }
    return head;
  }
  return {
    size: stream.size,
    placeAt(offset) {
      const head = headAt(offset);
      return { segment: head.get('segment'), offset: head.get('offset') };
    },
    symbolAt(offset) {
      const length = headAt(offset).get('length') + 2;
      if (offset + length > stream.size)
        throw damaged(stream, 'the last symbol is cut off', offset, 'S_PUB32');
      return decode(stream.read(offset, Math.min(length, PUBLIC_SYMBOL.size + LONGEST_NAME)));
    },
    *all() {
      const records = stream.read(0, stream.size);
      for (let at = 0; at + 4 <= records.length; ) {
        const record = records.subarray(at, at + recordLength(records, at));
        if (kindAt(records, at) === S_PUB32 && record.length >= PUBLIC_SYMBOL.size) yield decode(record);
        // Records are multiples of four; one of no length would never end.
        at += Math.max(4, recordLength(records, at));
      }
    },
    decorated: (word) => decoratedRecords(stream, { kind: S_PUB32, nameAt: PUBLIC_SYMBOL.size }, word),
  };
}
