import type {
  CapturedThread,
  TriageDump,
  TriagePlan,
  TriageSummary,
} from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { type Column, heading, row } from './columns.ts';

const PLAN: readonly Column[] = [
  { title: 'Batch', width: 5, align: 'right' },
  { title: 'Pid', width: 6, align: 'right' },
  { title: 'Process', width: 16 },
  { title: 'Threads', width: 7, align: 'right' },
  { title: 'Path', width: 40 },
];

const DUMPS: readonly Column[] = [
  { title: 'Batch', width: 5, align: 'right' },
  { title: 'Process', width: 16 },
  { title: 'Threads', width: 9, align: 'right' },
  { title: 'Size', width: 9, align: 'right' },
  { title: 'Verified', width: 8 },
  { title: 'Path', width: 40 },
];

function table<T>(columns: readonly Column[], values: (item: T) => (string | number | undefined)[]) {
  let begun = false;
  return (item: T): string => {
    const head = begun ? '' : `\n${heading(columns)}\n`;
    begun = true;
    return `${head}${row(columns, values(item))}\n`;
  };
}

/** The batches that would be captured. */
export function planTable(): (plan: TriagePlan) => string {
  return table(PLAN, (plan) => [
    plan.batch,
    plan.processId,
    plan.processName,
    plan.threadIds.length,
    plan.path,
  ]);
}

/** The dumps as they are written. */
export function triageTable(): (dump: TriageDump) => string {
  return table(DUMPS, (dump) => [
    dump.batch,
    dump.processName,
    `${dump.threadCount}/${dump.requestedCount}`,
    `${Math.ceil(dump.size / 1024)} KiB`,
    dump.verified ? 'yes' : 'NO',
    dump.path,
  ]);
}

/** A thread that is in no dump, with the reason; captured ones are in the table of dumps. */
export function capturedThreadText(thread: CapturedThread): string {
  if (thread.verdict === 'Captured') return '';
  const name = thread.processName ?? String(thread.processId);
  const why = thread.reason === undefined ? '' : ` - ${thread.reason}`;
  return `${harmless(`  thread ${thread.threadId} of ${name}: ${thread.verdict}${why}`)}\n`;
}

/** One sentence for a process. */
export function summaryText(summary: TriageSummary): string {
  const rest = (['didNotFit', 'timedOut', 'refused', 'exited', 'replaced', 'failed', 'notAttempted'] as const)
    .filter((verdict) => (summary[verdict] ?? 0) > 0)
    .map((verdict) => `${summary[verdict]} ${verdict}`);
  const missing = rest.length === 0 ? '' : ` (${rest.join(', ')})`;
  return `\n${harmless(summary.processName)} (${summary.processId}): ${summary.captured} of ${summary.requested} threads captured in ${summary.dumps} ${summary.dumps === 1 ? 'dump' : 'dumps'}${missing}\n`;
}
