import type { Dump } from '../../contract/generated/types.ts';
import { type Column, heading, row } from './columns.ts';
import { harmless } from './sanitize.ts';
import { durationText } from './threads.ts';

const THREADS: readonly Column[] = [
  { title: 'Tid', width: 6, align: 'right' },
  { title: 'Process', width: 15 },
  { title: 'State', width: 10 },
  { title: 'WaitReason', width: 14 },
  { title: 'Address', width: 18 },
  { title: 'FoundBy', width: 16 },
  { title: 'Confidence', width: 10 },
];

function fact(label: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [`  ${label.padEnd(12)} ${harmless(String(value))}`];
}

function completeness({ completeness: { state, reasons } }: Dump): string {
  return reasons.length === 0 ? state : `${state}: ${reasons.join('; ')}`;
}

/** A dump as a person wants to see it first: what it is, whether it is whole, whose threads it holds. */
export function dumpText(dump: Dump): string {
  const { windowsBuild, architecture, processors, bugCheckCode, bugCheckParameters = [] } = dump;
  const lines = [
    '',
    `   Dump: ${harmless(dump.path)}`,
    '',
    ...fact('Format', `${dump.format}, ${dump.size} bytes`),
    ...fact('Completeness', completeness(dump)),
    ...fact('Machine', dump.machine),
    ...fact(
      'System',
      `Windows build ${windowsBuild ?? 'unknown'}, ${architecture ?? 'unknown'}, ${processors ?? '?'} processors`,
    ),
    ...fact('Taken', dump.systemTime),
    ...fact('Up time', dump.upTimeMs === undefined ? undefined : durationText(dump.upTimeMs)),
    ...fact(
      'Bug check',
      bugCheckCode === undefined ? undefined : [bugCheckCode, ...bugCheckParameters].join(' '),
    ),
    ...fact('Says', dump.bugCheckMeaning),
    ...fact('Drivers', `${dump.drivers.length} loaded, ${dump.unloadedDrivers?.length ?? 0} unloaded`),
    ...fact(
      'Processes',
      dump.processes.map(({ name, processId }) => `${name ?? '?'} (${processId ?? '?'})`).join(', '),
    ),
    ...fact('Threads', dump.threads.length),
  ];
  const threads = dump.threads.map((thread) =>
    row(THREADS, [
      thread.threadId,
      thread.processName,
      thread.state,
      thread.waitReason,
      thread.address,
      thread.evidence[0],
      thread.confidence,
    ]),
  );
  return `${[...lines, ...(threads.length === 0 ? [] : ['', heading(THREADS), ...threads])].join('\n')}\n`;
}
