import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { LiveTraceEvent } from '../../contract/generated/types.ts';
import type { LivePhase } from '../../etw/event-table.ts';
import type { LiveCapture } from '../../machine/port.ts';
import { createAlarm } from './alarm.ts';
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

/**
 * Watches a call from its beginning to its answer: passes on what events tell, looks at the file, and asks the kernel to
 * stop when the caller cancels or the time is over. The kernel looks at that request only between chunks while it writes.
 */
export async function* watchCall(
  begin: () => LiveCapture,
  openTrace: (onEvent: () => void) => LiveTrace,
  { path, signal, timeLimitMs, tellsTrace, pollMs = POLL_MS }: WatchOptions,
): AsyncGenerator<WatchEvent, WatchedCall> {
  const alarm = createAlarm();
  const trace = openTrace(alarm.ring);
  const started = performance.now();
  const clock = phaseClock(started);
  const deadline = started + timeLimitMs;
  const listing: string[] = [];
  let stopped: StopReason | undefined;
  let shown = '';
  let lostEvents = 0;

  const events = function* (): Generator<WatchEvent> {
    for (const { decoded, raw, record } of trace.take()) {
      clock.event(decoded, raw.time);
      listing.push(traceLine(record));
      if (tellsTrace) yield { kind: 'trace', event: record };
    }
  };

  let capture: LiveCapture | undefined;
  let answer: { ntStatus: number } | undefined;
  let broken: unknown;
  const onAbort = () => alarm.ring();
  signal.addEventListener('abort', onAbort);
  try {
    const running = begin();
    capture = running;
    running.finished
      .then((answered) => {
        answer = answered;
      })
      .catch((thrown: unknown) => {
        broken = thrown;
      })
      .finally(alarm.ring);
    if (tellsTrace && trace.unavailable !== undefined) {
      yield { kind: 'warning', message: `There is no trace: ${trace.unavailable}` };
    }
    while (answer === undefined && broken === undefined) {
      yield* events();
      const now = performance.now();
      const bytes = sizeOf(path);
      clock.fileSize(bytes, now);
      if (stopped === undefined && (signal.aborted || now >= deadline)) {
        stopped = signal.aborted ? 'Cancelled' : 'TimeLimit';
        running.cancel();
      }
      const { phase, source, estimatedBytes } = clock;
      const progress: LiveProgress = {
        phase,
        source,
        bytes,
        ...(estimatedBytes === undefined ? {} : { estimatedBytes }),
        ...(stopped === undefined ? {} : { stopping: stopped }),
      };
      const text = JSON.stringify(progress);
      if (text !== shown) yield { kind: 'progress', progress };
      shown = text;
      const untilDeadline = stopped === undefined ? deadline - performance.now() : pollMs;
      await alarm.sleep(Math.max(1, Math.min(pollMs, untilDeadline)));
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Whoever stops listening in the middle must not leave the kernel writing to a file that is taken away.
    if (capture !== undefined && answer === undefined && broken === undefined) {
      capture.cancel();
      await capture.finished.catch(() => undefined);
    }
    lostEvents = (await trace.close()).lostEvents;
  }
  if (answer === undefined) throw broken;
  const ended = performance.now();
  yield* events();
  clock.fileSize(sizeOf(path), ended);
  return {
    ntStatus: answer.ntStatus,
    clock,
    listing,
    elapsedMs: Math.round((ended - started) * 10) / 10,
    lostEvents,
    ...(stopped === undefined ? {} : { stopped }),
  };
}
