import { type Evidence, weakestOf } from '../explain/model.ts';
import type { Moment, Observation, ObservedRequest } from './observation.ts';

/** What became of a thread between two looks. */
export const VERDICTS = [
  /** It did not run at all. */
  'Stuck',
  /** It ran no more than the capture in between explains. */
  'StuckExceptCapture',
  /** It ran, and is in the same functions. */
  'Slow',
  /** It is in other functions, or waits for another reason. */
  'Moved',
  'Gone',
  'New',
  /** The two looks do not show it. */
  'Unknown',
] as const;

export type ComparisonVerdict = (typeof VERDICTS)[number];

/**
 * The most context switches that one capture by SysDbgGetTriageDump adds to a waiting thread: one onto a processor, where the APC
 * copies it, and one when the interrupted wait is entered anew. [D]: no public source counts them. The self-test measures it
 * (`CaptureSwitches`).
 */
export const CAPTURE_SWITCHES = 2;

/** Clocks of the two looks differ by at most so much: one interrupt of 15.625 ms at either end, and the time of the look. */
const CLOCK_SLACK_MS = 250;

const COUNTER_RANGE = 2 ** 32;
const WAITING = 'Wait';
const ON_PROCESSOR = new Set(['Running']);

/** The judgement of one thread that both sides show. */
export interface Judgement {
  readonly verdict: ComparisonVerdict;
  /** A sentence. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** Context switches between the looks, those of captures in between included. */
  readonly contextSwitches?: number;
  /** Of these, so many may be the capture's own. */
  readonly captureSwitches?: number;
  readonly intervalMs?: number;
  /** Of the thread itself; for Slow. */
  readonly switchesPerSecond?: number;
  /** Both looks show a wait for the same objects. */
  readonly isSameWait?: boolean;
  /** A request that both looks show. */
  readonly request?: ObservedRequest;
  readonly hasRequestMoved?: boolean;
  /** Work items that the queue of the thread finished in between. */
  readonly queueItems?: number;
}

const counted = (basis: string): Evidence => ({ class: 'Memory', basis });
const frames: Evidence = { class: 'Stack', basis: 'functions of the exact frames' };

/** The moment from which the interval counts: after the first look, where that is known. */
const startOf = ({ after, before }: Observation): Moment => after ?? before;

function intervalOf(a: Observation, b: Observation): number | undefined {
  const start = startOf(a).timeMs;
  const end = b.before.timeMs;
  return start === undefined || end === undefined ? undefined : Math.max(0, end - start);
}

/**
 * How far a counter of 32 bits has gone on, over its end too. Undefined for more than half of its range: it went back, so the looks
 * are not in this order, or of different threads.
 */
function counterDistance(first: number, last: number): number | undefined {
  const distance = (((last - first) % COUNTER_RANGE) + COUNTER_RANGE) % COUNTER_RANGE;
  return distance < COUNTER_RANGE / 2 ? distance : undefined;
}

function switchesBetween(a: Observation, b: Observation): number | undefined {
  const first = startOf(a).contextSwitches;
  const last = b.before.contextSwitches;
  if (first === undefined || last === undefined) return undefined;
  return counterDistance(first, last);
}

function isSameSet(a: readonly bigint[] | undefined, b: readonly bigint[] | undefined): boolean | undefined {
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return undefined;
  const first = new Set<bigint>(a);
  return first.size === new Set(b).size && b.every((each) => first.has(each));
}

function sharedRequest(a: Observation, b: Observation) {
  const byAddress = new Map(a.requests.map((request) => [request.address, request] as const));
  for (const after of b.requests) {
    const before = byAddress.get(after.address);
    if (before !== undefined) return { before, after };
  }
  return undefined;
}

function queueProgress(a: Observation, b: Observation): number | undefined {
  const { queue: before } = a;
  const { queue: after } = b;
  if (before === undefined || after === undefined || before.address !== after.address) return undefined;
  return counterDistance(before.itemsProcessed, after.itemsProcessed);
}

type Found = Pick<Judgement, 'verdict' | 'reason' | 'evidence'> & { readonly own?: number };

const times = (count: number) => `${count} ${count === 1 ? 'time' : 'times'}`;
const all = (...evidence: readonly (Evidence | undefined)[]): Evidence =>
  weakestOf(evidence.filter((each) => each !== undefined)) ?? { class: 'Guess', basis: 'elimination' };

/** Whether the functions, or failing these the kinds of wait, differ; undefined where neither is known of both. */
function movement(
  a: Observation,
  b: Observation,
): { readonly moved: boolean; readonly by: Evidence } | undefined {
  if (a.key !== undefined && b.key !== undefined) return { moved: a.key !== b.key, by: frames };
  if (a.isIdle !== b.isIdle)
    return { moved: true, by: counted('a wait for work, at one of the looks alone') };
  const by: Evidence = counted('state and wait reason');
  const { state, waitReason } = a.before;
  if (state === undefined || b.before.state === undefined) return undefined;
  if (state !== b.before.state || waitReason !== b.before.waitReason) return { moved: true, by };
  return a.isIdle && b.isIdle ? { moved: false, by } : undefined;
}

/** A thread that ran, or with an unknown count: by its functions. */
function byMovement(a: Observation, b: Observation, own: number | undefined): Found {
  const move = movement(a, b);
  const by = all(move?.by, own === undefined ? undefined : all(a.counted, b.counted));
  const ran = own === undefined ? '' : `It ran ${times(own)}`;
  const base = own === undefined ? {} : { own };
  if (move === undefined) {
    const reason =
      ran === ''
        ? 'Neither context switches nor frames of both looks are known.'
        : `${ran}; frames of both looks are not known.`;
    return { verdict: 'Unknown', reason, evidence: by, ...base };
  }
  if (move.moved) {
    const reason = `${ran === '' ? 'It' : `${ran} and`} is in other functions now, or waits for another reason.`;
    return { verdict: 'Moved', reason, evidence: by, ...base };
  }
  if (own === undefined)
    return {
      verdict: 'Unknown',
      reason: 'It is in the same functions, and how often it ran is not known.',
      evidence: by,
    };
  return { verdict: 'Slow', reason: `${ran} and is in the same functions.`, evidence: by, ...base };
}

/** A wait that is older than the first look went on through the interval: for a thread with an unknown count. */
function byWaitTime(a: Observation, b: Observation, intervalMs: number | undefined): Found | undefined {
  const { state, waitTimeMs } = b.before;
  if (intervalMs === undefined || state !== WAITING || waitTimeMs === undefined) return undefined;
  // A look that disturbs begins the wait anew, and a time from before that look shows nothing.
  if (a.isDisturbing && a.after === undefined) return undefined;
  if (waitTimeMs + CLOCK_SLACK_MS < intervalMs) return undefined;
  return {
    verdict: 'Stuck',
    reason: 'Its wait began before the first look ended.',
    evidence: { class: 'Derived', basis: 'time of the wait against the time between the looks' },
  };
}

function decide(a: Observation, b: Observation, intervalMs: number | undefined): Found {
  const between = switchesBetween(a, b);
  const allowed = a.isDisturbing && a.after === undefined ? CAPTURE_SWITCHES : 0;
  const evidence = all(a.counted, b.counted);
  if (between === undefined) return byWaitTime(a, b, intervalMs) ?? byMovement(a, b, undefined);
  if (between === 0) {
    // The counter counts dispatches: a thread that never left its processor adds none.
    if (ON_PROCESSOR.has(a.before.state ?? '') && ON_PROCESSOR.has(b.before.state ?? '')) {
      const move = movement(a, b);
      const by = all(evidence, move?.by);
      return move?.moved === true
        ? { verdict: 'Moved', reason: 'It runs on a processor, in other functions now.', evidence: by }
        : {
            verdict: 'Slow',
            reason: 'It ran on a processor at both looks: it works or loops.',
            evidence: by,
          };
    }
    return { verdict: 'Stuck', reason: 'It did not run: no context switch in between.', evidence, own: 0 };
  }
  if (between > allowed) return byMovement(a, b, between - allowed);
  const move = movement(a, b);
  if (move?.moved === true) return byMovement(a, b, between);
  return {
    verdict: 'StuckExceptCapture',
    reason: `It ran ${times(between)}, and the capture in between runs a thread up to ${times(allowed)}.`,
    evidence: {
      class: 'Guess',
      basis: `at most ${allowed} context switches of a capture, which the self-test measures`,
    },
    own: 0,
  };
}

/** A request at the same driver is worth a sentence of its own. */
function requestWords(hasMoved: boolean | undefined): string {
  return hasMoved === false ? ' Its request is at the same driver as before.' : '';
}

/**
 * Compares two looks at one thread. Pure. A rate counts the thread's own switches: those that a capture in between may have added are
 * taken out.
 */
export function judge(a: Observation, b: Observation): Judgement {
  const intervalMs = intervalOf(a, b);
  const { own, reason, ...found } = decide(a, b, intervalMs);
  const between = switchesBetween(a, b);
  const allowed = a.isDisturbing && a.after === undefined ? CAPTURE_SWITCHES : 0;
  const shared = sharedRequest(a, b);
  const hasRequestMoved = shared && shared.before.location !== shared.after.location;
  const isSameWait = isSameSet(a.objects, b.objects);
  const queueItems = queueProgress(a, b);
  const isRated = found.verdict === 'Slow' && own !== undefined && intervalMs !== undefined && intervalMs > 0;
  return {
    ...found,
    reason: `${reason}${requestWords(hasRequestMoved)}`,
    ...(between !== undefined && { contextSwitches: between }),
    ...(between !== undefined && allowed > 0 && { captureSwitches: Math.min(between, allowed) }),
    ...(intervalMs !== undefined && { intervalMs }),
    ...(isRated && { switchesPerSecond: own / (intervalMs / 1000) }),
    ...(isSameWait !== undefined && { isSameWait }),
    ...(shared && { request: shared.after, hasRequestMoved: hasRequestMoved === true }),
    ...(queueItems !== undefined && { queueItems }),
  };
}
