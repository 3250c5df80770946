import type { Field, Layout } from '../../src/binary/layout.ts';
import { addressPlaces, type Place } from './edits.ts';
import type { Random } from './random.ts';

/** A file that a target starts from. */
export interface Base {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the format keeps numbers. */
  readonly places: readonly Place[];
}

/** A reader under test. */
export interface Target {
  readonly name: string;
  readonly bases: () => readonly Base[] | Promise<readonly Base[]>;
  /** Reads the bytes as the product does. `random` chooses among the questions, as the edits of the run choose among the files. */
  readonly run: (bytes: Uint8Array, random: Random) => unknown;
}

/** The fields of a structure at an offset of the file. */
export function placesOf<F extends Record<string, Field>>(table: Layout<F>, at: number): Place[] {
  return Object.values(table.fields).map((field) => ({
    at: at + field.offset,
    width: field.width === 1 || field.width === 2 || field.width === 4 ? field.width : 8,
  }));
}

/** Words of a header whose fields all have one width. */
export function wordPlaces(from: number, to: number, width: 1 | 2 | 4 | 8 = 4): Place[] {
  return Array.from({ length: Math.floor((to - from) / width) }, (_, index) => ({
    at: from + index * width,
    width,
  }));
}

/** A dump: its header, what follows it, and every address in it. */
export const dumpPlaces = (header: readonly Place[], bytes: Uint8Array): Place[] => [
  ...header,
  ...header,
  ...addressPlaces(bytes),
];

const encoder = new TextEncoder();

/** Texts as the files of a target. */
export const texts = (list: readonly string[]): Base[] =>
  list.map((text, index) => ({ name: `text ${index}`, bytes: encoder.encode(text), places: [] }));

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
