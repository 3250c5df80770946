import type { Thread } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { type Column, heading, row } from './columns.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Tid', width: 6, align: 'right' },
  { title: 'State', width: 10 },
  { title: 'WaitReason', width: 16 },
  { title: 'WaitTime', width: 12, align: 'right' },
  { title: 'Pri', width: 3, align: 'right' },
  { title: 'IO', width: 2 },
  { title: 'ObjectAddress', width: 18 },
  { title: 'Name', width: 24 },
];

/** `1:02:03.456` for milliseconds; hours only when there are any. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000) % 60;
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  const hours = Math.floor(milliseconds / 3_600_000);
  const fraction = String(Math.floor(milliseconds) % 1000).padStart(3, '0');
  const clock = `${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}.${fraction}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

function title({ processName, processId, machine, simulated }: Thread): string {
  const where = simulated ? ` on ${machine}` : '';
  return `\n   Process: ${harmless(`${processName} (${processId})${where}`)}\n\n`;
}

/** A table of threads that begins anew with each process. */
export function threadTable(): (thread: Thread) => string {
  let process: string | undefined;
  return (thread) => {
    const key = `${thread.processId}/${thread.processCreateTimeRaw}`;
    const head = key === process ? '' : `${title(thread)}${heading(COLUMNS)}\n`;
    process = key;
    return `${head}${row(COLUMNS, [
      thread.threadId,
      thread.state,
      thread.waitReason,
      thread.waitTimeMs === undefined ? undefined : clockText(thread.waitTimeMs),
      thread.priority,
      thread.ioPending === true ? 'yes' : '',
      thread.objectAddress ?? (thread.access === 'NotTried' ? '' : 'unavailable'),
      thread.name,
    ])}\n`;
  };
}
