import type { VirtualAddress } from '../binary/address.ts';
import { ownedMutants } from './locks/other-locks.ts';
import { servedQueue } from './objects/worker-pools.ts';
import { topLevelIrp } from './requests/find-requests.ts';
import { ThreadObject } from './thread-object.ts';
import type { KernelView, ViewThread } from './view.ts';
import { type RawWait, readRawWait } from './waits/raw-wait.ts';

/** What one look at a thread object gives. */
export interface ThreadLook {
  readonly thread: ViewThread;
  readonly wait: RawWait | undefined;
  readonly topLevelIrp: VirtualAddress | undefined;
  /** The queue that the thread serves. */
  readonly queue: VirtualAddress | undefined;
  /** The mutants that it owns. */
  readonly mutants: readonly VirtualAddress[];
}

/**
 * Everything that the readers of this room take from a thread object, read at once: 50,000 threads are on more pages than are kept, so
 * each further pass would read them from the file again.
 */
export function lookAtThread(view: KernelView, thread: ViewThread): ThreadLook {
  const object = new ThreadObject(view, thread.address);
  return {
    thread,
    wait: readRawWait(view, thread, object),
    topLevelIrp: topLevelIrp(object),
    queue: servedQueue(thread, object),
    mutants: ownedMutants(view, object),
  };
}
