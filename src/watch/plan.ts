import { Failure } from '../contract/failure.ts';
import type { WatchCondition, WatchRequest } from '../contract/generated/types.ts';
import { WAIT_REASONS } from '../contract/thread-state.ts';
import type { CaptureLimits } from './capture-policy.ts';
import type { SetOptions } from './capture-set.ts';
import { CONDITIONS } from './conditions/index.ts';
import type { WatchedCondition } from './watcher.ts';

/** A request with its defaults: what `runWatch` works from. */
export interface WatchPlan {
  readonly watch: string;
  readonly conditions: readonly WatchConditionPlan[];
  readonly intervalMs: number;
  readonly durationMs: number;
  readonly once: boolean;
  readonly capture: { readonly set: SetOptions; readonly limits: CaptureLimits } | undefined;
}

export type WatchConditionPlan =
  | { readonly asked: false; readonly condition: WatchedCondition }
  | { readonly asked: true; readonly count: number; readonly holdMs: number };

const DEFAULT_FOR_SECONDS = 30;
const DEFAULT_INTERVAL_MS = 1000;
const DEFAULT_CAPTURES = 10;
const DEFAULT_PAUSE_SECONDS = 600;
const DEFAULT_BUDGET_MIB = 2048;
const DEFAULT_FREE_MEMORY_PERCENT = 5;
const DEFAULT_THREADS = 64;

function reasonNumbers(names: readonly string[]): number[] {
  return names.map((name) => {
    const number = WAIT_REASONS.findIndex((known) => known.toLowerCase() === name.toLowerCase());
    if (number >= 0) return number;
    throw new Failure('InvalidRequest', `'${name}' is no wait reason; known are ${WAIT_REASONS.join(', ')}`, {
      target: name,
    });
  });
}

function conditionPlan(name: WatchCondition, request: WatchRequest): WatchConditionPlan {
  const forMs = (request.forSeconds ?? DEFAULT_FOR_SECONDS) * 1000;
  if (name === 'Asked') return { asked: true, count: request.count ?? 1, holdMs: forMs };
  const kind = CONDITIONS[name];
  const count = request.count ?? kind.defaultCount;
  if (count === undefined)
    throw new Failure('InvalidRequest', `${name} needs a number of threads.`, { target: 'count' });
  const reasons = new Set(
    request.waitReasons === undefined ? kind.defaultReasons : reasonNumbers(request.waitReasons),
  );
  if (name === 'WaitReason' && reasons.size === 0)
    throw new Failure('InvalidRequest', 'WaitReason needs at least one wait reason.', {
      target: 'waitReasons',
    });
  return {
    asked: false,
    condition: {
      name,
      holdMs: kind.knowsAge ? 0 : forMs,
      create: () => kind.create({ forMs, count, reasons }),
    },
  };
}

/** @throws Failure InvalidRequest */
export function planOf(request: WatchRequest): WatchPlan {
  const { conditions = ['Stuck'], capture = false, destination } = request;
  const watch = request.name ?? 'watch';
  if (conditions.length === 0)
    throw new Failure('InvalidRequest', 'A watch needs a condition.', { target: 'conditions' });
  if (capture && destination === undefined)
    throw new Failure('InvalidRequest', 'A watch that captures needs a destination folder.', {
      target: 'destination',
    });
  return {
    watch,
    conditions: [...new Set(conditions)].map((name) => conditionPlan(name, request)),
    intervalMs: request.intervalMs ?? DEFAULT_INTERVAL_MS,
    durationMs: (request.durationSeconds ?? Number.POSITIVE_INFINITY) * 1000,
    once: request.once === true,
    capture:
      capture && destination !== undefined
        ? {
            set: {
              destination,
              watch,
              maxThreads: request.maxThreads ?? DEFAULT_THREADS,
              budgetBytes: (request.diskBudgetMiB ?? DEFAULT_BUDGET_MIB) * 2 ** 20,
              symbolPath: request.symbolPath,
            },
            limits: {
              maxCaptures: request.maxCaptures ?? DEFAULT_CAPTURES,
              pauseMs: (request.pauseSeconds ?? DEFAULT_PAUSE_SECONDS) * 1000,
              minFreeMemoryPercent: request.minFreeMemoryPercent ?? DEFAULT_FREE_MEMORY_PERCENT,
            },
          }
        : undefined,
  };
}
