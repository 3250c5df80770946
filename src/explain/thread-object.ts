import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { offsetInPage } from '../binary/address-halves.ts';
import { type Memory, tryReadU8, tryReadU16, tryReadU64 } from '../dump/memory/memory.ts';
import type { ThreadField, ThreadFields } from './layouts/thread-fields.ts';

const PAGE = 0x1000;

/** What a thread object is read through. */
interface ThreadMemory {
  readonly memory: Memory;
  readonly fields: ThreadFields;
}

/**
 * The fields of one thread object. The readers of a wait take a dozen of them, and a dump has thousands of threads: so the one or two
 * pages that hold the object are looked up once. A field that is not in the dump, or that the layout does not place, is undefined.
 */
export class ThreadObject {
  readonly address: VirtualAddress;
  readonly #view: ThreadMemory;
  /** Where the object begins in its first page. */
  readonly #start: number;
  readonly #first: DataView | undefined;
  #second: DataView | undefined;
  #hasSecond = false;

  constructor(view: ThreadMemory, address: VirtualAddress) {
    this.address = address;
    this.#view = view;
    this.#start = offsetInPage(address);
    this.#first = view.memory.pageView?.(address, 1);
  }

  u8(field: ThreadField): number | undefined {
    const offset = this.#view.fields.offset(field);
    return offset === undefined ? undefined : this.u8At(offset);
  }

  /** The byte at an offset from the start of the object. */
  u8At(offset: number): number | undefined {
    const page = this.#pageOf(offset, 1);
    if (page !== undefined) return page.getUint8((this.#start + offset) % PAGE);
    return tryReadU8(this.#view.memory, addressAt(this.address, offset));
  }

  u16(field: ThreadField): number | undefined {
    const offset = this.#view.fields.offset(field);
    if (offset === undefined) return undefined;
    const page = this.#pageOf(offset, 2);
    if (page !== undefined) return page.getUint16((this.#start + offset) % PAGE, true);
    return tryReadU16(this.#view.memory, addressAt(this.address, offset));
  }

  u64(field: ThreadField): bigint | undefined {
    const offset = this.#view.fields.offset(field);
    if (offset === undefined) return undefined;
    const page = this.#pageOf(offset, 8);
    if (page !== undefined) return page.getBigUint64((this.#start + offset) % PAGE, true);
    return tryReadU64(this.#view.memory, addressAt(this.address, offset));
  }

  /** The page that holds all of the bytes at an offset; undefined where they are in two pages, or in none at hand. */
  #pageOf(offset: number, width: number): DataView | undefined {
    const place = this.#start + offset;
    const page = place < PAGE ? this.#first : place < 2 * PAGE ? this.#nextPage() : undefined;
    return page !== undefined && (place % PAGE) + width <= page.byteLength ? page : undefined;
  }

  #nextPage(): DataView | undefined {
    if (!this.#hasSecond) {
      this.#hasSecond = true;
      this.#second = this.#view.memory.pageView?.(addressAt(this.address, PAGE - this.#start), 1);
    }
    return this.#second;
  }
}
