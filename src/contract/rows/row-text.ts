import { Buffer } from 'node:buffer';
import type { Column, KindName } from './columns.ts';
import {
  jsonBytes,
  MOST_BYTES,
  mostBytesOfText,
  putAddress,
  putBoolean,
  putBytes,
  putNumber,
  putTenThousandths,
  putText,
  putTime,
} from './json-text.ts';

/** Spells the names of properties. */
export type Spell = (name: string) => string;

/** A column, made ready. */
interface Step {
  readonly kind: KindName | 'nested' | 'shared';
  /** A comma, the name and a colon. */
  readonly key: Uint8Array;
  of(source: unknown): unknown;
  /** Of a nested object, or of shared columns. */
  readonly steps: readonly Step[];
  /** Bytes of the key and of a value that is no text. */
  readonly most: number;
  /** With few different values: what was written for each. */
  readonly kept: Map<unknown, Uint8Array> | undefined;
  /** The last value that has bytes, and these. */
  last: unknown;
  bytes: Uint8Array;
}

const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** So many values of a column are kept as bytes: states, reasons of waits, priorities. */
const MOST_KEPT = 256;
const MOST_OF_VALUE = Math.max(...Object.values(MOST_BYTES));
const NONE = new Uint8Array(0);

export function stepsOf<S>(columns: readonly Column<S>[], spell: Spell): readonly Step[] {
  return columns.map((column): Step => {
    const isShared = 'part' in column;
    const key = isShared ? NONE : Uint8Array.from([COMMA, ...jsonBytes(spell(column.name)), COLON]);
    return {
      kind: 'kind' in column ? column.kind : isShared ? 'shared' : 'nested',
      key,
      of: (isShared ? column.part : column.of) as Step['of'],
      steps: 'kind' in column ? [] : stepsOf(column.columns as readonly Column<unknown>[], spell),
      most: key.length + MOST_OF_VALUE,
      kept: 'kind' in column && column.few ? new Map() : undefined,
      last: undefined,
      bytes: NONE,
    };
  });
}

/** Rows of JSON in a buffer that grows. */
export class RowText {
  readonly #size: number;
  #bytes: Buffer;
  #length = 0;

  /** @param size room for so many bytes before the buffer grows */
  constructor(size: number) {
    this.#size = size;
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  get length(): number {
    return this.#length;
  }

  /** What was added. Later rows go into another buffer, because a stream keeps what it is given until it is written. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafeSlow(this.#size);
    this.#length = 0;
    return taken;
  }

  add(begin: Uint8Array, steps: readonly Step[], source: unknown, end: Uint8Array): void {
    const start = putBytes(this.#room(this.#length, begin.length), this.#length, begin);
    const at = this.#object(start, steps, source);
    this.#length = putBytes(this.#room(at, end.length), at, end);
  }

  /** The buffer, with room for so many bytes from a place on. */
  #room(at: number, count: number): Buffer {
    if (at + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (at + count));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
    }
    return this.#bytes;
  }

  #object(start: number, steps: readonly Step[], source: unknown): number {
    const at = this.#properties(start, steps, source);
    const bytes = this.#room(at, 2);
    // The comma in front of the first property opens the object.
    bytes[start] = OPEN;
    const end = at === start ? at + 1 : at;
    bytes[end] = CLOSE;
    return end + 1;
  }

  /** One loop for all kinds: a function for each, called a million times through a table, would take longer than the writing. */
  #properties(start: number, steps: readonly Step[], source: unknown): number {
    let at = start;
    for (const step of steps) {
      const value = step.of(source);
      if (value === undefined) continue;
      if (value === step.last) {
        at = putBytes(this.#room(at, step.bytes.length), at, step.bytes);
        continue;
      }
      const known = step.kept?.get(value);
      if (known !== undefined) {
        step.last = value;
        step.bytes = known;
        at = putBytes(this.#room(at, known.length), at, known);
        continue;
      }
      const first = at;
      let bytes = this.#room(at, step.most);
      at = putBytes(bytes, at, step.key);
      switch (step.kind) {
        case 'address':
          at = putAddress(bytes, at, value as bigint);
          break;
        case 'number':
          at = putNumber(bytes, at, value as number);
          break;
        case 'milliseconds':
          at = putTenThousandths(bytes, at, Number(value));
          break;
        case 'time':
          at = putTime(bytes, at, value as number);
          break;
        case 'boolean':
          at = putBoolean(bytes, at, value as boolean);
          break;
        case 'digits':
          at = putText(bytes, at, String(value));
          break;
        case 'text':
          bytes = this.#room(at, mostBytesOfText(value as string));
          at = putText(bytes, at, value as string);
          break;
        case 'nested':
          at = this.#object(at, step.steps, value);
          break;
        case 'shared':
          at = this.#properties(at, step.steps, source);
          this.#keep(step, value, first, at);
      }
      if (step.kept !== undefined) {
        if (step.kept.size === MOST_KEPT) step.kept.clear();
        step.kept.set(value, this.#keep(step, value, first, at));
      }
    }
    return at;
  }

  #keep(step: Step, value: unknown, from: number, to: number): Uint8Array {
    step.last = value;
    step.bytes = Uint8Array.from(this.#bytes.subarray(from, to));
    return step.bytes;
  }
}
