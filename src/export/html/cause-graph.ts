import type { KernelThread, WaitChain, WaitChainLink } from '../../contract/generated/types.ts';
import { durationText } from '../../contract/time.ts';
import type { GraphNodeKind, PageEdge, PageGraph, PageNode } from '../../page/page-data.ts';
import { capital, type PagePlaces, processName, threadName } from './thread-places.ts';

const KIND_OF_LINK: Record<WaitChainLink['kind'], GraphNodeKind> = {
  Lock: 'Lock',
  Request: 'Request',
  Thread: 'Object',
  Process: 'Process',
  Object: 'Object',
};

/** What a picture can show a person; the words under it have the rest. */
const MAX_LINKS = 24;
/** Owners of one lock, and threads of their own that wait for one thing: of more, the others are one node. */
const MAX_SINGLES = 6;

/** Processes that a node of many threads names. */
const NAMED_PROCESSES = 2;

const idOfLink = (link: WaitChainLink, index: number): string =>
  `object ${link.kind} ${link.lockId ?? link.address ?? index}`;

/** Threads that get a node of their own: those that hold something, and those of a deadlock. The others are folded into groups. */
function singleThreads(chain: WaitChain): ReadonlyMap<string, KernelThread> {
  const waiters = chain.links.flatMap((link) => link.waiters);
  const targets = new Set(chain.links.filter(({ kind }) => kind === 'Thread').map(({ address }) => address));
  const single = [
    ...(chain.cycle ?? []).map(({ thread }) => thread),
    ...chain.links.flatMap(({ heldBy }) => heldBy),
    ...(chain.rootThread ? [chain.rootThread] : []),
    ...chain.links.flatMap((link) => (link.waiterCount === 1 ? link.waiters : [])),
    ...waiters.filter(({ address }) => targets.has(address)),
  ];
  return new Map(single.map((thread) => [thread.address, thread]));
}

function processLines(threads: readonly KernelThread[]): string[] {
  const names = [...new Set(threads.map(processName).filter((name) => name !== undefined))];
  if (names.length <= NAMED_PROCESSES) return names;
  return [...names.slice(0, NAMED_PROCESSES), `and ${names.length - NAMED_PROCESSES} more processes`];
}

/** Which of several threads get nodes of their own: those of a deadlock all, of the others the first few. */
function drawnAlone(
  threads: readonly KernelThread[],
  isWanted: (thread: KernelThread) => boolean,
  inCycle: ReadonlyMap<string, unknown>,
): (thread: KernelThread) => boolean {
  const wanted = threads.filter(isWanted);
  const inCircle = wanted.filter(({ address }) => inCycle.has(address));
  const others = wanted.filter(({ address }) => !inCycle.has(address)).slice(0, MAX_SINGLES);
  const drawn = new Set([...inCircle.slice(0, MAX_LINKS), ...others].map(({ address }) => address));
  return ({ address }) => drawn.has(address);
}

/** Name of what a link waits for, and the words in brackets behind it, as lines. */
function objectLines({ waitsFor, fileName }: WaitChainLink): { title: string; lines: string[] } {
  const [, title = waitsFor, words] = /^([^(]+?) \((.+)\)$/s.exec(waitsFor) ?? [];
  const at = / (at \S.*)$/s.exec(title)?.[1];
  const name = at === undefined ? title : title.slice(0, -at.length - 1);
  const lines = [at, words, words?.includes(fileName ?? '') ? undefined : fileName];
  return { title: capital(name), lines: lines.filter((line) => line !== undefined) };
}

/** Of an edge from threads to what holds them up: a thread that runs, or is ready to, does not wait for its own request. */
function edgeLabel({ activity }: WaitChainLink, count: number): string {
  if (activity !== undefined) return activity === 'Running' ? 'runs with' : 'ready with';
  return count === 1 ? 'waits for' : 'wait for';
}

/**
 * Threads, what they wait for and its owners, as nodes and edges. Equal waiters are one node. What everything waits for in the end
 * is marked as the root; the threads and locks of a deadlock are its cycle. Other than the picture for Graphviz and Mermaid
 * (../wait-graph.ts) it is of one cause, its edges carry their evidence, and its nodes lead to threads of the page.
 */
export function causeGraph(chain: WaitChain, places: PagePlaces): PageGraph {
  const nodes = new Map<string, PageNode>();
  const edges: PageEdge[] = [];
  const singles = singleThreads(chain);
  const inCycle = new Map((chain.cycle ?? []).map(({ thread, lockId }) => [thread.address, lockId]));
  const isCycleLock = (link: WaitChainLink) =>
    link.lockId !== undefined && [...inCycle.values()].includes(link.lockId);
  const add = (node: PageNode): string => {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
    return node.id;
  };
  const hasLink = (thread: KernelThread) =>
    chain.links.some(({ waiters }) => waiters.some(({ address }) => address === thread.address));
  const threadNode = (thread: KernelThread): string =>
    add({
      id: `thread ${thread.address}`,
      kind: thread.inDump ? 'Threads' : 'Missing',
      title: capital(threadName(thread)),
      lines: thread.inDump ? processLines([thread]) : ['not in the dumps'],
      threads: places.find(thread, chain.paths),
      isInCycle: inCycle.has(thread.address),
      isRoot: !chain.isDeadlock && !hasLink(thread),
    });

  for (const [index, link] of chain.links.slice(0, MAX_LINKS).entries()) {
    const isDrawn = drawnAlone(link.waiters, (thread) => singles.has(thread.address), inCycle);
    const own = link.waiters.filter(isDrawn);
    const folded = link.waiters.filter((thread) => !isDrawn(thread));
    const foldedCount = link.waiterCount - own.length;
    const target = link.kind === 'Thread' ? singles.get(link.address ?? '') : undefined;
    const hasOwner = link.heldBy.length > 0 || target !== undefined;
    const object = add({
      id: idOfLink(link, index),
      kind: KIND_OF_LINK[link.kind],
      ...objectLines(link),
      isInCycle: isCycleLock(link),
      isRoot: !chain.isDeadlock && !hasOwner,
    });
    const wait = { to: object, evidence: link.evidence };
    if (foldedCount > 0) {
      const group = add({
        id: `waiters ${index}`,
        kind: 'Threads',
        title: foldedCount === 1 ? '1 thread' : `${foldedCount} threads`,
        lines: [
          ...processLines(folded),
          ...(link.longestWaitMs === undefined ? [] : [`up to ${durationText(link.longestWaitMs)}`]),
        ],
        threads: folded.flatMap((thread) => places.find(thread, chain.paths)),
      });
      edges.push({ ...wait, from: group, label: edgeLabel(link, foldedCount) });
    }
    for (const thread of own) {
      const isInCycle = isCycleLock(link) && inCycle.get(thread.address) === link.lockId;
      edges.push({ ...wait, from: threadNode(thread), label: edgeLabel(link, 1), isInCycle });
    }
    const isDrawnOwner = drawnAlone(link.heldBy, () => true, inCycle);
    const others = link.heldBy.filter((thread) => !isDrawnOwner(thread));
    if (others.length > 0) {
      const rest = add({
        id: `owners ${index}`,
        kind: 'Threads',
        title: `${others.length} more threads`,
        lines: processLines(others),
        threads: others.flatMap((thread) => places.find(thread, chain.paths)),
      });
      edges.push({ from: object, to: rest, label: 'held by', evidence: link.evidence });
    }
    for (const owner of link.heldBy.filter(isDrawnOwner)) {
      const isInCycle = isCycleLock(link) && inCycle.has(owner.address);
      const held = { from: object, to: threadNode(owner), label: 'held by', evidence: link.evidence };
      edges.push({ ...held, isInCycle });
    }
    if (target !== undefined && link.heldBy.length === 0) {
      edges.push({ from: object, to: threadNode(target), label: 'from', evidence: link.evidence });
    }
  }
  return { nodes: [...nodes.values()], edges };
}
