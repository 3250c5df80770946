import { addressAt, isKernelAddress, type VirtualAddress, virtualAddress } from '../../../binary/address.ts';
import { tryReadU8, tryReadU32, tryReadU64 } from '../../../dump/memory/memory.ts';
import { asObject, hasObjectType } from '../../../kernel/guards.ts';
import { placeField } from '../../../kernel/layouts/layout-source.ts';
import { derived } from '../../evidence.ts';
import { ALPC_PLANS } from '../../layouts/alpc.ts';
import { SEMAPHORE_LIMIT } from '../../layouts/dispatcher.ts';
import type { ThreadField } from '../../layouts/thread-fields.ts';
import type { ProcessReference, WaitTarget } from '../../model.ts';
import { type KernelView, threadReference } from '../../view.ts';
import { isEvent } from '../dispatcher-object.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Objects inside the waiting thread itself: suspension, replies, user-mode locks. */

function isOwn({ view, inThread }: RuleContext, field: ThreadField): boolean {
  return inThread !== undefined && inThread === view.fields.offset(field);
}

/** KTHREAD.SuspendCount: signed, and at most 127 (MAXIMUM_SUSPEND_COUNT of winnt.h). */
function suspendCount({ view, thread }: RuleContext): number | undefined {
  const offset = view.fields.offset('SuspendCount');
  const count = offset === undefined ? undefined : tryReadU8(view.memory, addressAt(thread, offset));
  return count !== undefined && count > 0 && count <= 127 ? count : undefined;
}

/** Also what freezes an app: the thread that suspends another is stored nowhere. */
export const suspension: Rule = {
  number: 1,
  match(context) {
    if (!isOwn(context, 'SuspendEvent') || !isEvent(context.header)) return undefined;
    const count = suspendCount(context);
    const times = count === undefined ? '' : count === 1 ? ' once' : ` ${count} times`;
    return {
      kind: 'Suspension',
      evidence: derived('the suspend event of the thread'),
      description: `to be resumed: the thread is suspended${times}`,
    };
  },
};

export function processReference({ processes }: KernelView, address: VirtualAddress): ProcessReference {
  const process = processes.get(address);
  return {
    address,
    ...(process?.processId !== undefined && { processId: process.processId }),
    ...(process?.name !== undefined && { processName: process.name }),
  };
}

/** Pointer fields of an ALPC message carry flags in their low bits. */
const POINTER = ~0xfn;

/** The one that must answer the message of a thread: its server thread, or the process that owns the port. */
function serverOf(view: KernelView, thread: VirtualAddress): WaitTarget | undefined {
  const offset = view.fields.offset('AlpcMessage');
  const field = (message: VirtualAddress, plan: keyof typeof ALPC_PLANS) => {
    const placed = placeField(ALPC_PLANS[plan], view.inputs);
    return placed && tryReadU64(view.memory, addressAt(message, placed.offset));
  };
  const word = offset === undefined ? undefined : tryReadU64(view.memory, addressAt(thread, offset));
  const message = word === undefined ? 0n : word & POINTER;
  if (!isKernelAddress(message)) return undefined;
  const at = virtualAddress(message);
  if (field(at, 'WaitingThread') !== thread) return undefined;
  const evidence = derived('the message that the thread waits for');
  const server = field(at, 'ServerThread');
  const serverThread = asObject(server === undefined ? undefined : server & POINTER);
  if (serverThread && hasObjectType(view.memory, serverThread, 'thread') !== false)
    return { thread: threadReference(view, serverThread), evidence };
  const port = asObject(field(at, 'ConnectionPort'));
  const owner = port && asObject(field(port, 'OwnerProcess'));
  const process =
    owner && hasObjectType(view.memory, owner, 'process') === true
      ? { process: processReference(view, owner) }
      : {};
  return server === 0n
    ? { ...process, isUntaken: true, evidence }
    : owner
      ? { ...process, evidence }
      : undefined;
}

const ALPC_REASONS = new Set(['WrLpcReply', 'WrLpcReceive']);
const KEYED_EVENT_REASON = 'WrKeyedEvent';
const ONE = 1;

/** A semaphore with a limit of one inside the thread; a keyed event shares its place. */
export const alpcReply: Rule = {
  number: 2,
  match(context) {
    const { view, wait, thread, object, header } = context;
    if (!isOwn(context, 'AlpcWaitSemaphore') || !ALPC_REASONS.has(wait.reason ?? '')) return undefined;
    const limit = tryReadU32(view.memory, addressAt(object, SEMAPHORE_LIMIT));
    if (header?.type !== 'Semaphore' || limit !== ONE) return undefined;
    const target = serverOf(view, thread);
    return {
      kind: 'AlpcReply',
      evidence: derived('the ALPC semaphore of the thread'),
      description: 'the reply to an ALPC message',
      ...(target && { target }),
      ...(wait.reason === 'WrLpcReceive' && { isIdle: true }),
    };
  },
};

export const userLock: Rule = {
  number: 3,
  match: (context) =>
    isOwn(context, 'AlpcWaitSemaphore') &&
    context.header?.type === 'Semaphore' &&
    context.wait.reason === KEYED_EVENT_REASON
      ? {
          kind: 'UserLock',
          evidence: derived('the keyed event semaphore of the thread'),
          description: 'a lock inside its process (keyed event)',
        }
      : undefined,
};
