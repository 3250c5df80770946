import type { Evidence } from '../explain/model.ts';
import { type ComparisonVerdict, type Judgement, judge } from './judge.ts';
import type { Departed, Observation, Side } from './observation.ts';
import { isSameThread, type Pair, pairThreads } from './pair.ts';

/** A thread and what became of it. */
export interface Comparison extends Pair, Judgement {
  /** A worker without work at both looks: it has nothing to do, so it is not stuck. */
  readonly isIdle: boolean;
}

const listed = (basis: string): Evidence => ({ class: 'Memory', basis });

/** FILETIME (100 ns since 1601) to milliseconds since 1970. */
const EPOCH_DISTANCE_MS = 11_644_473_600_000;
const createdMs = ({ createTimeRaw }: Observation) =>
  createTimeRaw === undefined ? undefined : Number(BigInt(createTimeRaw) / 10_000n) - EPOCH_DISTANCE_MS;

type Named = Pick<Observation, 'processId' | 'threadId'>;

const nameOf = ({ processId, threadId }: Named) =>
  threadId === undefined ? undefined : `${processId ?? ''}:${threadId}`;

const byName = <T extends Named>(all: readonly T[]): ReadonlyMap<string | undefined, T> =>
  new Map(all.map((each) => [nameOf(each), each]));

/** What the second look shows of threads that it does not hold. */
interface Absence {
  readonly isWhole: boolean;
  readonly departed: ReadonlyMap<string | undefined, Departed>;
  readonly present: ReadonlyMap<string | undefined, Observation>;
}

/** A thread that the difference lacks. */
function lost(reference: Observation, difference: Absence): Judgement {
  const name = nameOf(reference);
  const departed = name === undefined ? undefined : difference.departed.get(name);
  if (departed !== undefined)
    return { verdict: 'Gone', reason: departed.reason, evidence: listed('verdict of the second capture') };
  const successor = name === undefined ? undefined : difference.present.get(name);
  if (successor !== undefined && !isSameThread(reference, successor))
    return {
      verdict: 'Gone',
      reason: 'Its id belongs to another thread now.',
      evidence: listed('object address and time of creation'),
    };
  return difference.isWhole
    ? { verdict: 'Gone', reason: 'It does not exist any more.', evidence: listed('list of all threads') }
    : {
        verdict: 'Unknown',
        reason: 'The second look does not hold it, nor every thread of the machine.',
        evidence: { class: 'Guess', basis: 'absence from a capture of chosen threads' },
      };
}

/** A thread that the reference lacks. */
function added(difference: Observation, reference: Side): Judgement {
  const created = createdMs(difference);
  if (created !== undefined && reference.firstMs !== undefined && created > reference.firstMs)
    return {
      verdict: 'New',
      reason: 'It was created after the first look.',
      evidence: listed('time of creation'),
    };
  return reference.isWhole
    ? {
        verdict: 'New',
        reason: 'It did not exist at the first look.',
        evidence: listed('list of all threads'),
      }
    : {
        verdict: 'Unknown',
        reason: 'The first look does not hold it, nor every thread of the machine.',
        evidence: { class: 'Guess', basis: 'absence from a capture of chosen threads' },
      };
}

/**
 * Compares two looks at one boot of one machine, thread by thread: identity is object address, ids and, where both sides hold it, the
 * time of creation. Pure; the cost is linear in the threads of both sides.
 */
export function compareSides(reference: Side, difference: Side): Comparison[] {
  const absence: Absence = {
    isWhole: difference.isWhole,
    departed: byName(difference.departed),
    present: byName(difference.observations),
  };
  return pairThreads(reference, difference).map((pair): Comparison => {
    const { reference: a, difference: b } = pair;
    const isIdle = (a ?? b)?.isIdle === true && (b ?? a)?.isIdle === true;
    if (a !== undefined && b !== undefined) return { ...pair, ...judge(a, b), isIdle };
    if (a !== undefined) return { ...pair, ...lost(a, absence), isIdle };
    return { ...pair, ...added(b as Observation, reference), isIdle };
  });
}

/** Progress of one queue of work between the looks. */
export interface QueueProgress {
  readonly address: bigint;
  readonly items: number;
  readonly threads: number;
}

/** The queues that threads of both looks serve; `items` 0 is a pool that finished nothing. */
export function queueProgress(comparisons: readonly Comparison[]): QueueProgress[] {
  const queues = new Map<bigint, { items: number; threads: number }>();
  for (const { difference, queueItems } of comparisons) {
    const address = difference?.queue?.address;
    if (address === undefined || queueItems === undefined) continue;
    const known = queues.get(address);
    if (known === undefined) queues.set(address, { items: queueItems, threads: 1 });
    else known.threads += 1;
  }
  return [...queues].map(([address, progress]) => ({ address, ...progress }));
}

/** Verdicts that mean, for a script, that something is stuck. */
export const isStuck = ({ verdict, isIdle }: Comparison): boolean =>
  !isIdle && (verdict === 'Stuck' || verdict === 'StuckExceptCapture');

/** How many threads have each verdict. */
export function countVerdicts(comparisons: readonly Comparison[]): ReadonlyMap<ComparisonVerdict, number> {
  const counts = new Map<ComparisonVerdict, number>();
  for (const { verdict } of comparisons) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}
