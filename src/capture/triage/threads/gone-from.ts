import type { Machine } from '../../../machine/port.ts';
import type { Target } from './target.ts';

/**
 * Whether a thread of one process is missing from the machine now. The snapshot behind it is taken at the first question and
 * answers all later ones, so that a batch costs one at the most.
 */
export function goneFrom(machine: Machine, processId: number): (target: Target) => boolean {
  let living: { readonly processTime: bigint; readonly threads: ReadonlyMap<number, bigint> } | undefined;
  let isTaken = false;
  return ({ process, thread }) => {
    if (!isTaken) {
      const now = machine.processes().find((each) => each.processId === processId);
      isTaken = true;
      living = now && {
        processTime: now.createTime,
        threads: new Map(now.threads.map(({ threadId, createTime }) => [threadId, createTime])),
      };
    }
    return (
      living === undefined ||
      living.processTime !== process.createTime ||
      living.threads.get(thread.threadId) !== thread.createTime
    );
  };
}
