import type { WatchCondition, WatchThread } from '../contract/generated/types.ts';
import { namedState } from '../contract/thread-state.ts';
import { durationText } from '../contract/time.ts';
import type { ProcessSnapshot } from '../machine/port.ts';
import type { Condition, ConditionFinding } from './conditions/condition.ts';
import { type Episode, newEpisode } from './episode.ts';
import type { Happening } from './happening.ts';
import { type History, newHistory, type WatchedProcess, type WatchedThread } from './history.ts';
import { keyOf, nameOf, newTargets, type ProcessKey } from './targets.ts';

/** An event names so many threads. */
const MOST_THREADS = 64;

/** A condition as the watch uses it: a new one for each process. */
export interface WatchedCondition {
  readonly name: WatchCondition;
  /** How long it must hold, milliseconds; zero for one that looks at the age of waits itself. */
  readonly holdMs: number;
  create(): Condition;
}

/** A condition that holds in a process: what a capture is about. */
export interface ConditionAlarm {
  readonly condition: WatchCondition;
  readonly process: ProcessSnapshot;
  readonly finding: ConditionFinding;
  /** All threads of the process. */
  readonly threads: readonly WatchedThread[];
  /** It began to hold in this very listing. */
  readonly isNew: boolean;
}

export interface LookOutcome {
  readonly happenings: readonly Happening[];
  /** What holds now, in the order in which the processes are listed. */
  readonly alarms: readonly ConditionAlarm[];
  /** Processes in which a condition is raised, also where this one listing fell into a moment of progress. */
  readonly raised: ReadonlySet<ProcessKey>;
}

/** The watch without its effects: a function over successive listings. */
export interface Watcher {
  look(processes: readonly ProcessSnapshot[], nowMs: number): LookOutcome;
  /** What was before this moment was not seen. */
  gap(nowMs: number): void;
  /** A capture has switched to these threads of a process. */
  captured(process: ProcessSnapshot, threadIds: readonly number[]): void;
}

interface Followed {
  readonly history: History;
  readonly conditions: readonly {
    readonly name: WatchCondition;
    readonly holds: Condition;
    readonly episode: Episode;
  }[];
  process: ProcessSnapshot;
}

const threadOf = (nowMs: number, { snapshot, isWaiting, sinceMs }: WatchedThread): WatchThread => ({
  threadId: snapshot.threadId,
  createTimeRaw: snapshot.createTime.toString(),
  contextSwitches: snapshot.contextSwitches,
  state: 'Unknown',
  ...namedState(snapshot),
  ...(isWaiting && { waitTimeMs: Math.max(0, Math.round(nowMs - sinceMs)) }),
});

const about = ({ process }: { readonly process: ProcessSnapshot }) => ({
  processId: process.processId,
  processName: process.name,
  processCreateTimeRaw: process.createTime.toString(),
});

/**
 * @param conditions what is looked for in each process
 * @param wanted what the watch is for, in words; undefined for every process
 */
export function newWatcher(conditions: readonly WatchedCondition[], wanted: string | undefined): Watcher {
  let followed = new Map<ProcessKey, Followed>();
  let trustedMs = Number.NEGATIVE_INFINITY;
  const targets = newTargets(wanted);

  const follow = (process: ProcessSnapshot): Followed => ({
    process,
    history: newHistory(),
    conditions: conditions.map(({ name, holdMs, create }) => ({
      name,
      holds: create(),
      episode: newEpisode(holdMs),
    })),
  });

  function judge(
    each: Followed,
    seen: WatchedProcess,
    happenings: Happening[],
    alarms: ConditionAlarm[],
  ): void {
    const { nowMs, process } = seen;
    for (const { name, holds, episode } of each.conditions) {
      const finding = holds(seen);
      const { sinceMs = nowMs } = episode;
      const change = episode.update(finding !== undefined, nowMs);
      if (change === 'cleared') {
        const age = durationText(nowMs - sinceMs);
        happenings.push({
          event: 'Cleared',
          message: `${nameOf(process)}: ${name} does not hold any more, after ${age}.`,
          condition: name,
          ...about(each),
          heldMs: nowMs - sinceMs,
        });
      }
      if (finding === undefined || !episode.isRaised) continue;
      const isNew = change === 'raised';
      if (isNew) {
        happenings.push({
          event: 'Raised',
          message: `${nameOf(process)}: ${finding.sentence}.`,
          condition: name,
          ...about(each),
          threadCount: finding.threads.length,
          threads: finding.threads.slice(0, MOST_THREADS).map((thread) => threadOf(nowMs, thread)),
          heldMs: nowMs - (episode.sinceMs ?? nowMs),
        });
      }
      alarms.push({ condition: name, process, finding, threads: seen.threads, isNew });
    }
  }

  /** What held in a process ends with the process. */
  function endEpisodes(each: Followed, nowMs: number, happenings: Happening[]): void {
    for (const { name, episode } of each.conditions) {
      if (!episode.isRaised) continue;
      happenings.push({
        event: 'Cleared',
        message: `${nameOf(each.process)}: ${name} ended with the process.`,
        condition: name,
        ...about(each),
        heldMs: nowMs - (episode.sinceMs ?? nowMs),
      });
    }
  }

  return {
    look(processes, nowMs) {
      const happenings = targets.update(processes);
      const alarms: ConditionAlarm[] = [];
      const raised = new Set<ProcessKey>();
      const now = new Map<ProcessKey, Followed>();
      for (const process of processes) {
        const key = keyOf(process);
        const each = followed.get(key) ?? follow(process);
        each.process = process;
        now.set(key, each);
        judge(each, each.history.update(process, nowMs, trustedMs), happenings, alarms);
        if (each.conditions.some(({ episode }) => episode.isRaised)) raised.add(key);
      }
      for (const [key, each] of followed) if (!now.has(key)) endEpisodes(each, nowMs, happenings);
      // What is kept belongs to processes that are there.
      followed = now;
      return { happenings, alarms, raised };
    },
    gap(nowMs) {
      trustedMs = nowMs;
      for (const { conditions: each } of followed.values()) for (const { episode } of each) episode.restart();
    },
    captured(process, threadIds) {
      followed.get(keyOf(process))?.history.captured(threadIds);
    },
  };
}
