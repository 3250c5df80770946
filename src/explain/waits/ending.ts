import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { threadStateName } from '../../contract/thread-state.ts';
import { tryReadU8, tryReadU32, tryReadU64 } from '../../dump/memory/memory.ts';
import { hasObjectType, isClientId } from '../../kernel/guards.ts';
import { fromMemory, fromStack } from '../evidence.ts';
import type { Evidence, PendingRequest, ThreadReference } from '../model.ts';
import { type KernelView, threadReference } from '../view.ts';

/**
 * Threads at and after their end. A thread that ends cancels its requests and sleeps until their drivers complete them (IoCancelThreadIo),
 * so a driver that ignores it keeps the process: SynchronousAudioRouter, issue 59. A request that is on no list of its thread outlives
 * it, and keeps its object in memory.
 */

/** Functions of the kernel that a thread is in while it ends. */
const ENDS = /^(?:PspExitThread|IoCancelThreadIo)$/;
/** ETHREAD.CrossThreadFlags, bit 0: PspExitThread has begun (public headers). */
const TERMINATED = 0x1;

/** That a thread ends: by its flags, where the types of the build place them, or by exact frames. */
export function endingOf(view: KernelView, thread: VirtualAddress): Evidence | undefined {
  const offset = view.inputs.types?.offsetOf('_ETHREAD', 'CrossThreadFlags');
  const flags = offset === undefined ? undefined : tryReadU32(view.memory, addressAt(thread, offset));
  if (flags !== undefined)
    return (flags & TERMINATED) === 0 ? undefined : fromMemory('CrossThreadFlags of the thread');
  const ends = view
    .frames(thread)
    .some(
      ({ module, symbol, foundBy }) =>
        module === 'nt' && foundBy !== 'scan' && symbol !== undefined && ENDS.test(symbol),
    );
  return ends ? fromStack('frames of the end of a thread') : undefined;
}

const ENDED = 'Terminated';

/** The state of a thread object, also of one that no list of threads has any more. */
function stateAt(view: KernelView, thread: VirtualAddress): string | undefined {
  const known = view.threads.get(thread);
  if (known !== undefined) return known.state;
  const offset = view.fields.offset('State');
  if (offset === undefined || hasObjectType(view.memory, thread, 'thread') !== true) return undefined;
  const state = tryReadU8(view.memory, addressAt(thread, offset));
  return state === undefined ? undefined : threadStateName(state);
}

/** The thread with the ids of its object, which is on no list of threads. */
function unlisted(
  view: KernelView,
  thread: VirtualAddress,
  nameOf: (processId: number) => string | undefined,
): ThreadReference {
  const offset = view.fields.offset('Cid');
  const idAt = (place: number) => {
    const id = offset === undefined ? undefined : tryReadU64(view.memory, addressAt(thread, offset + place));
    return id !== undefined && id !== 0n && isClientId(id) ? Number(id) : undefined;
  };
  const [processId, threadId] = [idAt(0), idAt(8)];
  if (processId === undefined || threadId === undefined) return { address: thread, inDump: true };
  const name = nameOf(processId);
  return {
    address: thread,
    threadId,
    processId,
    ...(name !== undefined && { processName: name }),
    inDump: true,
  };
}

/** Adds to requests what is known of their threads, where those have ended. A capture hides the states of its threads. */
export function withEndedThreads(
  view: KernelView,
  requests: readonly PendingRequest[],
): readonly PendingRequest[] {
  if (view.origin === 'CaptureTriage') return requests;
  const names = new Map([...view.processes.values()].map(({ processId, name }) => [processId, name]));
  return requests.map((request) => {
    const address = request.thread?.address;
    if (address === undefined || stateAt(view, address) !== ENDED) return request;
    const thread = view.threads.has(address)
      ? threadReference(view, address)
      : unlisted(view, address, (processId) => names.get(processId));
    return { ...request, thread, threadEnded: fromMemory('state of the thread object') };
  });
}
