import type { Dump, DumpProcess, DumpThread } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { type Column, heading, row } from './columns.ts';
import { crashLines, driverTable, machineLines } from './crash.ts';
import { clockText } from './threads.ts';
import { labelled } from './wrap.ts';

const THREADS: readonly Column[] = [
  { title: 'Tid', width: 6, align: 'right' },
  { title: 'Process', width: 14 },
  { title: 'State', width: 10 },
  { title: 'WaitReason', width: 14 },
  { title: 'Address', width: 18 },
  { title: 'Sure', width: 8 },
];

function fact(label: string, value: string | number | undefined): string[] {
  return labelled(label, value === undefined ? undefined : String(value));
}

function completeness({ completeness: { state, reasons } }: Dump): string {
  return reasons.length === 0 ? state : `${state}: ${reasons.join('; ')}`;
}

function contents({ pages, paging, dataBlocks }: Dump): string {
  if (dataBlocks !== undefined) return `, ${dataBlocks} pieces of memory`;
  return pages === undefined ? '' : `, ${pages} pages of memory (${paging})`;
}

function bugCheck({ bugCheckCode, bugCheckName, bugCheckParameters = [] }: Dump): string | undefined {
  if (bugCheckCode === undefined) return undefined;
  return [bugCheckCode, ...(bugCheckName === undefined ? [] : [bugCheckName]), ...bugCheckParameters].join(
    ' ',
  );
}

function threadRow(thread: DumpThread): string {
  return row(THREADS, [
    thread.threadId,
    thread.processName,
    thread.state,
    thread.waitReason,
    thread.address,
    thread.confidence,
  ]);
}

/** A dump for a person, the answer first: what it is, whether it is whole, which threads it holds. */
export function dumpText(dump: Dump): string {
  const { windowsBuild, architecture, productType, processors } = dump;
  const lines = [
    '',
    `   Dump: ${harmless(dump.path)}`,
    ...crashLines(dump),
    '',
    ...fact('Format', `${dump.format}, ${dump.size} bytes${contents(dump)}`),
    ...fact('Made by', dump.origin && `${dump.origin}: ${dump.originReason}`),
    ...fact('Completeness', completeness(dump)),
    ...fact('Machine', dump.machine),
    ...fact(
      'System',
      [
        `Windows build ${windowsBuild ?? 'unknown'}`,
        architecture ?? 'unknown',
        `${processors ?? '?'} processors`,
        ...(productType === undefined ? [] : [productType]),
      ].join(', '),
    ),
    ...fact('Taken', dump.systemTime),
    ...fact('Up time', dump.upTimeMs === undefined ? undefined : clockText(dump.upTimeMs)),
    ...(dump.crash === undefined ? fact('Bug check', bugCheck(dump)) : []),
    ...fact('Says', dump.bugCheckMeaning),
    ...machineLines(dump),
    ...fact('Comment', dump.comment),
    ...fact('Drivers', `${dump.drivers.length} loaded, ${dump.unloadedDrivers?.length ?? 0} unloaded`),
    ...fact(
      'Processes',
      dump.processes.map(({ name, processId }) => `${name ?? '?'} (${processId ?? '?'})`).join(', ') ||
        undefined,
    ),
    ...fact('Threads', dump.threads.length),
    ...fact('Blobs', dump.secondaryData?.length || undefined),
  ];
  const threads = dump.threads.map(threadRow);
  return `${[...lines, ...driverTable(dump), ...(threads.length === 0 ? [] : ['', heading(THREADS), ...threads])].join('\n')}\n`;
}

/** The threads of dumps, one row each under a heading for each dump. */
export function dumpThreadTable(): (thread: DumpThread) => string {
  let path: string | undefined;
  return (thread) => {
    const first = path !== thread.path;
    path = thread.path;
    return `${first ? `\n   Dump: ${harmless(thread.path)}\n\n${heading(THREADS)}\n` : ''}${threadRow(thread)}\n`;
  };
}

const PROCESSES: readonly Column[] = [
  { title: 'Pid', width: 6, align: 'right' },
  { title: 'Parent', width: 6, align: 'right' },
  { title: 'Name', width: 15 },
  { title: 'Threads', width: 7, align: 'right' },
  { title: 'Address', width: 18 },
  { title: 'DirectoryTableBase', width: 18 },
];

/** The processes of dumps, likewise. */
export function dumpProcessTable(): (process: DumpProcess) => string {
  let path: string | undefined;
  return (process) => {
    const { processId, parentProcessId, name, threadCount, address, directoryTableBase } = process;
    const first = path !== process.path;
    path = process.path;
    const cells = [processId, parentProcessId, name, threadCount, address, directoryTableBase];
    return `${first ? `\n   Dump: ${harmless(process.path)}\n\n${heading(PROCESSES)}\n` : ''}${row(PROCESSES, cells)}\n`;
  };
}
