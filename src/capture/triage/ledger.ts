import { formatAddress } from '../../binary/address.ts';
import type { CapturedThread, TriageSummary } from '../../contract/generated/types.ts';
import { ntStatusHex } from '../../contract/ntstatus.ts';
import type { Machine } from '../../machine/port.ts';
import type { Addressed, Settled } from './attempt.ts';
import { type Absentee, type Target, targetFields, type Verdict } from './target.ts';

/** Keeps the verdict of every thread: each gets exactly one, and none is forgotten. */
export interface Ledger {
  countAttempt(targets: readonly Target[]): void;
  captured(each: Addressed, path: string, batch: number): CapturedThread;
  settled(each: Settled): CapturedThread;
  absent(each: Absentee): CapturedThread;
  /** The targets that have no verdict yet, in the order in which they were asked for. */
  open(): readonly Target[];
  all(): readonly CapturedThread[];
  summaries(): readonly TriageSummary[];
}

const COUNTERS = {
  DidNotFit: 'didNotFit',
  TimedOut: 'timedOut',
  Refused: 'refused',
  Exited: 'exited',
  Replaced: 'replaced',
  NotAttempted: 'notAttempted',
} as const satisfies Record<Exclude<Verdict, 'Captured'>, keyof TriageSummary>;

function summarize(records: readonly CapturedThread[]): TriageSummary {
  const [first] = records as [CapturedThread];
  const dumps = new Set(records.map(({ path }) => path).filter((path) => path !== undefined));
  const summary: TriageSummary = {
    machine: first.machine,
    simulated: first.simulated,
    processId: first.processId,
    processName: first.processName ?? '',
    requested: records.length,
    captured: records.filter(({ verdict }) => verdict === 'Captured').length,
    dumps: dumps.size,
  };
  for (const [verdict, counter] of Object.entries(COUNTERS)) {
    const count = records.filter((record) => record.verdict === verdict).length;
    if (count > 0) summary[counter] = count;
  }
  return summary;
}

export function openLedger(machine: Machine, targets: readonly Target[]): Ledger {
  const records: CapturedThread[] = [];
  const attempts = new Map<Target, number>();
  const unsettled = new Set(targets);

  function enter(target: Target, verdict: Verdict, rest: Partial<CapturedThread>): CapturedThread {
    unsettled.delete(target);
    const record: CapturedThread = {
      ...targetFields(machine, target),
      verdict,
      attempts: attempts.get(target) ?? 0,
      ...rest,
    };
    records.push(record);
    return record;
  }

  return {
    countAttempt(batch) {
      for (const target of batch) attempts.set(target, (attempts.get(target) ?? 0) + 1);
    },
    captured: ({ target, address }, path, batch) =>
      enter(target, 'Captured', { objectAddress: formatAddress(address), path, batch }),
    settled: ({ target, verdict, reason, ntStatus }) =>
      enter(target, verdict, {
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
