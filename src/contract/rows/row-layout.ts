import { Buffer } from 'node:buffer';
import type { Records, RecordType } from '../generated/types.ts';
import type { RowLayout } from '../output.ts';
import { type Column, objectOf } from './columns.ts';
import { RowText, stepsOf } from './row-text.ts';

/** Lines are taken in pieces of about this size. */
const LINES = 64 * 1024;
/** A longer line makes the buffer grow. */
const LINE = 4 * 1024;

const END = Buffer.from('}\n');

/**
 * A record as a table of columns. Its line of NDJSON is written without the object: a listing of 100,000 threads would spend most of its time
 * on objects and strings that are gone a moment later.
 * @param columns the properties of the record, in their order
 */
export function rowLayout<T extends RecordType, S>(type: T, columns: readonly Column<S>[]): RowLayout<T, S> {
  return {
    type,
    record: (source) => objectOf(columns, source) as Records[T],
    open(spell) {
      const text = new RowText(LINES + LINE);
      const begin = Buffer.from(`{"kind":"record","type":${JSON.stringify(type)},"value":`);
      const steps = stepsOf(columns, spell);
      return {
        add(source) {
          text.add(begin, steps, source, END);
          return text.length >= LINES;
        },
        take: () => text.take(),
      };
    },
  };
}
