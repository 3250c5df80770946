import type { EventRow, LivePhase } from './event-table.ts';

/** Integers that JavaScript cannot hold exactly are decimal digits; texts are as they were logged. */
export type FieldValue = number | string;

export interface DecodedEvent {
  readonly id: number;
  readonly version: number;
  /** Absent for an id that no manifest describes. */
  readonly row?: EventRow;
  readonly phase?: LivePhase;
  /** In the order of the payload, named as in the manifest. */
  readonly fields: ReadonlyMap<string, FieldValue>;
  /** Bytes that no known field explains: all of an unknown event, the end of a newer version. */
  readonly rest: Uint8Array;
  /** The payload ends inside of what the event should hold. */
  readonly truncated: boolean;
  /** One sentence or more, as published traces spell it. */
  readonly text: string;
}
