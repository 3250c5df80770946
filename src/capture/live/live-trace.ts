import { asFailure } from '../../contract/failure.ts';
import type { LiveTraceEvent } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { ntStatusHex } from '../../contract/ntstatus.ts';
import { isoFromFileTime } from '../../contract/time.ts';
import type { Machine, TraceRecord, TraceSession } from '../../machine/port.ts';
import { decodeEvent } from './events/decode-event.ts';
import type { DecodedEvent } from './events/decoded-event.ts';
import { LIVE_DUMP_PROVIDER } from './events/event-table.ts';
import { relativeTime } from './events/relative-time.ts';

export interface TracedEvent {
  readonly decoded: DecodedEvent;
  readonly raw: TraceRecord;
  readonly record: LiveTraceEvent;
}

/** The events of the live dump provider while a dump is taken. */
export interface LiveTrace {
  /** Events that have come since the last call, in order. */
  take(): TracedEvent[];
  /** Ends the trace; what was on its way can still be taken. */
  close(): Promise<{ readonly lostEvents: number }>;
  /** Why there are no events. */
  readonly unavailable?: string;
}

const STATUS_FIELD = 'NTStatus';

function recordOf(machine: Machine, session: TraceSession, raw: TraceRecord, decoded: DecodedEvent) {
  const fields = [...decoded.fields].map(([name, value]) => [
    name,
    name === STATUS_FIELD && typeof value === 'number' ? ntStatusHex(value) : value,
  ]);
  const record: LiveTraceEvent = {
    machine: machine.name,
    simulated: machine.simulated,
    relativeTime: relativeTime(raw.time, session.startTime),
    time: isoFromFileTime(raw.time) ?? '',
    id: raw.id,
    version: raw.version,
    ...(decoded.row === undefined ? {} : { task: decoded.row.task, opcode: decoded.row.opcode }),
    ...(decoded.phase === undefined ? {} : { phase: decoded.phase }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) as Record<string, string | number> }),
    text: decoded.text,
    ...(decoded.rest.length === 0 ? {} : { data: Buffer.from(decoded.rest).toString('hex') }),
    processId: raw.processId,
    threadId: raw.threadId,
  };
  return record;
}

/** Begins a trace and never fails: where events are not available, the trace has none and gives the reason. */
export function beginLiveTrace(machine: Machine, onEvent: () => void): LiveTrace {
  let waiting: TraceRecord[] = [];
  let session: TraceSession | undefined;
  let unavailable: string | undefined;
  try {
    session = machine.openTrace(LIVE_DUMP_PROVIDER, (event) => {
      waiting.push(event);
      onEvent();
    });
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code !== 'TraceUnavailable') throw failure;
    unavailable = failure.message;
  }
  return {
    take() {
      const taken = waiting;
      waiting = [];
      const open = session;
      if (open === undefined) return [];
      return taken.map((raw) => {
        const decoded = decodeEvent(raw);
        return { decoded, raw, record: recordOf(machine, open, raw, decoded) };
      });
    },
    close: () => session?.close() ?? Promise.resolve({ lostEvents: 0 }),
    ...(unavailable === undefined ? {} : { unavailable }),
  };
}

/** An event as a line of a listing, harmless on a terminal: events may name files. */
export function traceLine({ relativeTime: time, text }: LiveTraceEvent): string {
  return harmless(`${time} ${text}`);
}
