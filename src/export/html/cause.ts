import type { KernelThread, WaitChain } from '../../contract/generated/types.ts';
import type { BlockedStep, PageCause } from '../../page/page-data.ts';
import { causeGraph } from './cause-graph.ts';
import { capital, lastPart, type PagePlaces, processName, threadName } from './thread-places.ts';

const namesOf = (threads: readonly KernelThread[]): string | undefined =>
  threads.length === 0 ? undefined : threads.map(threadName).join(', ');

const inProcess = (thread: KernelThread): string => {
  const process = processName(thread);
  return `${capital(threadName(thread))}${process === undefined ? '' : `, ${process}`}`;
};

function stackOf(chain: WaitChain, among: readonly KernelThread[]): readonly string[] | undefined {
  const addresses = new Set(among.map(({ address }) => address));
  return chain.stacks?.find(({ thread }) => addresses.has(thread.address))?.frames;
}

/** Of a deadlock: each thread, what it waits for, and the thread that holds that. */
function cycleSteps(chain: WaitChain, places: PagePlaces): BlockedStep[] {
  // The first link of a lock counts.
  const linkOf = new Map(chain.links.toReversed().map((link) => [link.lockId, link] as const));
  return (chain.cycle ?? []).map(({ thread, waitsFor, lockId, evidence }) => {
    const link = lockId === undefined ? undefined : linkOf.get(lockId);
    const heldBy = namesOf(link?.heldBy ?? []);
    const frames = stackOf(chain, [thread]);
    return {
      waiters: inProcess(thread),
      waiterCount: 1,
      waiterThreads: places.find(thread, chain.paths),
      ...(frames && { waiterStack: frames }),
      waitsFor,
      ...(heldBy !== undefined && { heldBy }),
      evidence,
      ...(link && { basis: link.basis }),
    };
  });
}

function linkSteps(chain: WaitChain, places: PagePlaces): BlockedStep[] {
  return chain.links.map((link) => {
    const [only] = link.waiters;
    const heldBy = namesOf(link.heldBy);
    const frames = stackOf(chain, link.waiters);
    return {
      waiters: link.waiterCount === 1 && only ? inProcess(only) : `${link.waiterCount} threads`,
      waiterCount: link.waiterCount,
      ...(link.longestWaitMs !== undefined && { waitMs: link.longestWaitMs }),
      waiterThreads: link.waiters.flatMap((thread) => places.find(thread, chain.paths)),
      ...(frames && { waiterStack: frames }),
      waitsFor: link.waitsFor,
      ...(link.activity !== undefined && { activity: link.activity }),
      ...(heldBy !== undefined && { heldBy }),
      evidence: link.evidence,
      basis: link.basis,
    };
  });
}

/** Words for the end of a chain; undefined where the last step has them already. */
function endOf(chain: WaitChain): PageCause['end'] {
  if (chain.isDeadlock) {
    const first = chain.cycle?.[0];
    return first && { title: `Back to ${threadName(first.thread)}: the circle is closed` };
  }
  if (chain.rootKind === 'PendingIo') {
    return { title: `${chain.rootDriver ?? 'A driver'} has not finished the request` };
  }
  const owners = chain.links.at(-1)?.heldBy ?? [];
  const [owner] = owners;
  if (owner === undefined) return undefined;
  const frames = stackOf(chain, owners);
  return { title: inProcess(owner), ...(frames && { stack: frames }) };
}

const missingThread = (thread: KernelThread): string =>
  `${capital(threadName(thread))}${thread.threadId === undefined ? '' : ` (${thread.address})`}: it holds a lock, and no dump contains it.`;

/** One cause as the page shows it. @param rank its place among all causes: each machine of an export has a first one */
function pageCause(chain: WaitChain, rank: number, places: PagePlaces): PageCause {
  const end = endOf(chain);
  const { brokenByTimeout, longestWaitMs } = chain;
  return {
    rank,
    headline: chain.headline,
    evidence: chain.evidence,
    rootKind: chain.rootKind,
    isDeadlock: chain.isDeadlock,
    ...(brokenByTimeout !== undefined && { brokenByTimeout }),
    threadCount: chain.threadCount,
    ...(longestWaitMs !== undefined && { longestWaitMs }),
    statements: chain.explanation,
    patterns: chain.signatures.map(({ id, meaning, source }) => ({ id, meaning, source })),
    nextSteps: [...new Set(chain.nextSteps)],
    notKnown: chain.notKnown,
    missingThreads: chain.missingThreads.map(missingThread),
    graph: causeGraph(chain, places),
    steps: chain.isDeadlock ? cycleSteps(chain, places) : linkSteps(chain, places),
    ...(end && { end }),
  };
}

const fileOf = (paths: readonly string[]): string => {
  const [first = 'live threads'] = paths;
  const name = lastPart(first);
  return paths.length > 1 ? `${name} and ${paths.length - 1} more` : name;
};

/** The causes of an export in its order. Where there are several machines, or several boots of one, each cause names its dumps. */
export function pageCauses(chains: readonly WaitChain[], places: PagePlaces): readonly PageCause[] {
  const isOne = new Set(chains.map(({ paths }) => paths.join('\n'))).size <= 1;
  return chains.map((chain, index) => ({
    ...pageCause(chain, index + 1, places),
    ...(isOne ? {} : { where: fileOf(chain.paths) }),
  }));
}
