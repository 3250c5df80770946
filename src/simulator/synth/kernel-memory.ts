import { Buffer } from 'node:buffer';
import type { MemoryBlock } from './memory-block.ts';
import { type FieldWriter, type Pointer, recordOver, type Structure } from './raw-record.ts';

/**
 * Memory of a kernel that never ran: objects under labels, on pages by virtual address. A pointer may name an object
 * that is placed later, so that a plan can state rings, owners and waiters in any order. Dumps are views of it: some
 * store placed objects, others store pages.
 */
export interface KernelMemory {
  /** Page contents by page address, in the order in which the pages were first used. */
  readonly pages: ReadonlyMap<bigint, Buffer>;
  /** In the order in which they were placed. */
  readonly objects: readonly PlacedObject[];
  /** Takes `size` bytes of fresh memory at the next free place of a region that starts at `region`. */
  allocate(region: bigint, size: number, alignment?: number): bigint;
  /** An object of zeros at an address that the plan chooses. */
  place(label: string, address: bigint, size: number): PlacedObject;
  /** An object of zeros at the next free place of a region. */
  placeIn(region: bigint, label: string, size: number, alignment?: number): PlacedObject;
  /** Names an address that has no content of its own here: an object inside another, or one that no dump holds. */
  name(label: string, address: bigint): void;
  has(label: string): boolean;
  /** @throws RangeError when nothing is placed under the label */
  addressOf(label: string): bigint;
  /** Writes at an address without a label. */
  at(address: bigint): Structure;
  write(address: bigint, bytes: Uint8Array): void;
  /** A UNICODE_STRING at `address` with its text in fresh memory of `region`. */
  unicode(address: bigint, text: string, region: bigint): void;
  /** Links entries into a circular list behind a head. */
  link(head: bigint, entries: readonly bigint[]): void;
  /** @throws RangeError where no page is */
  read(address: bigint, length: number): Buffer;
  /** The bytes of an object as a data block of a dump. */
  block(object: PlacedObject): MemoryBlock;
  /**
   * Must be called after the last pointer was written.
   * @throws RangeError for a pointer to a label that was never placed
   */
  finish(): void;
}

export interface PlacedObject extends Structure {
  readonly label: string;
  readonly size: number;
}

const PAGE = 0x1000n;

export function kernelMemory(): KernelMemory {
  const pages = new Map<bigint, Buffer>();
  const tops = new Map<bigint, bigint>();
  const objects: PlacedObject[] = [];
  const labels = new Map<string, bigint>();
  const unresolved: { readonly address: bigint; readonly to: Exclude<Pointer, bigint> }[] = [];

  function pageAt(address: bigint): Buffer {
    const base = address - (address % PAGE);
    const page = pages.get(base) ?? Buffer.alloc(Number(PAGE));
    pages.set(base, page);
    return page;
  }

  function write(address: bigint, value: Uint8Array): void {
    for (let done = 0; done < value.length; ) {
      const at = address + BigInt(done);
      const offset = Number(at % PAGE);
      const count = Math.min(value.length - done, Number(PAGE) - offset);
      pageAt(at).set(value.subarray(done, done + count), offset);
      done += count;
    }
  }

  function point(address: bigint, to: Pointer | number): void {
    const known = typeof to === 'object' ? labels.get(to.label) : BigInt(to);
    if (known === undefined && typeof to === 'object') unresolved.push({ address, to });
    write(address, word(8, (known ?? 0n) + (typeof to === 'object' ? BigInt(to.delta) : 0n)));
  }

  function at(address: bigint): Structure {
    const writeAt = (offset: number, bytes: Uint8Array) => write(address + BigInt(offset), bytes);
    const structure: Structure = {
      address,
      u8: (offset, value) => put(offset, word(1, BigInt(value))),
      u16: (offset, value) => put(offset, word(2, BigInt(value))),
      u32: (offset, value) => put(offset, word(4, BigInt(value))),
      u64(offset, value) {
        point(address + BigInt(offset), value);
        return structure;
      },
      copy: put,
      latin1: (offset, text) => put(offset, Buffer.from(text, 'latin1')),
      utf16: (offset, text) => put(offset, Buffer.from(text, 'utf16le')),
      links: (offset, forward, backward) => structure.u64(offset, forward).u64(offset + 8, backward),
    };
    function put(offset: number, bytes: Uint8Array): Structure {
      writeAt(offset, bytes);
      return structure;
    }
    return structure;
  }

  function name(label: string, address: bigint): void {
    if (labels.has(label)) throw new RangeError(`${label} is placed already`);
    labels.set(label, address);
  }

  function place(label: string, address: bigint, size: number): PlacedObject {
    name(label, address);
    write(address, new Uint8Array(size));
    const object = Object.assign(at(address), { label, size });
    objects.push(object);
    return object;
  }

  function allocate(region: bigint, size: number, alignment = 16): bigint {
    const top = tops.get(region) ?? region;
    const step = BigInt(alignment);
    const address = ((top + step - 1n) / step) * step;
    tops.set(region, address + BigInt(size));
    write(address, new Uint8Array(size));
    return address;
  }

  function addressOf(label: string): bigint {
    const address = labels.get(label);
    if (address === undefined) throw new RangeError(`nothing is placed as ${label}`);
    return address;
  }

  function read(address: bigint, length: number): Buffer {
    const result = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const from = address + BigInt(done);
      const page = pages.get(from - (from % PAGE));
      if (!page) throw new RangeError(`the memory has nothing at 0x${from.toString(16)}`);
      done += page.copy(result, done, Number(from % PAGE));
    }
    return result;
  }

  return {
    pages,
    objects,
    allocate,
    place,
    placeIn: (region, label, size, alignment) => place(label, allocate(region, size, alignment), size),
    name,
    has: (label) => labels.has(label),
    addressOf,
    at,
    write,
    unicode(address, text, region) {
      const encoded = Buffer.from(text, 'utf16le');
      const buffer = allocate(region, encoded.length + 2, 8);
      write(buffer, encoded);
      countedString(at(address), 0, encoded.length, buffer);
    },
    link(head, entries) {
      const ring = [head, ...entries];
      for (const [index, entry] of ring.entries()) {
        at(entry).links(0, ring[(index + 1) % ring.length] ?? head, ring.at(index - 1) ?? head);
      }
    },
    read,
    block: ({ address, size }) => ({ address, bytes: read(address, size) }),
    finish() {
      for (const { address, to } of unresolved)
        write(address, word(8, addressOf(to.label) + BigInt(to.delta)));
      unresolved.length = 0;
    },
  };
}

function word(width: number, value: bigint): Uint8Array {
  return recordOver(new Uint8Array(8)).u64(0, value).bytes.subarray(0, width);
}

/** A UNICODE_STRING with its `bytes` bytes of text at `buffer`, with room for a zero behind them. */
export function countedString(record: FieldWriter, offset: number, bytes: number, buffer: Pointer): void {
  record
    .u16(offset, bytes)
    .u16(offset + 2, bytes + 2)
    .u64(offset + 8, buffer);
}
