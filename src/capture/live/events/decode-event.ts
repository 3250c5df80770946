import type { DecodedEvent, FieldValue } from './decoded-event.ts';
import { EVENT_TABLE, type EventFieldType, type EventRow, rowOf } from './event-table.ts';
import { eventText } from './event-text.ts';

/** An event as the machine port hands it over. */
export interface RawEvent {
  readonly id: number;
  readonly version: number;
  readonly data: Uint8Array;
}

interface Taken {
  readonly value: FieldValue;
  readonly length: number;
}

function take(type: EventFieldType, data: Uint8Array, at: number): Taken | undefined {
  const bytes = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (type === 'ansi') {
    const end = data.indexOf(0, at);
    if (end < 0) return undefined;
    return { value: Buffer.from(data.subarray(at, end)).toString('latin1'), length: end - at + 1 };
  }
  const length = type === 'u32' ? 4 : 8;
  if (at + length > data.length) return undefined;
  if (type === 'u32') return { value: bytes.getUint32(at, true), length };
  const value = bytes.getBigUint64(at, true);
  return { value: value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString(), length };
}

/** Payloads are packed: every field begins where the one before ends. */
function readFields(row: EventRow, data: Uint8Array) {
  const fields = new Map<string, FieldValue>();
  let at = 0;
  for (const [name, type] of row.fields) {
    const taken = take(type, data, at);
    if (taken === undefined) return { fields, at, truncated: true };
    fields.set(name, taken.value);
    at += taken.length;
  }
  return { fields, at, truncated: false };
}

/**
 * Decodes one event of the live dump provider. Never throws: what is unknown, newer or cut off is shown as far as it
 * goes, with its raw bytes.
 */
export function decodeEvent({ id, version, data }: RawEvent): DecodedEvent {
  // A version below every known one has no row of its own; the oldest is the nearest to it.
  const row = rowOf(id, version) ?? EVENT_TABLE.find((candidate) => candidate.id === id);
  if (row === undefined) {
    const unknown = { id, version, fields: new Map<string, FieldValue>(), rest: data, truncated: false };
    return { ...unknown, text: eventText(unknown) };
  }
  const { fields, at, truncated } = readFields(row, data);
  const known = { id, version, row, phase: row.phase, fields, rest: data.subarray(at), truncated };
  return { ...known, text: eventText(known) };
}
