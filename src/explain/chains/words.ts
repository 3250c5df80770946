import { formatAddress } from '../../binary/address.ts';
import { durationText } from '../../contract/time.ts';
import { ownersClass } from '../locks/owners-class.ts';
import type { EvidenceClass, Lock, Owner, PendingRequest, ThreadReference } from '../model.ts';
import { weakestClass } from '../model.ts';
import type { Awaited, ChainLink, CycleStep, Statement, WaitChain } from './chain.ts';

/** Templates of the sentences that explain a chain. Each carries the weakest class of its parts. */

/** `thread 10368`, `a thread of w3wp.exe (4872)`, or its address where no id is known. */
export function threadText({ threadId, processName, address }: ThreadReference): string {
  if (threadId !== undefined) return `thread ${threadId}`;
  const of = processName === undefined ? '' : ` of ${processName}`;
  return `a thread${of} at ${formatAddress(address)}`;
}

const LOCK_KINDS: Record<Lock['kind'], string> = {
  Resource: 'ERESOURCE',
  PushLock: 'push lock',
  FastMutex: 'fast mutex',
  Mutant: 'mutex',
  FileLock: 'lock of a synchronous file object',
};

export function lockText({ kind, address, name }: Lock): string {
  const place = address === undefined ? '' : ` ${formatAddress(address)}`;
  return name === undefined ? `${LOCK_KINDS[kind]}${place}` : `${LOCK_KINDS[kind]}${place} (${name.text})`;
}

export function requestText({ majorFunction, minorFunction, address, holder }: PendingRequest): string {
  const what = [majorFunction, minorFunction].filter((part) => part !== undefined).join('/');
  const at = holder?.driver === undefined ? '' : ` at ${holder.driver.name}`;
  return `${what === '' ? 'a request' : what} ${formatAddress(address)}${at}`;
}

export function awaitedText(awaited: Awaited): string {
  switch (awaited.kind) {
    case 'Lock':
      return lockText(awaited.lock);
    case 'Request':
      return requestText(awaited.request);
    case 'Thread':
      return awaited.object?.description ?? threadText(awaited.thread);
    case 'Process':
    case 'Object':
      return awaited.object.description;
  }
}

/** The classes of what `awaitedText` names beside the object itself: the name of a lock, the driver of a request. */
function classesOf(awaited: Awaited): EvidenceClass[] {
  if (awaited.kind === 'Lock') return awaited.lock.name ? [awaited.lock.name.evidence.class] : [];
  return awaited.kind === 'Request' ? driverClasses(awaited.request) : [];
}

const driverClasses = ({ holder }: PendingRequest): EvidenceClass[] =>
  holder?.driver === undefined ? [] : [holder.evidence.class, holder.driver.evidence.class];

const count = (threads: readonly unknown[]) =>
  threads.length === 1 ? '1 thread' : `${threads.length} threads`;

function subject(threads: readonly ThreadReference[]): string {
  const [only] = threads;
  return threads.length === 1 && only !== undefined ? threadText(only) : count(threads);
}

const verb = (threads: readonly unknown[], one: string, many: string) => (threads.length === 1 ? one : many);

const isSure = (evidence: EvidenceClass) => evidence === 'Memory' || evidence === 'Derived';

/** Owners "hold" a lock only by memory or what follows from it, in a sentence of such a class; by less they are called likely. */
const holds = (evidence: EvidenceClass) => (isSure(evidence) ? 'holds' : 'may hold');

const hold = (evidence: EvidenceClass) => (holds(evidence) === 'holds' ? 'hold' : 'may hold');

function ownerStatement({ thread, pointer, access, evidence }: Owner): Statement {
  const basis = evidence.basis;
  if (thread === undefined) {
    const place = pointer === undefined ? '' : ` (${formatAddress(pointer)})`;
    return {
      text: `The lock was given to an owner that is no thread${place}.`,
      evidence: evidence.class,
      basis,
    };
  }
  const where = thread.inDump ? '' : ', which no dump here contains,';
  const how = access === 'Exclusive' ? 'exclusively' : 'shared';
  const text = `${threadText(thread)}${where} ${holds(evidence.class)} it, ${how}.`;
  return { text: text.charAt(0).toUpperCase() + text.slice(1), evidence: evidence.class, basis };
}

/** So many owners are named one by one; a resource may have thousands. */
const MOST_OWNERS = 8;

function lockStatements(lock: Lock): Statement[] {
  const named = lock.owners.slice(0, MOST_OWNERS).map(ownerStatement);
  const more = lock.owners.length - named.length;
  const others = ownersClass(lock);
  const rest: Statement[] =
    more > 0
      ? [
          {
            text:
              more === 1 ? `1 more thread ${holds(others)} it.` : `${more} more threads ${hold(others)} it.`,
            evidence: others,
          },
        ]
      : [];
  const absent: Statement[] =
    lock.owners.length === 0
      ? [
          {
            text: lock.ownersKnown ? 'No thread holds it now.' : 'These dumps do not store its owner.',
            evidence: lock.evidence.class,
          },
        ]
      : [];
  const file: Statement[] =
    lock.name?.file?.name === undefined
      ? []
      : [
          {
            text: `The lock is that of ${lock.name.file.name.text}.`,
            evidence: lock.name.evidence.class,
            basis: lock.name.evidence.basis,
          },
        ];
  return [...file, ...named, ...rest, ...absent];
}

function requestStatements({ holder, file, cancelled }: PendingRequest): Statement[] {
  const statements: Statement[] = [];
  if (holder?.driver !== undefined) {
    const marked = holder.markedPending ? ' and has marked it pending' : '';
    statements.push({
      text: `${holder.driver.name} has the request${marked}.`,
      evidence: weakestClass([holder.evidence.class, holder.driver.evidence.class]),
      basis: holder.evidence.basis,
    });
  }
  if (file?.name !== undefined) {
    const { text, evidence } = file.name;
    statements.push({
      text: `The request is about ${text}.`,
      evidence: evidence.class,
      basis: evidence.basis,
    });
  }
  if (cancelled)
    statements.push({
      text: 'The request was cancelled, and the driver has not completed it.',
      evidence: 'Memory',
    });
  return statements;
}

/** From the threads of a level to what holds them up. A thread that runs does not wait for its own request. */
function relation({ waiters, activity }: ChainLink, article = ''): string {
  if (activity === undefined) return verb(waiters, 'waits for', 'wait for');
  const does = {
    Running: verb(waiters, 'runs', 'run'),
    Ready: `${verb(waiters, 'is', 'are')} ready to run`,
    Ended: `${verb(waiters, 'has', 'have')} ended`,
  };
  return `${does[activity]} and ${verb(waiters, 'has', 'have')}${article}`;
}

/** How long the threads of a level have waited. */
function waited(waiters: readonly unknown[], longestMs: number | undefined): string {
  if (longestMs === undefined) return '';
  return `, ${verb(waiters, 'for', 'the longest for')} ${durationText(longestMs)}`;
}

/** The statements of one level: the waits, then what is known about what they wait for. */
export function linkStatements(link: ChainLink): Statement[] {
  const { waiters, waitsFor, longestWaitMs, evidence } = link;
  const who = subject(waiters);
  const first: Statement = {
    text: `${who.charAt(0).toUpperCase()}${who.slice(1)} ${relation(link, ' the unfinished')} ${awaitedText(waitsFor)}${waited(waiters, longestWaitMs)}.`,
    evidence: weakestClass([evidence.class, ...classesOf(waitsFor)]),
    basis: evidence.basis,
  };
  switch (waitsFor.kind) {
    case 'Lock':
      return [first, ...lockStatements(waitsFor.lock)];
    case 'Request':
      return [first, ...requestStatements(waitsFor.request)];
    default:
      return [first];
  }
}

/**
 * The part of a headline after the waiters: `a lock that thread 10368 holds`.
 * @param waits how sure the wait is, which is in the same sentence
 */
function held(
  waitsFor: Awaited,
  waits: EvidenceClass,
): { readonly text: string; readonly evidence: EvidenceClass } {
  if (waitsFor.kind === 'Lock') {
    const { lock } = waitsFor;
    const [owner] = lock.owners;
    if (owner?.thread !== undefined) {
      const others = lock.owners.length - 1;
      const evidence = ownersClass(lock);
      const whole = weakestClass([evidence, waits]);
      const more = others > 0 ? ` and ${others} more ${hold(whole)}` : ` ${holds(whole)}`;
      return { text: `a lock that ${threadText(owner.thread)}${more}`, evidence };
    }
    if (owner !== undefined)
      return { text: 'a lock with an owner that is no thread', evidence: owner.evidence.class };
    return { text: 'one lock, and these dumps do not store its owner', evidence: lock.evidence.class };
  }
  if (waitsFor.kind === 'Request') {
    const { request } = waitsFor;
    const driver = request.holder?.driver?.name;
    const file = request.file?.name;
    const server = file?.kind === 'Network' ? ' on a file server' : '';
    const text =
      driver === undefined ? 'a pending request' : `a request that ${driver} has not finished${server}`;
    const named = driver !== undefined && server !== '' && file ? [file.evidence.class] : [];
    return { text, evidence: weakestClass([request.evidence.class, ...driverClasses(request), ...named]) };
  }
  return { text: awaitedText(waitsFor), evidence: 'Memory' };
}

/** @param evidence of the whole sentence */
function cycleText(cycle: readonly CycleStep[], evidence: EvidenceClass): string {
  const steps = cycle.map(
    ({ thread, waitsFor }) => `${threadText(thread)} waits for ${awaitedText(waitsFor)}`,
  );
  const holdsWhat = cycle.map(({ thread }, index) => {
    const previous = cycle.at(index - 1);
    return previous?.waitsFor.kind === 'Lock'
      ? `${threadText(thread)} ${holds(weakestClass([evidence, previous.heldBy?.class ?? 'Guess']))} ${lockText(previous.waitsFor.lock)} and `
      : '';
  });
  return steps
    .map(
      (step, index) =>
        `${holdsWhat[index]}${holdsWhat[index] === '' ? step : step.slice(step.indexOf('waits'))}`,
    )
    .join('; ');
}

const ROOT_TEXT: Partial<Record<WaitChain['root']['kind'], string>> = {
  Running: 'which runs on a processor',
  Ready: 'which is ready to run and has no processor',
  Sleeping: 'which sleeps',
  Suspended: 'which is suspended',
  UserMode: 'which waits for a lock of its own process',
  OwnerNotInDump: 'which no dump here contains',
  WaitNotInDump: 'which waits, and the dump does not hold for what',
};

/** One sentence with the cause of all waits of the chain. */
export function headline(chain: WaitChain): Statement {
  const { root, links } = chain;
  if (root.kind === 'Deadlock' && root.cycle !== undefined) {
    const what = root.brokenByTimeout === true ? 'Stall that a timeout will break' : 'Deadlock';
    const evidence = weakestClass(
      root.cycle.flatMap(({ evidence: waits, heldBy, waitsFor }) => [
        waits.class,
        ...(heldBy ? [heldBy.class] : []),
        ...classesOf(waitsFor),
      ]),
    );
    return { text: `${what} between ${count(root.cycle)}: ${cycleText(root.cycle, evidence)}.`, evidence };
  }
  const widest = links.reduce<ChainLink | undefined>(
    (best, link) => (best === undefined || link.waiters.length > best.waiters.length ? link : best),
    undefined,
  );
  const last = links.at(-1);
  if (widest === undefined || last === undefined) {
    const [thread] = chain.threads;
    const text = thread === undefined ? 'Nothing waits.' : `${threadText(thread)} waits.`;
    return { text: text.charAt(0).toUpperCase() + text.slice(1), evidence: 'Memory' };
  }
  const first = held(widest.waitsFor, widest.evidence.class);
  const who = subject(widest.waiters);
  const classes: EvidenceClass[] = [widest.evidence.class, first.evidence];
  let text = `${who.charAt(0).toUpperCase()}${who.slice(1)} ${relation(widest)} ${first.text}`;
  if (last !== widest) {
    const second = held(last.waitsFor, last.evidence.class);
    const [holder] = last.waiters;
    const more = [last.evidence.class, second.evidence];
    // What is known of the holder's own wait may be weaker than that it holds the lock: then it has a sentence of its own below.
    const namesHolder =
      widest.waitsFor.kind === 'Lock' && widest.waitsFor.lock.owners[0]?.thread !== undefined;
    if (holder === undefined || (namesHolder && isSure(weakestClass(classes)) && !isSure(weakestClass(more))))
      return { text: `${text}.`, evidence: weakestClass(classes) };
    text += `, and ${threadText(holder)} ${relation({ ...last, waiters: [holder] })} ${second.text}`;
    classes.push(...more);
  } else if (ROOT_TEXT[root.kind] !== undefined) {
    text += `, ${ROOT_TEXT[root.kind]}`;
  }
  return { text: `${text}.`, evidence: weakestClass(classes) };
}

/** All statements of a chain, from the waiters to the root. */
export function chainStatements(chain: WaitChain): Statement[] {
  return [headline(chain), ...chain.links.flatMap(linkStatements)];
}
