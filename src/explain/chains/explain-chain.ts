import type { EvidenceClass, ThreadReference, WorkerPool } from '../model.ts';
import type { IsThirdParty } from '../signatures/match-stack.ts';
import {
  type AwaitedKind,
  matchSignatures,
  type PatternWork,
  type Signature,
  type SignatureMatch,
  type SubjectStack,
} from '../signatures/signatures.ts';
import type { Awaited, Statement, WaitChain } from './chain.ts';
import { factsOfChain } from './chain-facts.ts';
import { type HolderInput, likelyHolder } from './likely-holder.ts';
import { poolStatements } from './used-up-pools.ts';
import { awaitedText, headline, linkStatements, threadText } from './words.ts';

/** What the explanation of a chain may use beside the chain. */
export interface ExplainContext extends HolderInput {
  readonly signatures: readonly Signature[];
  readonly isThirdParty: IsThirdParty;
  /** The wait reason of a thread; undefined for one that does not wait or is not in the dumps. */
  waitReasonOf(thread: ThreadReference): string | undefined;
  /** Windows build of the dump. */
  readonly build?: number;
  /** The kernel's worker pools, where the dumps hold them. */
  readonly pools?: readonly WorkerPool[];
  /** What the search for signatures of this chain may still cost. */
  readonly patternWork?: PatternWork;
}

export interface ExplainedChain {
  readonly chain: WaitChain;
  readonly headline: Statement;
  readonly statements: readonly Statement[];
  readonly signatures: readonly SignatureMatch[];
  readonly nextSteps: readonly string[];
  /** What the dumps do not show about this chain. */
  readonly notKnown: readonly string[];
  /** The weakest class among the statements that name a holder. */
  readonly evidence: EvidenceClass;
}

/** So many waiters of one level lend their stacks to the signatures: threads that wait for one thing do it in one way. */
const STACKS_OF_A_LEVEL = 2;

/** What an object of a wait is, where that is known. */
function awaitedKind(awaited: Awaited): AwaitedKind | undefined {
  if (awaited.kind === 'Lock') return awaited.lock.kind;
  if (awaited.kind === 'Request') return undefined;
  const kind = awaited.object?.kind;
  switch (kind) {
    case 'AlpcReply':
    case 'FastMutex':
    case 'FileLock':
    case 'Mutant':
    case 'ProcessExit':
    case 'PushLock':
    case 'Queue':
    case 'Resource':
    case 'Suspension':
    case 'ThreadExit':
    case 'UserLock':
      return kind;
    default:
      return undefined;
  }
}

/** Stacks that decide what a chain is: of the thread at its end, then of the first waiters of each level up to the widest. */
function stacksOf({ root, links }: WaitChain, { stackOf, waitReasonOf }: ExplainContext): SubjectStack[] {
  const levels = links.map(({ waiters, waitsFor }) => ({
    waiters: waiters.slice(0, STACKS_OF_A_LEVEL),
    waitsFor,
  }));
  const awaits = new Map(
    [
      ...levels,
      ...(root.cycle ?? []).map(({ thread, waitsFor }) => ({ waiters: [thread], waitsFor })),
    ].flatMap(({ waiters, waitsFor }) =>
      waiters.map(({ address }) => [address, awaitedKind(waitsFor)] as const),
    ),
  );
  const threads = [
    ...(root.cycle ?? []).map(({ thread }) => thread),
    ...(root.thread === undefined ? [] : [root.thread]),
    ...levels.reverse().flatMap(({ waiters }) => waiters),
  ];
  const unique = new Map(threads.map((thread) => [thread.address, thread]));
  return [...unique.values()].flatMap((thread) => {
    const frames = stackOf(thread);
    if (frames === undefined) return [];
    return [{ frames, awaits: awaits.get(thread.address), waitReason: waitReasonOf(thread) }];
  });
}

/** A person takes one step after the other. */
const MOST_STEPS = 5;

function stepsOf({ missingThreads, root }: WaitChain, signatures: readonly SignatureMatch[]): string[] {
  const steps = signatures.map(({ next }) => next);
  if (missingThreads.length > 0) {
    const names = missingThreads.slice(0, 3).map(threadText).join(', ');
    steps.unshift(`Capture the owner: ${names}.`);
  }
  if (root.kind === 'NoOwnerKnown' && root.lock !== undefined) {
    steps.push('Take a live dump: it holds the lock with its owner, which a triage dump does not store.');
  }
  const { request } = root;
  if (request?.threadEnded !== undefined) {
    const driver = request.holder?.driver?.name ?? 'the driver that has the request';
    steps.unshift(`Look at ${driver}: it keeps the request of a thread that has ended.`);
  }
  if (root.kind === 'PendingIo')
    steps.push('Take a second capture and compare, to distinguish stuck from slow.');
  return [...new Set(steps)].slice(0, MOST_STEPS);
}

function unknownsOf({ root, missingThreads, isCut }: WaitChain): string[] {
  const unknown: string[] = [];
  if (root.kind === 'NoOwnerKnown') {
    const what =
      root.object === undefined ? 'the lock' : awaitedText({ kind: 'Object', object: root.object });
    unknown.push(`Which thread will end the wait for ${what}: these dumps do not show it.`);
  }
  if (root.kind === 'PendingIo')
    unknown.push('When the driver will complete the request: the age of a request is not stored.');
  if (root.kind === 'WaitNotInDump')
    unknown.push('What the last thread waits for: its wait blocks are not in these dumps.');
  if (missingThreads.length > 0) unknown.push('What the owner does: no dump here contains it.');
  if (isCut)
    unknown.push('More threads wait behind this cause, or hold what they wait for, than are listed.');
  return unknown;
}

const PATTERNS_NOT_TRIED =
  'Which other known patterns it shows: the signatures are too many for stacks as long as these.';

const isSpent = (work: PatternWork | undefined) => work !== undefined && work.left <= 0;

/** The chain in words: statements with their evidence, known ways to hang, what to look at next, what is not known. */
export function explainChain(chain: WaitChain, context: ExplainContext): ExplainedChain {
  const statements = [
    ...chain.links.flatMap(linkStatements),
    ...poolStatements(chain, context.pools ?? []),
    ...likelyHolder(chain, context),
  ];
  const signatures = matchSignatures(
    context.signatures,
    {
      stacks: stacksOf(chain, context),
      facts: factsOfChain(chain, context.pools),
      ...(context.build !== undefined && { build: context.build }),
    },
    context.isThirdParty,
    context.patternWork,
  );
  const first = headline(chain);
  return {
    chain,
    headline: first,
    statements,
    signatures,
    nextSteps: stepsOf(chain, signatures),
    notKnown: [...unknownsOf(chain), ...(isSpent(context.patternWork) ? [PATTERNS_NOT_TRIED] : [])],
    evidence: first.evidence,
  };
}
