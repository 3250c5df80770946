import { dataViewOf } from '../../binary/data-view.ts';

/** A little-endian word; without the cost of a view, because a pass over a stream reads some hundred thousand. */
export const u16At = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** A number in a record, and where what follows it begins. */
export interface NumericLeaf {
  readonly value: bigint;
  readonly end: number;
}

type Reader = readonly [width: number, read: (data: DataView, at: number) => bigint];

/** LF_NUMERIC: a word below 0x8000 is the number itself, any other word names the form of the number after it. */
const FIRST_FORM = 0x8000;
const FORMS: Readonly<Record<number, Reader>> = {
  32768: [1, (data, at) => BigInt(data.getInt8(at))],
  32769: [2, (data, at) => BigInt(data.getInt16(at, true))],
  32770: [2, (data, at) => BigInt(data.getUint16(at, true))],
  32771: [4, (data, at) => BigInt(data.getInt32(at, true))],
  32772: [4, (data, at) => BigInt(data.getUint32(at, true))],
  32777: [8, (data, at) => data.getBigInt64(at, true)],
  32778: [8, (data, at) => data.getBigUint64(at, true)],
};

/** The number at `at` of `record`; undefined when it is cut off or of a form that no size, offset or enumerator has. */
export function numericLeaf(record: Uint8Array, at: number): NumericLeaf | undefined {
  if (at + 2 > record.length) return undefined;
  const word = u16At(record, at);
  if (word < FIRST_FORM) return { value: BigInt(word), end: at + 2 };
  const form = FORMS[word];
  if (form === undefined) return undefined;
  const [width, read] = form;
  return at + 2 + width > record.length
    ? undefined
    : { value: read(dataViewOf(record), at + 2), end: at + 2 + width };
}

/** Where what follows the number at `at` begins, without its value; undefined as in `numericLeaf`. */
export function numericEnd(record: Uint8Array, at: number): number | undefined {
  const word = u16At(record, at);
  return at + 2 <= record.length && word < FIRST_FORM ? at + 2 : numericLeaf(record, at)?.end;
}
