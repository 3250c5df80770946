import type { Machine, ProcessSnapshot } from '../../../machine/port.ts';
import type { Target } from './target.ts';

/** A machine that gives no snapshot shows of no thread that it is gone. */
function snapshotOf(machine: Machine): readonly ProcessSnapshot[] | undefined {
  try {
    return machine.processes();
  } catch {
    return undefined;
  }
}

/**
 * Whether a thread of one process is missing from the machine now. The snapshot behind it is taken at the first question and
 * answers all later ones, so that a batch costs one at the most.
 */
export function goneFrom(machine: Machine, processId: number): (target: Target) => boolean {
  let living: { readonly processTime: bigint; readonly threads: ReadonlyMap<number, bigint> } | undefined;
  let isTaken = false;
  let isUnknown = false;
  return ({ process, thread }) => {
    if (!isTaken) {
      const all = snapshotOf(machine);
      const now = all?.find((each) => each.processId === processId);
      isTaken = true;
      isUnknown = all === undefined;
      living = now && {
        processTime: now.createTime,
        threads: new Map(now.threads.map(({ threadId, createTime }) => [threadId, createTime])),
      };
    }
    if (isUnknown) return false;
    return (
      living === undefined ||
      living.processTime !== process.createTime ||
      living.threads.get(thread.threadId) !== thread.createTime
    );
  };
}
