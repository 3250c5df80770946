import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { LiveTraceEvent } from '../../contract/generated/types.ts';
import type { LiveCapture } from '../../machine/port.ts';
import { createAlarm } from './alarm.ts';
import type { LivePhase } from './events/event-table.ts';
import { type LiveTrace, traceLine } from './live-trace.ts';
import { type PhaseClock, phaseClock } from './phase-clock.ts';

/** What is known about a dump while the kernel takes it. */
export interface LiveProgress {
  readonly phase: LivePhase;
  /** Where the phase is known from. */
  readonly source: 'Events' | 'FileGrowth';
  readonly bytes: number;
  /** The kernel's own estimate of the whole; the file often ends a little below. */
  readonly estimatedBytes?: number;
  /** Somebody asked to stop, and the kernel has not looked yet. */
  readonly stopping?: StopReason;
}

export type StopReason = 'Cancelled' | 'TimeLimit';

export type WatchEvent =
  | { readonly kind: 'progress'; readonly progress: LiveProgress }
  | { readonly kind: 'trace'; readonly event: LiveTraceEvent }
  | { readonly kind: 'warning'; readonly message: string };

export interface WatchOptions {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Milliseconds until the call is cancelled. */
  readonly timeLimitMs: number;
  /** Passes events on; without it they serve progress alone. */
  readonly tellsTrace: boolean;
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

/**
 * Watches a call from its beginning to its answer: passes on what events tell, looks at the file, and asks the kernel to
 * stop at once when the caller cancels or the time is over. The kernel looks at that only between chunks while it writes.
 */
export async function* watchCall(
  begin: () => LiveCapture,
  openTrace: (onEvent: () => void) => LiveTrace,
  { path, signal, timeLimitMs, tellsTrace, pollMs = POLL_MS }: WatchOptions,
): AsyncGenerator<WatchEvent, WatchedCall> {
  const alarm = createAlarm();
  const trace = openTrace(alarm.ring);
  const startedMs = performance.now();
  const clock = phaseClock(startedMs);
  const listing: string[] = [];
  let capture: LiveCapture | undefined;
  let ended: Promise<Ending>;
  let over = false;
  let stopped: StopReason | undefined;
  let lostEvents = 0;

  const events = function* (): Generator<WatchEvent> {
    for (const { decoded, raw, record } of trace.take()) {
      clock.event(decoded, raw.time);
      listing.push(traceLine(record));
      if (tellsTrace) yield { kind: 'trace', event: record };
    }
  };
  // Not left to the loop: a reader who does not take what is told would hold it up.
  const stop = (reason: StopReason) => {
    if (stopped !== undefined || over) return;
    stopped = reason;
    capture?.cancel();
    alarm.ring();
  };
  const onAbort = () => stop('Cancelled');
  const timer = Number.isFinite(timeLimitMs)
    ? setTimeout(stop, Math.max(0, timeLimitMs), 'TimeLimit')
    : undefined;
  signal.addEventListener('abort', onAbort);
  try {
    capture = begin();
    ended = endingOf(capture).finally(() => {
      over = true;
      alarm.ring();
    });
    if (signal.aborted) onAbort();
    try {
      if (tellsTrace && trace.unavailable !== undefined) {
        yield { kind: 'warning', message: `There is no trace: ${trace.unavailable}` };
      }
      for (let shown = ''; !over; await alarm.sleep(pollMs)) {
        yield* events();
        const bytes = sizeOf(path);
        clock.fileSize(bytes, performance.now());
        const progress = progressOf(clock, bytes, stopped);
        const text = JSON.stringify(progress);
        if (text !== shown) yield { kind: 'progress', progress };
        shown = text;
      }
    } finally {
      // Whoever stops listening in the middle must not leave the kernel writing to a file that is taken away.
      if (!over) capture.cancel();
      await ended;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    lostEvents = (await trace.close()).lostEvents;
  }
  const ending = await ended;
  if ('broken' in ending) throw ending.broken;
  yield* events();
  clock.fileSize(sizeOf(path), ending.atMs);
  return {
    ntStatus: ending.ntStatus,
    clock,
    listing,
    elapsedMs: Math.round((ending.atMs - startedMs) * 10) / 10,
    lostEvents,
    ...(stopped === undefined ? {} : { stopped }),
  };
}
