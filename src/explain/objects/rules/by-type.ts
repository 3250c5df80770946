import { addressAt } from '../../../binary/address.ts';
import { tryReadFields } from '../../../dump/memory/memory.ts';
import { asObject, hasObjectType } from '../../../kernel/guards.ts';
import { fromMemory } from '../../evidence.ts';
import { MUTANT_ABANDONED } from '../../layouts/dispatcher.ts';
import { threadReference } from '../../view.ts';
import { dueInMs } from '../../waits/timeout.ts';
import { readQueue } from '../queue-facts.ts';
import type { Rule } from '../rule.ts';
import { processReference } from './own-fields.ts';

/** Objects that their type alone explains. */

export const processExit: Rule = {
  number: 4,
  match({ view, object, header }) {
    if (header?.type !== 'Process') return undefined;
    const process = processReference(view, object);
    const evidence = fromMemory('type of the object');
    const name = process.processName ?? 'a process';
    const id = process.processId === undefined ? '' : ` (${process.processId})`;
    return {
      kind: 'ProcessExit',
      evidence,
      description: `the end of ${name}${id}`,
      target: { process, evidence },
    };
  },
};

export const threadExit: Rule = {
  number: 5,
  match({ view, object, header }) {
    if (header?.type !== 'Thread') return undefined;
    const thread = threadReference(view, object);
    const evidence = fromMemory('type of the object');
    const description = `the end of thread ${thread.threadId ?? ''}`.trimEnd();
    return { kind: 'ThreadExit', evidence, description, target: { thread, evidence } };
  },
};

export const mutant: Rule = {
  number: 6,
  match({ view, object, header }) {
    if (header?.type !== 'Mutant') return undefined;
    const fields = tryReadFields(view.memory, object, view.lockLayouts.mutant);
    const owner = fields && asObject(fields.OwnerThread);
    const isThread = owner && hasObjectType(view.memory, owner, 'thread') !== false;
    const isAbandoned = fields !== undefined && (fields.MutantFlags & MUTANT_ABANDONED) !== 0;
    const state = isAbandoned
      ? ' that a thread left without releasing it'
      : isThread
        ? ' that a thread owns'
        : '';
    return {
      kind: 'Mutant',
      evidence: fromMemory('type of the object'),
      description: `a mutant${state}`,
      lock: { kind: 'Mutant', mutant: object },
    };
  },
};

/** A wait at a queue is for work: the thread is not stuck. */
export const queue: Rule = {
  number: 7,
  match({ view, object, header }) {
    const kind =
      header?.type === 'Queue' ? 'Completion' : header?.type === 'PriorityQueue' ? 'Priority' : undefined;
    if (kind === undefined) return undefined;
    const what = kind === 'Completion' ? 'a completion port' : 'a kernel work queue';
    return {
      kind: 'Queue',
      evidence: fromMemory('type of the object'),
      description: `work from ${what}`,
      queue: readQueue(view, object, kind),
      isIdle: true,
    };
  },
};

const TIMERS = new Set([
  'NotificationTimer',
  'SynchronizationTimer',
  'NotificationTimer2',
  'SynchronizationTimer2',
]);

export const timer: Rule = {
  number: 8,
  match({ view, thread, object, header }) {
    if (header === undefined || !TIMERS.has(header.type)) return undefined;
    const own = view.fields.offset('Timer');
    const sleeps = own !== undefined && object === addressAt(thread, own);
    // Only KTIMER has its due time at a public place.
    const due = header.type.endsWith('2') ? undefined : dueInMs(view, object);
    const when = due === undefined || due < 0 ? '' : `, due in ${Math.round(due)} ms`;
    return {
      kind: 'Timer',
      evidence: fromMemory('type of the object'),
      description: `${sleeps ? 'the end of its sleep' : 'a timer'}${when}`,
    };
  },
};
