import { STATE_WAITING, threadStateName, waitReasonName } from '../../contract/thread-state.ts';
import { withoutCaptureFrames } from '../../stack/capture-frames.ts';
import { derived, fromMemory, fromStack, guessed } from '../evidence.ts';
import { WAIT_TYPE } from '../layouts/dispatcher.ts';
import type { Evidence, WaitLinks, WaitTimeout } from '../model.ts';
import { ThreadObject } from '../thread-object.ts';
import type { KernelView, ViewThread } from '../view.ts';
import { readTimeout } from './timeout.ts';
import { readWaitBlocks, type WaitBlock } from './wait-blocks.ts';

/** A wait before its objects are looked at. */
export interface RawWait {
  readonly thread: ViewThread;
  readonly reason?: string;
  readonly mode?: 'Kernel' | 'User';
  readonly waitType: 'Any' | 'All';
  readonly isDequeue: boolean;
  readonly blocks: readonly WaitBlock[];
  readonly timeout?: WaitTimeout;
  readonly links: WaitLinks;
  readonly inCriticalRegion?: boolean;
  readonly waitTimeMs?: number;
  readonly incomplete?: string;
  readonly evidence: Evidence;
}

const WAITING = threadStateName(STATE_WAITING);

/** What is between the capture's own frames and the wait that its APC interrupted. Names of published stacks. */
const INTERRUPTED_WAIT =
  /^(?:KiSwapThread|KiSwapContext|KiCommitThreadWait|KeWait|KeRemovePriQueue|KeRemoveQueue|KeDelay)/;
/** Frames below the capture's among which the wait must be. */
const NEAREST_FRAMES = 4;

/** How a capture is known to have interrupted a wait: by exact frames, by the enumeration before it, or not at all. */
function evidenceOfCapture(view: KernelView, thread: ViewThread): Evidence | undefined {
  const frames = view.frames(thread.address);
  const own = withoutCaptureFrames(frames);
  const waits = own
    .slice(0, NEAREST_FRAMES)
    .some(({ module, symbol, foundBy }) =>
      module === 'nt' && foundBy !== 'scan' && symbol !== undefined ? INTERRUPTED_WAIT.test(symbol) : false,
    );
  if (waits) return derived('wait blocks as the capture left them, under frames of a wait');
  const state = thread.standing?.state;
  if (state === WAITING)
    return derived('wait blocks as the capture left them, of a thread that waited before');
  if (state !== undefined) return undefined;
  return frames.length === 0
    ? guessed('wait blocks as the capture left them; no frame shows a wait')
    : undefined;
}

function reasonOf({ standing, waitReason }: ViewThread, object: ThreadObject): string | undefined {
  if (standing?.waitReason !== undefined) return standing.waitReason;
  if (waitReason !== undefined) return waitReason;
  const reason = object.u8('WaitReason');
  return reason === undefined ? undefined : waitReasonName(reason);
}

function modeOf(object: ThreadObject): 'Kernel' | 'User' | undefined {
  const mode = object.u8('WaitMode');
  return mode === 0 ? 'Kernel' : mode === 1 ? 'User' : undefined;
}

function criticalRegionOf(object: ThreadObject): boolean | undefined {
  const disable = object.u16('KernelApcDisable');
  return disable === undefined ? undefined : disable >= 0x8000;
}

/** The strength of a set of blocks that nothing contradicts. */
function linksOf(blocks: readonly WaitBlock[]): WaitLinks {
  return blocks.every(({ link }) => link === 'linked') ? 'Linked' : 'NotStored';
}

interface Judged {
  readonly blocks: readonly WaitBlock[];
  readonly links: WaitLinks;
  readonly evidence: Evidence;
  readonly incomplete?: string;
}

/** What the blocks prove of a thread in a dump that did not disturb it; undefined for a thread that does not wait. */
function judge(view: KernelView, { state }: ViewThread, object: ThreadObject): Judged | undefined {
  if (state !== undefined && state !== WAITING) return undefined;
  const found = readWaitBlocks(view, object);
  const inState = fromMemory('state of the thread');
  if ('missing' in found)
    return state === undefined
      ? undefined
      : { blocks: [], links: 'NotStored', evidence: inState, incomplete: found.missing };
  const { blocks, shorter } = found;
  if (blocks.some(({ link }) => link === 'contradicted'))
    return state === undefined
      ? undefined
      : {
          blocks: [],
          links: 'NotStored',
          evidence: inState,
          incomplete: 'its wait blocks are not on the wait lists of their objects',
        };
  const links = linksOf(blocks);
  // For a thread without a stored state, only blocks that both neighbours confirm prove a wait.
  if (state === undefined && links !== 'Linked') return undefined;
  const evidence =
    links === 'Linked' ? fromMemory('wait blocks on the wait lists of their objects') : inState;
  return { blocks, links, evidence, ...(shorter !== undefined && { incomplete: shorter }) };
}

/** How a capture without wait blocks still shows a wait. */
function withoutBlocks({ standing }: ViewThread): Evidence {
  return standing?.state === WAITING ? derived('state before the capture') : fromStack('frames of a wait');
}

/** The same for a triage capture, which takes each thread off its wait lists and hides its state. */
function judgeCapture(view: KernelView, thread: ViewThread, object: ThreadObject): Judged | undefined {
  const evidence = evidenceOfCapture(view, thread);
  if (evidence === undefined) return undefined;
  const found = readWaitBlocks(view, object);
  const links = 'UnlinkedByCapture';
  if ('missing' in found) {
    if (evidence.class === 'Guess') return undefined;
    return { blocks: [], links, incomplete: found.missing, evidence: withoutBlocks(thread) };
  }
  const { blocks, shorter } = found;
  return { blocks, links, evidence, ...(shorter !== undefined && { incomplete: shorter }) };
}

/** The wait that a thread is in, or undefined when it is in none or the dump does not show it. */
export function readRawWait(
  view: KernelView,
  thread: ViewThread,
  object = new ThreadObject(view, thread.address),
): RawWait | undefined {
  const judged =
    view.origin === 'CaptureTriage' ? judgeCapture(view, thread, object) : judge(view, thread, object);
  if (judged === undefined) return undefined;
  const reason = reasonOf(thread, object);
  const mode = modeOf(object);
  const timeout = readTimeout(view, object);
  const inCriticalRegion = criticalRegionOf(object);
  const waitTimeMs = thread.standing?.waitTimeMs ?? thread.waitTimeMs;
  const [first] = judged.blocks;
  return {
    thread,
    ...(reason !== undefined && { reason }),
    ...(mode !== undefined && { mode }),
    waitType: first?.waitType === WAIT_TYPE.All ? 'All' : 'Any',
    isDequeue: first?.waitType === WAIT_TYPE.Dequeue,
    ...(timeout && { timeout }),
    ...(inCriticalRegion !== undefined && { inCriticalRegion }),
    ...(waitTimeMs !== undefined && { waitTimeMs }),
    ...judged,
  };
}

const QUEUE_REASON = 'WrQueue';

/** Whether a wait is that of a worker at its queue. */
export const isWorkerWait = ({ isDequeue, reason }: RawWait): boolean => isDequeue || reason === QUEUE_REASON;

/** Whether a thread is a worker that has no work: nothing but its wait is looked at. */
export function isIdleWorker(view: KernelView, thread: ViewThread): boolean {
  const wait = readRawWait(view, thread);
  return wait !== undefined && isWorkerWait(wait);
}

/** Waits that a request of the thread itself does not end: for locks, for other threads, for a time. */
const WITHOUT_REQUEST = new Set([
  QUEUE_REASON,
  'WrResource',
  'WrPushLock',
  'WrMutex',
  'WrFastMutex',
  'WrGuardedMutex',
  'WrLpcReply',
  'WrLpcReceive',
  'WrAlertByThreadId',
  'WrKeyedEvent',
  'DelayExecution',
  'WrDelayExecution',
  'Suspended',
  'WrSuspended',
  'WrUserRequest',
]);

/**
 * Whether a request that is on no list can be what a thread waits for. In a dump of whole pages only such stacks are searched:
 * it holds thousands of threads, and a request that a thread's list leads to is found without. A triage dump is small enough to be
 * searched whole.
 */
export function mayHideRequest({ origin }: KernelView, wait: RawWait | undefined): boolean {
  if (wait === undefined) return true;
  if (isWorkerWait(wait)) return false;
  if (origin !== 'Pages') return true;
  return wait.mode !== 'User' && !WITHOUT_REQUEST.has(wait.reason ?? '');
}
