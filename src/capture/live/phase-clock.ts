import type { LivePhaseDuration } from '../../contract/generated/types.ts';
import type { DecodedEvent } from './events/decoded-event.ts';
import type { LivePhase } from './events/event-table.ts';

/** Where the capture is, as far as its events or the file show. */
export interface PhaseClock {
  /** @param time FILETIME of the event */
  event(event: DecodedEvent, time: bigint): void;
  /** Looks at the file. @param nowMs of a steady clock */
  fileSize(bytes: number, nowMs: number): void;
  readonly phase: LivePhase;
  readonly source: 'Events' | 'FileGrowth';
  /** The kernel's own estimate of the file's size, after the event that carries it. */
  readonly estimatedBytes: number | undefined;
  /** The last look at the file was when the call had ended. */
  durations(): LivePhaseDuration[];
}

/** First and last event of each phase; the second pair of Quiesce is within Capture and Copy. */
const SPANS: readonly { phase: LivePhase; pairs: readonly (readonly [first: number, last: number])[] }[] = [
  { phase: 'Sizing', pairs: [[1, 151]] },
  {
    phase: 'Quiesce',
    pairs: [
      [104, 105],
      [154, 155],
    ],
  },
  { phase: 'Capture', pairs: [[151, 156]] },
  { phase: 'Copy', pairs: [[156, 157]] },
  { phase: 'Writing', pairs: [[3, 4]] },
];

const UNITS_PER_MILLISECOND = 10_000;
const tenths = (ms: number) => Math.round(ms * 10) / 10;

function sum(event: DecodedEvent, names: readonly string[]): number {
  return names.reduce((total, name) => {
    const value = event.fields.get(name);
    return total + (typeof value === 'number' ? value : 0);
  }, 0);
}

/** The file size in an estimation or allocation event. */
function estimateOf(event: DecodedEvent): number | undefined {
  if (event.id !== 106) return undefined;
  const names = [
    'NtEstimatedPrimaryDataBytes',
    'HvEstimatedPrimaryDataBytes',
    'HvEstimatedSecondaryDataBytes',
    'SkEstimatedPrimaryDataBytes',
  ];
  return sum(event, names) || undefined;
}

export function phaseClock(startMs: number): PhaseClock {
  const times = new Map<number, bigint>();
  let phase: LivePhase = 'Preparing';
  let source: PhaseClock['source'] = 'FileGrowth';
  let estimatedBytes: number | undefined;
  let firstByteMs: number | undefined;
  let lastLookMs = startMs;

  function byEvents(): LivePhaseDuration[] {
    return SPANS.flatMap(({ phase: name, pairs }) => {
      const spans = pairs.flatMap(([first, last]) => {
        const from = times.get(first);
        const to = times.get(last);
        return from === undefined || to === undefined || to < from ? [] : [to - from];
      });
      const total = spans.reduce((all, span) => all + span, 0n);
      return spans.length === 0
        ? []
        : [{ phase: name, durationMs: tenths(Number(total) / UNITS_PER_MILLISECOND) }];
    });
  }

  function byFile(): LivePhaseDuration[] {
    const writing = firstByteMs ?? lastLookMs;
    return [
      { phase: 'Preparing', durationMs: tenths(writing - startMs) },
      { phase: 'Writing', durationMs: tenths(lastLookMs - writing) },
    ];
  }

  return {
    event(event, time) {
      source = 'Events';
      times.set(event.id, time);
      phase = event.phase ?? phase;
      estimatedBytes = estimateOf(event) ?? estimatedBytes;
    },
    fileSize(bytes, nowMs) {
      lastLookMs = nowMs;
      if (bytes === 0) return;
      firstByteMs ??= nowMs;
      // Events arrive up to a second late; a file that grows is being written, whatever the last event was.
      if (phase !== 'Ended') phase = 'Writing';
    },
    get phase() {
      return phase;
    },
    get source() {
      return source;
    },
    get estimatedBytes() {
      return estimatedBytes;
    },
    durations: () => (source === 'Events' ? byEvents() : byFile()),
  };
}
