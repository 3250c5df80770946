import { addressAt } from '../../../binary/address.ts';
import { view as structure } from '../../../binary/layout.ts';
import { readLink } from '../../../dump/kernel-lists/walk-list.ts';
import { tryRead } from '../../../dump/memory/memory.ts';
import { derived, fromMemory, fromStack } from '../../evidence.ts';
import { PUSH_LOCK_EXCLUSIVE, PUSH_LOCK_WAIT_BLOCK } from '../../layouts/mutexes.ts';
import { FIRST_WITH_WAITER_BLOCKS, RESOURCE_WAITER, WAITER_EVENT } from '../../layouts/resource.ts';
import { waitingFunctionOf } from '../../waits/waiting-function.ts';
import { isEvent } from '../dispatcher-object.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Objects on the waiting thread's own stack. */

const RESOURCE_REASON = 'WrResource';

function ringOf({ view, thread, object, look }: RuleContext) {
  const address = addressAt(object, -WAITER_EVENT);
  const ring = look.ringAt(address);
  const block = look.waiterAt(address);
  if (block?.thread !== thread) return undefined;
  const { next, previous } = block;
  const back = look.waiterAt(next)?.previous ?? readLink(view.memory, next, 'previous');
  const forth = look.waiterAt(previous)?.next ?? readLink(view.memory, previous, 'next');
  if ((back !== undefined && back !== address) || (forth !== undefined && forth !== address))
    return undefined;
  return ring;
}

/** Since 1703 each waiter has an event of its own; before, all exclusive ones share an event, all shared ones a semaphore. */
export const resourceWaiter: Rule = {
  number: 9,
  match(context) {
    const { object, onStack, header, wait, look, view } = context;
    const ring = onStack && isEvent(header) ? ringOf(context) : undefined;
    if (ring)
      return {
        kind: 'Resource',
        evidence: fromMemory('waiter block of a resource on the stack of the thread'),
        description: 'a resource (ERESOURCE)',
        lock: { kind: 'Resource', ring },
      };
    const shared = look.resourceOfEvent(object);
    if (shared)
      return {
        kind: 'Resource',
        evidence: fromMemory('the object that the waiters of the resource share'),
        description: `a resource (ERESOURCE), ${shared.access === 'Exclusive' ? 'exclusively' : 'shared'}`,
        lock: { kind: 'Resource', shared },
      };
    const isOld = view.build !== undefined && view.build < FIRST_WITH_WAITER_BLOCKS;
    if (wait.reason !== RESOURCE_REASON || onStack || !isOld || header === undefined) return undefined;
    return {
      kind: 'Resource',
      evidence: derived('wait reason, and an object that the waiters of one resource share'),
      description: 'a resource (ERESOURCE)',
      lock: { kind: 'Resource', event: object },
    };
  },
};

const PUSH_LOCK_REASON = 'WrPushLock';

export const pushLock: Rule = {
  number: 10,
  match({ view, object, onStack, wait }) {
    if (!onStack || wait.reason !== PUSH_LOCK_REASON) return undefined;
    const bytes = tryRead(view.memory, object, PUSH_LOCK_WAIT_BLOCK.size);
    const flags = bytes && structure(PUSH_LOCK_WAIT_BLOCK, bytes).get('Flags');
    const access =
      flags === undefined
        ? {}
        : { access: (flags & PUSH_LOCK_EXCLUSIVE) !== 0 ? ('Exclusive' as const) : ('Shared' as const) };
    return {
      kind: 'PushLock',
      evidence: derived('wait reason, and a wait block on the stack of the thread'),
      description: 'a push lock, which stores no owner',
      lock: { kind: 'PushLock', block: object, ...access },
    };
  },
};

/**
 * A local event: a call into another component that is to end before the function goes on. The bytes before it must be stored,
 * because a waiter block of a resource looks the same without them.
 */
export const localEvent: Rule = {
  number: 16,
  match(context) {
    const { view, object, onStack, header, wait } = context;
    // Without its reason, a wait for a push lock looks the same.
    if (!onStack || !isEvent(header) || wait.reason === undefined || wait.reason === RESOURCE_REASON)
      return undefined;
    const before = tryRead(view.memory, addressAt(object, -WAITER_EVENT), RESOURCE_WAITER.size);
    if (before === undefined) return undefined;
    const caller = waitingFunctionOf(view, context.thread);
    return {
      kind: 'LocalEvent',
      evidence:
        caller === undefined
          ? derived('an event on the stack of the thread')
          : fromStack('frame of the wait'),
      description: caller === undefined ? 'an event of its own' : `an event of its own, in ${caller}`,
    };
  },
};
