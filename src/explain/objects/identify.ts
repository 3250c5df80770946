import { addressAt } from '../../binary/address.ts';
import type { Mutable } from '../../binary/mutable.ts';
import { derived, guessed } from '../evidence.ts';
import { type Evidence, type WaitObject, weakestClass } from '../model.ts';
import type { KernelView } from '../view.ts';
import type { RawWait } from '../waits/raw-wait.ts';
import { readDispatcherObject } from './dispatcher-object.ts';
import type { LockHint, Lookups, Match, Rule, RuleContext } from './rule.ts';
import { mutant, processExit, queue, threadExit, timer } from './rules/by-type.ts';
import { driverEvent, fastMutex, fileEvent, fileLock, requestEvent, workerSignal } from './rules/enclosed.ts';
import { localEvent, pushLock, resourceWaiter } from './rules/on-stack.ts';
import { alpcReply, suspension, userLock } from './rules/own-fields.ts';

/** The rules in the order of trial: the first that matches decides. */
export const RULES: readonly Rule[] = [
  suspension,
  alpcReply,
  userLock,
  processExit,
  threadExit,
  mutant,
  queue,
  timer,
  resourceWaiter,
  pushLock,
  fastMutex,
  fileEvent,
  fileLock,
  requestEvent,
  driverEvent,
  localEvent,
  workerSignal,
];

const NO_KNOWN_OWNER = 18;

/** The last rule: an honest absence. */
function unknown({ header, object, view }: RuleContext): Match {
  const evidence = guessed('no rule fits');
  if (header === undefined)
    return { kind: 'Unknown', evidence, description: 'an object that is not in the dump' };
  const type = header.type.includes('Event') ? 'an event' : `a ${header.type.toLowerCase()}`;
  const name = view.images.nameOf(object);
  const what = name === undefined ? type : `${type} (${name})`;
  return { kind: 'Unknown', evidence, description: `${what} that nothing in this dump is known to own` };
}

/** An object of a wait, and the lock that it leads to. */
export interface IdentifiedObject {
  readonly object: Omit<WaitObject, 'lock'>;
  readonly lock?: LockHint;
  readonly isIdle: boolean;
}

function identify(context: RuleContext): IdentifiedObject {
  const { object, header, view, wait } = context;
  let rule = NO_KNOWN_OWNER;
  let match: Match | undefined;
  for (const candidate of RULES) {
    match = candidate.match(context);
    if (match === undefined) continue;
    rule = candidate.number;
    break;
  }
  const { lock, isIdle = false, ...facts } = match ?? unknown(context);
  const name = view.images.nameOf(object);
  // What a thread waits for is known no better than that it waits: a capture leaves less of a wait than its blocks.
  const known = (evidence: Evidence): Evidence =>
    evidence.class === wait.evidence.class
      ? evidence
      : { class: weakestClass([evidence.class, wait.evidence.class]), basis: evidence.basis };
  const identified: Mutable<IdentifiedObject['object']> = {
    address: object,
    rule,
    ...facts,
    evidence: known(facts.evidence),
  };
  if (header !== undefined) identified.dispatcherType = header.type;
  if (name !== undefined) identified.name = name;
  if (facts.target) identified.target = { ...facts.target, evidence: known(facts.target.evidence) };
  return lock === undefined ? { object: identified, isIdle } : { object: identified, lock, isIdle };
}

const USER_LOCK_REASON = 'WrAlertByThreadId';

/** More than an ETHREAD of any build takes. */
const LARGEST_THREAD = 0x1000n;

function placeInThread(thread: bigint, object: bigint): number | undefined {
  const place = object - thread;
  return place >= 0n && place < LARGEST_THREAD ? Number(place) : undefined;
}

/** Identifies every object of a wait. */
export function identifyObjects(view: KernelView, wait: RawWait, look: Lookups): readonly IdentifiedObject[] {
  const { address, stackLimit, stackBase } = wait.thread;
  const objects = wait.blocks.map(({ object }) => object);
  const identified = objects.map((object, index) =>
    identify({
      view,
      wait,
      thread: address,
      object,
      others: objects.filter((_, other) => other !== index),
      header: readDispatcherObject(view, object),
      inThread: placeInThread(address, object),
      onStack:
        stackLimit !== undefined && stackBase !== undefined && object >= stackLimit && object < stackBase,
      look,
    }),
  );
  if (identified.length > 0 || wait.reason !== USER_LOCK_REASON) return identified;
  // Such a wait has no dispatcher object: the thread is its own.
  return [
    {
      object: {
        address: addressAt(address, 0),
        kind: 'UserLock',
        rule: 3,
        evidence: derived('wait reason'),
        description: 'a lock inside its process (wait for an alert)',
      },
      isIdle: false,
    },
  ];
}
