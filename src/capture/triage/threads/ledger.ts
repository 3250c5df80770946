import { formatAddress } from '../../../binary/address.ts';
import type { CapturedThread, TriageSummary } from '../../../contract/generated/types.ts';
import { ntStatusHex } from '../../../contract/ntstatus.ts';
import type { MissingVerdict, Verdict } from '../../../contract/verdict.ts';
import type { Machine } from '../../../machine/port.ts';
import type { Addressed, Settled } from './settled.ts';
import { type Absentee, detailFields, type Target, targetFields } from './target.ts';

/** Keeps the verdict of every thread: each gets exactly one, and none is forgotten. */
export interface Ledger {
  /** The kernel was asked for these threads once more. */
  countAttempt(asked: readonly Addressed[]): void;
  attempts(target: Target): number;
  captured(each: Addressed, path: string, batch: number): CapturedThread;
  settled(each: Settled): CapturedThread;
  absent(each: Absentee): CapturedThread;
  /** The targets that have no verdict yet, in the order in which they were asked for. */
  open(): readonly Target[];
  /** How many have a verdict, and of how many. */
  progress(): { readonly done: number; readonly of: number };
  all(): readonly CapturedThread[];
  summaries(): readonly TriageSummary[];
}

const COUNTERS = {
  DidNotFit: 'didNotFit',
  TimedOut: 'timedOut',
  Refused: 'refused',
  Exited: 'exited',
  Replaced: 'replaced',
  Failed: 'failed',
  NotAttempted: 'notAttempted',
} as const satisfies Record<MissingVerdict, keyof TriageSummary>;

function summarize(records: readonly CapturedThread[]): TriageSummary {
  const [first] = records as [CapturedThread];
  const dumps = new Set(records.map(({ path }) => path).filter((path) => path !== undefined));
  const counts = new Map<string, number>();
  for (const { verdict } of records) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const summary: TriageSummary = {
    machine: first.machine,
    simulated: first.simulated,
    processId: first.processId,
    processName: first.processName ?? '',
    requested: records.length,
    captured: counts.get('Captured') ?? 0,
    dumps: dumps.size,
  };
  for (const [verdict, counter] of Object.entries(COUNTERS)) {
    const count = counts.get(verdict) ?? 0;
    if (count > 0) summary[counter] = count;
  }
  return summary;
}

export function openLedger(machine: Machine, targets: readonly Target[]): Ledger {
  const records: CapturedThread[] = [];
  const asked = new Map<Target, Addressed & { readonly calls: number }>();
  const unsettled = new Set(targets);

  function enter(target: Target, verdict: Verdict, rest: Partial<CapturedThread>): CapturedThread {
    unsettled.delete(target);
    const known = asked.get(target);
    const record: CapturedThread = {
      ...targetFields(machine, target),
      ...(known === undefined ? {} : { objectAddress: formatAddress(known.address) }),
      ...detailFields(known?.details ?? {}),
      verdict,
      attempts: known?.calls ?? 0,
      ...rest,
    };
    records.push(record);
    return record;
  }

  return {
    countAttempt(threads) {
      for (const each of threads) {
        // Each call disturbs the thread: what was seen before the first one counts.
        const known = asked.get(each.target);
        asked.set(each.target, { ...(known ?? each), calls: (known?.calls ?? 0) + 1 });
      }
    },
    attempts: (target) => asked.get(target)?.calls ?? 0,
    captured: ({ target, address }, path, batch) =>
      enter(target, 'Captured', { objectAddress: formatAddress(address), path, batch }),
    settled: ({ target, verdict, reason, address, ntStatus }) =>
      enter(target, verdict, {
        ...(address === undefined ? {} : { objectAddress: formatAddress(address) }),
        reason,
        ...(ntStatus === undefined ? {} : { ntStatus: ntStatusHex(ntStatus) }),
      }),
    absent({ reference, verdict, reason }) {
      const { processId, threadId } = reference;
      const record: CapturedThread = {
        machine: machine.name,
        simulated: machine.simulated,
        processId,
        threadId,
        verdict,
        reason,
        attempts: 0,
      };
      records.push(record);
      return record;
    },
    open: () => [...unsettled],
    progress: () => ({ done: targets.length - unsettled.size, of: targets.length }),
    all: () => records,
    summaries() {
      const byProcess = new Map<number, CapturedThread[]>();
      for (const record of records) {
        const group = byProcess.get(record.processId);
        if (group === undefined) byProcess.set(record.processId, [record]);
        else group.push(record);
      }
      return [...byProcess.values()].map(summarize);
    },
  };
}
