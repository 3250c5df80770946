import { formatAddress, type VirtualAddress } from '../../../binary/address.ts';
import type { ThreadReference } from '../../../contract/generated/types.ts';
import {
  isRefusal,
  type Machine,
  type OpenThread,
  type ProcessSnapshot,
  type ThreadSnapshot,
} from '../../../machine/port.ts';

/** A live thread with the address of its object. */
export interface AddressedThread {
  readonly process: ProcessSnapshot;
  readonly thread: ThreadSnapshot;
  readonly address: VirtualAddress;
}

/** A handle costs quota: so many threads are open at once while their addresses are looked up. */
const THREADS_PER_LOOK_UP = 2048;

/**
 * The threads of a snapshot with the addresses of their objects. A thread that cannot be opened, or whose address Windows hides, is
 * left out. Linear in the threads that are chosen.
 * @throws Failure EnumerationFailed
 */
export function* addressedThreads(
  machine: Machine,
  processes: readonly ProcessSnapshot[],
  isChosen: (process: ProcessSnapshot, thread: ThreadSnapshot) => boolean = () => true,
): Generator<AddressedThread> {
  const listed = processes.flatMap((process) =>
    process.threads.filter((thread) => isChosen(process, thread)).map((thread) => ({ process, thread })),
  );
  if (listed.length === 0) return;
  const session = machine.openSession('query');
  try {
    for (let first = 0; first < listed.length; first += THREADS_PER_LOOK_UP) {
      const held: {
        readonly handle: OpenThread;
        readonly process: ProcessSnapshot;
        thread: ThreadSnapshot;
      }[] = [];
      try {
        for (const { process, thread } of listed.slice(first, first + THREADS_PER_LOOK_UP)) {
          const { processId } = process;
          const { threadId, createTime } = thread;
          const handle = session.open({ processId, threadId, createTime });
          if (!isRefusal(handle)) held.push({ handle, process, thread });
        }
        const known = session.objectAddresses(held.map(({ handle }) => handle));
        for (const { handle, process, thread } of held) {
          const address = known.get(handle);
          if (address !== undefined) yield { process, thread, address };
        }
      } finally {
        for (const { handle } of held) session.release(handle);
      }
    }
  } finally {
    session.close();
  }
}

/**
 * The live threads whose objects are at the given addresses, from one snapshot of the machine.
 * @throws Failure EnumerationFailed
 */
export function threadsAt(machine: Machine, addresses: ReadonlySet<bigint>): ThreadReference[] {
  const wanted = new Set([...addresses].map(formatAddress));
  const found: ThreadReference[] = [];
  for (const { process, thread, address } of addressedThreads(machine, machine.processes())) {
    if (!wanted.has(formatAddress(address))) continue;
    found.push({
      processId: process.processId,
      threadId: thread.threadId,
      createTimeRaw: thread.createTime.toString(),
      processCreateTimeRaw: process.createTime.toString(),
    });
  }
  return found;
}
