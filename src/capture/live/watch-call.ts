import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { LiveTraceEvent } from '../../contract/generated/types.ts';
import type { LiveCapture } from '../../machine/port.ts';
import { createAlarm } from './alarm.ts';
import type { LivePhase } from './events/event-table.ts';
import { type LiveTrace, traceLine } from './live-trace.ts';
import { type PhaseClock, phaseClock } from './phase-clock.ts';
import { type CallStop, type StopReason, stopCall } from './stop-call.ts';

/** What is known about a dump while the kernel takes it. */
export interface LiveProgress {
  readonly phase: LivePhase;
  /** Where the phase is known from. */
  readonly source: 'Events' | 'FileGrowth';
  readonly bytes: number;
  /** The kernel's own estimate of the whole; the file often ends a little below. */
  readonly estimatedBytes?: number;
  /** A stop was asked for, and the kernel has not looked yet. */
  readonly stopping?: StopReason;
}

export type CallEvent =
  | { readonly kind: 'progress'; readonly progress: LiveProgress }
  | { readonly kind: 'trace'; readonly event: LiveTraceEvent }
  | { readonly kind: 'warning'; readonly message: string };

export interface WatchOptions {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Milliseconds until the call is cancelled. */
  readonly timeLimitMs: number;
  /** Passes events on; without it they serve progress alone. */
  readonly includeTrace: boolean;
  /** How often the file is looked at. */
  readonly pollMs?: number | undefined;
}

export interface WatchedCall {
  readonly ntStatus: number;
  readonly stopped?: StopReason;
  readonly clock: PhaseClock;
  readonly elapsedMs: number;
  /** The events, a line each. */
  readonly listing: readonly string[];
  readonly lostEvents: number;
}

/** A person reads no faster, and looking at a file four times a second costs nothing. */
const POLL_MS = 250;

/** The size on the disk; a file that cannot be looked at is not worth failing a dump. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** How a call came to its end. */
type Ending = { readonly atMs: number } & ({ readonly ntStatus: number } | { readonly broken: unknown });

function endingOf(capture: LiveCapture): Promise<Ending> {
  return capture.finished.then(
    ({ ntStatus }) => ({ ntStatus, atMs: performance.now() }),
    (broken: unknown) => ({ broken, atMs: performance.now() }),
  );
}

function progressOf(
  { phase, source, estimatedBytes }: PhaseClock,
  bytes: number,
  stopping?: StopReason,
): LiveProgress {
  return {
    phase,
    source,
    bytes,
    ...(estimatedBytes === undefined ? {} : { estimatedBytes }),
    ...(stopping === undefined ? {} : { stopping }),
  };
}

/** Passes events to the clock and the listing, and to the caller where it asked for them. */
function* tellEvents(
  trace: LiveTrace,
  clock: PhaseClock,
  listing: string[],
  includeTrace: boolean,
): Generator<CallEvent> {
  for (const { decoded, raw, record } of trace.take()) {
    clock.event(decoded, raw.time);
    listing.push(traceLine(record));
    if (includeTrace) yield { kind: 'trace', event: record };
  }
}

/**
 * Watches a call from its beginning to its answer: passes on the events, looks at the file, and asks the kernel to
 * stop at once when the caller cancels or the time is over. The kernel looks at that only between chunks while it writes.
 */
export async function* watchCall(
  begin: () => LiveCapture,
  openTrace: (onEvent: () => void) => LiveTrace,
  { path, signal, timeLimitMs, includeTrace, pollMs = POLL_MS }: WatchOptions,
): AsyncGenerator<CallEvent, WatchedCall> {
  const alarm = createAlarm();
  const trace = openTrace(alarm.ring);
  const startedMs = performance.now();
  const clock = phaseClock(startedMs);
  const listing: string[] = [];
  let stop: CallStop | undefined;
  let ended: Promise<Ending>;
  let lostEvents = 0;
  try {
    const capture = begin();
    const call = stopCall(() => capture.cancel(), { signal, timeLimitMs, onStop: alarm.ring });
    stop = call;
    ended = endingOf(capture).finally(() => {
      call.end();
      alarm.ring();
    });
    try {
      if (includeTrace && trace.unavailable !== undefined) {
        yield { kind: 'warning', message: `There is no trace: ${trace.unavailable}` };
      }
      for (let shown = ''; !call.over; await alarm.sleep(pollMs)) {
        yield* tellEvents(trace, clock, listing, includeTrace);
        const bytes = sizeOf(path);
        clock.fileSize(bytes, performance.now());
        const progress = progressOf(clock, bytes, call.reason);
        const text = JSON.stringify(progress);
        if (text !== shown) yield { kind: 'progress', progress };
        shown = text;
      }
    } finally {
      // The consumer may stop early: the kernel must not go on writing to a file that is about to be deleted.
      if (!call.over) capture.cancel();
      await ended;
    }
  } finally {
    lostEvents = (await trace.close()).lostEvents;
  }
  const ending = await ended;
  if ('broken' in ending) throw ending.broken;
  yield* tellEvents(trace, clock, listing, includeTrace);
  clock.fileSize(sizeOf(path), ending.atMs);
  return {
    ntStatus: ending.ntStatus,
    clock,
    listing,
    elapsedMs: Math.round((ending.atMs - startedMs) * 10) / 10,
    lostEvents,
    ...(stop.reason === undefined ? {} : { stopped: stop.reason }),
  };
}
