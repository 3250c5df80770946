import type { LiveDump, LivePlan, LiveTraceEvent } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** An event as published traces print it: time and sentence, nothing else. */
export function traceEventText({ relativeTime, text }: LiveTraceEvent): string {
  return `${harmless(`${relativeTime} ${text}`)}\n`;
}

function rows(pairs: readonly (readonly [string, string | undefined])[]): string {
  const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
  return shown.map(([name, value]) => `${name.padEnd(10)} ${harmless(value)}\n`).join('');
}

function contents(dump: LiveDump): string {
  const parts = [
    dump.scope === 'ThreadStacks' ? 'kernel stacks of all threads' : 'memory of the kernel',
    dump.includesUserMemory === true ? 'memory of processes' : undefined,
    dump.includesHypervisor === true ? 'hypervisor' : undefined,
    dump.includesNonEssentialHypervisor === true ? 'hypervisor (non-essential)' : undefined,
  ];
  return parts.filter(Boolean).join(', ');
}

/** A dump that was taken, in a few lines. */
export function liveDumpText(dump: LiveDump): string {
  const failed = dump.checks.filter(({ passed }) => !passed);
  const notes = failed.map(({ check, detail }) => ` (${check}: ${detail ?? 'not so'})`).join('');
  const phases = dump.phases.map(({ phase, durationMs }) => `${phase} ${seconds(durationMs)}`).join(', ');
  return `\n${rows([
    ['Path', dump.path],
    ['Size', `${megabytes(dump.size)}, ${dump.pages} pages${dump.partial ? ', PARTIAL' : ''}`],
    ['Holds', contents(dump)],
    ['Verified', `${dump.verified ? 'yes' : 'NO'}${notes}`],
    [
      'Took',
      `${seconds(dump.elapsedMs)} (${phases}; by ${dump.phaseSource === 'Events' ? "the kernel's events" : 'the growth of the file'})`,
    ],
    ['Trace', dump.tracePath],
  ])}\n${(dump.nextSteps ?? []).map((step) => `  ${harmless(step)}\n`).join('')}`;
}

/** A dump that would be taken. */
export function livePlanText(plan: LivePlan): string {
  const { freeBytes, availableMemoryBytes } = plan;
  return rows([
    ['Path', plan.path],
    ['Scope', plan.scope],
    ['Estimate', `${megabytes(plan.estimatedBytes)} at most`],
    ['Disk', freeBytes === undefined ? undefined : `${megabytes(freeBytes)} free`],
    ['Memory', availableMemoryBytes === undefined ? undefined : `${megabytes(availableMemoryBytes)} free`],
    ...(plan.warnings ?? []).map((text) => ['Warning', text] as const),
  ]);
}
