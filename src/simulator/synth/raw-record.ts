/**
 * Structures that are filled by raw offset. The writers state every offset where they use it and share no table with
 * the product's readers: only so can a test catch a wrong offset on either side.
 */
export interface FieldWriter {
  u8(offset: number, value: number): this;
  u16(offset: number, value: number): this;
  u32(offset: number, value: number): this;
  u64(offset: number, value: Pointer | number): this;
  copy(offset: number, bytes: Uint8Array): this;
  /** One byte a character. */
  latin1(offset: number, text: string): this;
  utf16(offset: number, text: string): this;
  /** A list head or entry (LIST_ENTRY): forward and backward link. */
  links(offset: number, forward: Pointer, backward: Pointer): this;
}

/** A field writer with the virtual address of its structure. */
export interface Structure extends FieldWriter {
  readonly address: bigint;
}

/** An address, or an object of a kernel memory by its label. */
export type Pointer = bigint | LabelReference;

/** `delta` bytes behind the object that is placed under `label`, now or later. */
export interface LabelReference {
  readonly label: string;
  readonly delta: number;
}

export function atLabel(label: string, delta = 0): LabelReference {
  return { label, delta };
}

/** Bytes outside of a kernel memory, filled by offset. Labels mean nothing there. */
export interface RawRecord extends FieldWriter {
  readonly bytes: Uint8Array;
}

export function rawRecord(size: number): RawRecord {
  return recordOver(new Uint8Array(size));
}

export function recordOver(bytes: Uint8Array): RawRecord {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    bytes,
    u8(offset, value) {
      data.setUint8(offset, value);
      return this;
    },
    u16(offset, value) {
      data.setUint16(offset, value, true);
      return this;
    },
    u32(offset, value) {
      data.setUint32(offset, value >>> 0, true);
      return this;
    },
    u64(offset, value) {
      if (typeof value === 'object') throw new RangeError(`bytes have no label ${value.label}`);
      data.setBigUint64(offset, BigInt.asUintN(64, BigInt(value)), true);
      return this;
    },
    copy(offset, from) {
      bytes.set(from, offset);
      return this;
    },
    latin1(offset, text) {
      for (let index = 0; index < text.length; index++) data.setUint8(offset + index, text.charCodeAt(index));
      return this;
    },
    utf16(offset, text) {
      for (let index = 0; index < text.length; index++) {
        data.setUint16(offset + index * 2, text.charCodeAt(index), true);
      }
      return this;
    },
    links(offset, forward, backward) {
      return this.u64(offset, forward).u64(offset + 8, backward);
    },
  };
}

/** The structure that begins `offset` bytes inside of another. */
export function within(outer: Structure, offset: number): Structure {
  const inner: Structure = {
    address: outer.address + BigInt(offset),
    u8: (at, value) => wrote(outer.u8(offset + at, value)),
    u16: (at, value) => wrote(outer.u16(offset + at, value)),
    u32: (at, value) => wrote(outer.u32(offset + at, value)),
    u64: (at, value) => wrote(outer.u64(offset + at, value)),
    copy: (at, bytes) => wrote(outer.copy(offset + at, bytes)),
    latin1: (at, text) => wrote(outer.latin1(offset + at, text)),
    utf16: (at, text) => wrote(outer.utf16(offset + at, text)),
    links: (at, forward, backward) => wrote(outer.links(offset + at, forward, backward)),
  };
  const wrote = (_outer: Structure) => inner;
  return inner;
}
