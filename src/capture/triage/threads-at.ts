import { formatAddress } from '../../binary/address.ts';
import type { ThreadReference } from '../../contract/generated/types.ts';
import { isRefusal, type Machine, type OpenThread } from '../../machine/port.ts';

/** A handle costs quota: so many threads are open at once while their addresses are looked up. */
const THREADS_PER_LOOK_UP = 2048;

/**
 * The live threads whose objects are at the given addresses, from one snapshot of the machine. A thread that cannot be opened, or
 * whose address Windows hides, is not found. Linear in the threads of the machine.
 * @throws Failure EnumerationFailed
 */
export function threadsAt(machine: Machine, addresses: ReadonlySet<bigint>): ThreadReference[] {
  const wanted = new Set([...addresses].map(formatAddress));
  const listed = machine
    .processes()
    .flatMap((process) => process.threads.map((thread) => ({ process, thread })));
  const session = machine.openSession('query');
  const found: ThreadReference[] = [];
  try {
    for (let first = 0; first < listed.length; first += THREADS_PER_LOOK_UP) {
      const held: { readonly handle: OpenThread; readonly reference: ThreadReference }[] = [];
      try {
        for (const { process, thread } of listed.slice(first, first + THREADS_PER_LOOK_UP)) {
          const { processId } = process;
          const { threadId, createTime } = thread;
          const handle = session.open({ processId, threadId, createTime });
          if (isRefusal(handle)) continue;
          const reference = {
            processId,
            threadId,
            createTimeRaw: createTime.toString(),
            processCreateTimeRaw: process.createTime.toString(),
          };
          held.push({ handle, reference });
        }
        const known = session.objectAddresses(held.map(({ handle }) => handle));
        for (const { handle, reference } of held) {
          const address = known.get(handle);
          if (address !== undefined && wanted.has(formatAddress(address))) found.push(reference);
        }
      } finally {
        for (const { handle } of held) session.release(handle);
      }
    }
  } finally {
    session.close();
  }
  return found;
}
