/**
 * Bytes that are filled by raw offset. The writers of the simulated machine state every offset where they use it and
 * share no table with the product's readers: only so can a test catch a wrong offset on either side.
 */
export interface RawRecord {
  readonly bytes: Uint8Array;
  u8(offset: number, value: number): RawRecord;
  u16(offset: number, value: number): RawRecord;
  u32(offset: number, value: number): RawRecord;
  u64(offset: number, value: bigint | number): RawRecord;
  copy(offset: number, bytes: Uint8Array): RawRecord;
  /** One byte a character. */
  latin1(offset: number, text: string): RawRecord;
  utf16(offset: number, text: string): RawRecord;
  /** A list head or entry (LIST_ENTRY): forward and backward link. */
  links(offset: number, forward: bigint, backward: bigint): RawRecord;
}

export function rawRecord(size: number): RawRecord {
  return recordOver(new Uint8Array(size));
}

export function recordOver(bytes: Uint8Array): RawRecord {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const record: RawRecord = {
    bytes,
    u8: (offset, value) => {
      data.setUint8(offset, value);
      return record;
    },
    u16: (offset, value) => {
      data.setUint16(offset, value, true);
      return record;
    },
    u32: (offset, value) => {
      data.setUint32(offset, value >>> 0, true);
      return record;
    },
    u64: (offset, value) => {
      data.setBigUint64(offset, BigInt.asUintN(64, BigInt(value)), true);
      return record;
    },
    copy: (offset, from) => {
      bytes.set(from, offset);
      return record;
    },
    latin1: (offset, text) => {
      for (let index = 0; index < text.length; index++) data.setUint8(offset + index, text.charCodeAt(index));
      return record;
    },
    utf16: (offset, text) => {
      for (let index = 0; index < text.length; index++) {
        data.setUint16(offset + index * 2, text.charCodeAt(index), true);
      }
      return record;
    },
    links: (offset, forward, backward) => record.u64(offset, forward).u64(offset + 8, backward),
  };
  return record;
}
