import { Failure } from '../../../contract/failure.ts';
import {
  isRefusal,
  type MachineSession,
  type OpenThread,
  type ThreadRefusal,
} from '../../../machine/port.ts';
import type { Addressed, Settled } from './settled.ts';
import type { Target } from './target.ts';

/** An open thread with a known object address. */
export interface Requested extends Addressed {
  readonly handle: OpenThread;
}

/** The threads of a batch after an attempt to open each. `release` closes all of them and may be called once. */
export interface OpenedThreads {
  readonly requested: readonly Requested[];
  /** Open, but without an address: a capture of these could not be verified. */
  readonly hidden: readonly OpenThread[];
  readonly settled: readonly Settled[];
  release(): void;
}

const REFUSALS: Readonly<Record<ThreadRefusal['refused'], Pick<Settled, 'verdict' | 'reason'>>> = {
  exited: { verdict: 'Exited', reason: 'The thread had exited, or was exiting, when it was to be opened.' },
  replaced: { verdict: 'Replaced', reason: 'The id now belongs to a thread created later.' },
  denied: {
    verdict: 'Refused',
    reason:
      'Windows grants full access to this thread to no process (protected process, or System). A live dump shows it.',
  },
};

function hiddenAddress(target: Target): Settled {
  const reason = 'Windows did not give the address of the thread object, so a capture could not be verified.';
  const { process, thread } = target;
  const name = `thread ${thread.threadId}`;
  const message = `Thread ${thread.threadId} of ${process.name} (${process.processId}) is in no dump. ${reason}`;
  const failure = new Failure('ThreadAddressUnavailable', message, { target: name });
  return { target, verdict: 'NotAttempted', reason, failure };
}

/**
 * Opens the threads of one batch with the rights that a capture needs, and looks up their object addresses and what else a handle
 * gives. A manifest compares that with the state after the capture.
 */
export function openThreads(session: MachineSession, targets: readonly Target[]): OpenedThreads {
  const held: { readonly target: Target; readonly handle: OpenThread }[] = [];
  const settled: Settled[] = [];
  const release = () => {
    for (const { handle } of held) session.release(handle);
  };
  try {
    for (const target of targets) {
      const { process, thread } = target;
      const answer = session.open({
        processId: process.processId,
        threadId: thread.threadId,
        createTime: thread.createTime,
        processCreateTime: process.createTime,
      });
      if (isRefusal(answer)) {
        const { ntStatus } = answer;
        settled.push({
          target,
          ...REFUSALS[answer.refused],
          ...(ntStatus === undefined ? {} : { ntStatus }),
        });
      } else {
        held.push({ target, handle: answer });
      }
    }
    const addresses = session.objectAddresses(held.map(({ handle }) => handle));
    const requested: Requested[] = [];
    const hidden: OpenThread[] = [];
    for (const each of held) {
      const address = addresses.get(each.handle);
      if (address !== undefined && address !== 0n) {
        requested.push({ ...each, address, details: session.details(each.handle) });
      } else {
        hidden.push(each.handle);
        settled.push(hiddenAddress(each.target));
      }
    }
    return { requested, hidden, settled, release };
  } catch (thrown) {
    release();
    throw thrown;
  }
}
