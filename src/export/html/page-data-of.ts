import { atOnce, type Steps } from '../../binary/steps.ts';
import { harmless } from '../../contract/harmless.ts';
import type { PageData } from '../../page/page-data.ts';
import type { ExportModel, ExportOptions } from '../model.ts';
import { pageCauses } from './cause.ts';
import { pageCrashes, pageDumps, systemOf } from './page-dumps.ts';
import { pageThreads } from './page-threads.ts';
import { processName, threadPlaces } from './thread-places.ts';

/** The most serious that the dumps show, in one line. */
function titleOf({ sources, chains }: ExportModel): string {
  const crash = sources.find(({ dump }) => dump?.crash !== undefined)?.dump;
  if (crash) return `Crash: ${crash.bugCheckName ?? crash.bugCheckCode ?? 'unknown bug check'}`;
  const [first] = chains;
  if (first === undefined) return 'No thread holds others up';
  const processes = new Set(first.threads.map(processName));
  const [only] = processes;
  const threads = first.threadCount === 1 ? '1 thread' : `${first.threadCount} threads`;
  const of = processes.size === 1 && only !== undefined ? ` of ${only}` : '';
  if (first.isDeadlock) return `Deadlock: ${threads}${of} ${first.threadCount === 1 ? 'is' : 'are'} held up`;
  return `${threads}${of} ${first.threadCount === 1 ? 'is' : 'are'} held up`;
}

function subtitleOf({ sources }: ExportModel): string {
  const machines = new Set(
    sources.map(({ computerName }) => computerName).filter((name) => name !== undefined),
  );
  const systems = new Set(sources.flatMap(({ dump }) => (dump ? [systemOf(dump)] : [])));
  const times = sources
    .flatMap(({ dump }) => (dump?.systemTime === undefined ? [] : [dump.systemTime]))
    .sort();
  const dumps = sources.filter(({ path }) => path !== undefined).length;
  const [taken] = times;
  const some = (values: ReadonlySet<string>, many: string) =>
    values.size === 0 ? [] : values.size === 1 ? [...values] : [`${values.size} ${many}`];
  const parts = [
    ...some(machines, 'computers'),
    dumps === 0 ? 'live threads' : dumps === 1 ? '1 dump' : `${dumps} dumps`,
    ...some(systems, 'kinds of system'),
    ...(taken === undefined ? [] : [`taken ${taken.slice(0, 10)} ${taken.slice(11, 19)} UTC`]),
  ];
  return `${parts.join(' · ')}.`;
}

/** Each string of a value with control characters and those that turn the direction of writing made visible. */
function harmlessIn<T>(value: T): T {
  if (typeof value === 'string') return harmless(value) as T;
  if (Array.isArray(value)) return value.map(harmlessIn) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, harmlessIn(each)])) as T;
}

/** `harmlessIn` for an object, with a step for each entry of its lists. */
function* harmlessLists<T extends object>(value: T): Steps<T> {
  const shown: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    if (!Array.isArray(each)) {
      shown[key] = harmlessIn(each);
      continue;
    }
    const entries: unknown[] = [];
    for (const entry of each) {
      entries.push(harmlessIn(entry));
      yield undefined;
    }
    shown[key] = entries;
  }
  return shown as T;
}

/** What the page shows of a model. Names out of dumps are harmless in it. */
export const pageDataOf = (model: ExportModel, options: ExportOptions): PageData =>
  atOnce(pageDataInSteps(model, options));

/** `pageDataOf` in steps. */
export function* pageDataInSteps(model: ExportModel, { weight }: ExportOptions): Steps<PageData> {
  const places = threadPlaces(model);
  const simulated = model.sources.find((source) => source.simulated)?.machine;
  const { totalThreadCount, runningThreadCount, readyThreadCount } = model.chains[0] ?? {};
  const limits = model.sources.flatMap(({ limits: own = [], dump }) => [...own, ...(dump?.limits ?? [])]);
  const { threads, stacks, frames, modules } = yield* pageThreads(model, places);
  return yield* harmlessLists({
    title: titleOf(model),
    subtitle: subtitleOf(model),
    made: model.createdTime,
    tool: model.product,
    ...(simulated !== undefined && { simulated }),
    isRedacted: model.redacted === true,
    weight: weight === 'WaitTime' ? ('wait' as const) : ('threads' as const),
    totals: {
      threads: Math.max(totalThreadCount ?? 0, threads.length),
      ...(runningThreadCount !== undefined && { running: runningThreadCount }),
      ...(readyThreadCount !== undefined && { ready: readyThreadCount }),
    },
    causes: pageCauses(model.chains, places),
    crashes: pageCrashes(model),
    threads,
    stacks,
    frames,
    modules,
    dumps: pageDumps(model),
    notKnown: [...new Set([...limits, ...model.warnings])],
  });
}
