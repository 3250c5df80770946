import type { ProcessSnapshot } from '../machine/port.ts';
import type { Happening } from './happening.ts';

/** So many ended processes are remembered, to recognise those that take their places. */
const MOST_ENDED = 64;

export type ProcessKey = string;
/** A process id is used again: with the creation time it is one process. */
export const keyOf = ({ processId, createTime }: ProcessSnapshot): ProcessKey => `${processId}:${createTime}`;

export const nameOf = ({ name, processId }: ProcessSnapshot): string => `${name} (${processId})`;

const about = (process: ProcessSnapshot) => ({
  processId: process.processId,
  processName: process.name,
  processCreateTimeRaw: process.createTime.toString(),
});

export interface Targets {
  /** Takes the watched processes of a listing; returns what came and went. */
  update(processes: readonly ProcessSnapshot[]): Happening[];
}

/**
 * Follows which of the watched processes are there. Each change is reported once.
 * @param wanted what the watch is for, in words; undefined for every process, which come and go by the hundred
 */
export function newTargets(wanted: string | undefined): Targets {
  let known: Map<ProcessKey, ProcessSnapshot> | undefined;
  const ended: ProcessSnapshot[] = [];

  function found(process: ProcessSnapshot): Happening {
    const at = ended.findIndex(({ name }) => name === process.name);
    const [before] = at < 0 ? [] : ended.splice(at, 1);
    return before === undefined
      ? { event: 'TargetFound', message: `${nameOf(process)} is there, and is watched.`, ...about(process) }
      : {
          event: 'TargetRestarted',
          message: `${nameOf(process)} is in the place of ${nameOf(before)}, and is watched.`,
          ...about(process),
        };
  }

  function gone(process: ProcessSnapshot): Happening {
    ended.push(process);
    if (ended.length > MOST_ENDED) ended.shift();
    return {
      event: 'TargetGone',
      code: 'ProcessNotFound',
      message: `${nameOf(process)} has ended.`,
      ...about(process),
    };
  }

  return {
    update(processes) {
      if (wanted === undefined) return [];
      const now = new Map(processes.map((process) => [keyOf(process), process]));
      const before = known;
      known = now;
      if (before === undefined)
        return now.size > 0
          ? []
          : [
              {
                event: 'TargetMissing',
                code: 'ProcessNotFound',
                message: `Nothing is there yet of ${wanted}. The watch waits until something comes.`,
              },
            ];
      return [
        ...[...before].filter(([key]) => !now.has(key)).map(([, process]) => gone(process)),
        ...[...now].filter(([key]) => !before.has(key)).map(([, process]) => found(process)),
      ];
    },
  };
}
