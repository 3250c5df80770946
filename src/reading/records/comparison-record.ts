import { formatAddress } from '../../binary/address.ts';
import { type Comparison, countVerdicts, isStuck, queueProgress } from '../../compare/compare.ts';
import { VERDICTS } from '../../compare/judge.ts';
import type { Observation } from '../../compare/observation.ts';
import type { ComparisonSummary, ThreadComparison } from '../../contract/generated/types.ts';
import { addresses, defined } from './record-tools.ts';

const timeText = (ms: number | undefined) =>
  ms === undefined || !Number.isFinite(ms) ? undefined : new Date(ms).toISOString();

const timeOf = (look: Observation | undefined) => timeText(look?.before.timeMs);

/** What every record of a comparison has of its machine. */
export const simulatedOrigin = (machine: string | undefined) =>
  machine === undefined ? {} : { simulated: true, machine };

/** The contract's record of a thread and what became of it. */
export function comparisonRecord(machine: string | undefined, comparison: Comparison): ThreadComparison {
  const { reference, difference, verdict, reason, isIdle, evidence, request } = comparison;
  // A thread that has gone is shown as it was.
  const shown = difference ?? reference;
  const first = reference ?? difference;
  return {
    ...simulatedOrigin(machine),
    ...defined({
      processId: shown?.processId ?? first?.processId,
      processName: shown?.processName ?? first?.processName,
      threadId: shown?.threadId ?? first?.threadId,
    }),
    ...addresses({ objectAddress: shown?.address ?? first?.address }),
    verdict,
    reason,
    isIdle,
    ...defined({
      contextSwitches: comparison.contextSwitches,
      captureSwitches: comparison.captureSwitches,
      switchesPerSecond: comparison.switchesPerSecond,
      intervalMs: comparison.intervalMs,
      state: shown?.before.state,
      waitReason: shown?.before.waitReason,
      waitTimeMs: shown?.before.waitTimeMs,
      waitingFor: shown?.waitingFor,
      isSameWait: comparison.isSameWait,
      heldBy: shown?.heldBy,
      heldByEvidence: shown?.heldByEvidence,
      doing: shown?.doing,
    }),
    ...addresses({ requestAddress: request?.address }),
    ...defined({ hasRequestMoved: comparison.hasRequestMoved, requestEvidence: request?.evidence.class }),
    ...addresses({
      queueAddress: comparison.queueItems === undefined ? undefined : difference?.queue?.address,
    }),
    ...defined({
      queueItems: comparison.queueItems,
      stack: shown?.stack,
      key: shown?.key,
      referencePath: reference?.path,
      differencePath: difference?.path,
      referenceTime: timeOf(reference),
      differenceTime: timeOf(difference),
    }),
    evidence: evidence.class,
    basis: evidence.basis,
  } as ThreadComparison;
}

/** The looks that a summary is about. */
export interface ComparedLooks {
  readonly machine: string | undefined;
  readonly referencePaths: readonly string[];
  readonly differencePaths: readonly string[];
  readonly referenceMs: number | undefined;
  readonly differenceMs: number | undefined;
}

function headlineOf(counts: ReadonlyMap<string, number>, threads: number, idle: number): string {
  const stuck = (counts.get('Stuck') ?? 0) + (counts.get('StuckExceptCapture') ?? 0);
  const others = [
    ['Slow', 'slow'],
    ['Moved', 'moved on'],
    ['New', 'new'],
    ['Gone', 'gone'],
    ['Unknown', 'not known'],
  ] as const;
  const parts = others.flatMap(([verdict, word]) => {
    const count = counts.get(verdict) ?? 0;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const idleText = idle === 0 ? [] : [`${idle} idle ${idle === 1 ? 'worker' : 'workers'}`];
  return `${[`${stuck} of ${threads} ${threads === 1 ? 'thread' : 'threads'} stuck`, ...parts, ...idleText].join(', ')}.`;
}

/** How many threads have each verdict. */
export function comparisonSummary(
  comparisons: readonly Comparison[],
  looks: ComparedLooks,
): ComparisonSummary {
  const busy = comparisons.filter(({ isIdle }) => !isIdle);
  const counts = countVerdicts(busy);
  const { machine, referencePaths, differencePaths, referenceMs, differenceMs } = looks;
  const intervalMs =
    referenceMs === undefined || differenceMs === undefined
      ? undefined
      : Math.max(0, differenceMs - referenceMs);
  const idleCount = comparisons.length - busy.length;
  return {
    ...simulatedOrigin(machine),
    headline: headlineOf(counts, comparisons.length, idleCount),
    threadCount: comparisons.length,
    idleCount,
    stuckCount: comparisons.filter(isStuck).length,
    counts: VERDICTS.map((verdict) => ({ verdict, count: counts.get(verdict) ?? 0 })),
    queues: queueProgress(comparisons).map(({ address, ...progress }) => ({
      address: formatAddress(address),
      ...progress,
    })),
    ...defined({ intervalMs }),
    referencePaths: [...referencePaths],
    differencePaths: [...differencePaths],
    ...defined({ referenceTime: timeText(referenceMs), differenceTime: timeText(differenceMs) }),
  } as ComparisonSummary;
}
