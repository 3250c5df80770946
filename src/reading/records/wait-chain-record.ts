import { formatAddress } from '../../binary/address.ts';
import type {
  WaitChain as ChainRecord,
  WaitChainLink,
  WaitChainStack,
  WaitCycleStep,
} from '../../contract/generated/types.ts';
import {
  type Awaited,
  type ChainLink,
  type CycleStep,
  OWNERS_OF_A_CUT_CHAIN,
} from '../../explain/chains/chain.ts';
import type { ExplainedChain } from '../../explain/chains/explain-chain.ts';
import { awaitedText } from '../../explain/chains/words.ts';
import type { ThreadReference, WorkerPool } from '../../explain/model.ts';
import { formatFrame, type NamedFrame } from '../../stack/named-frame.ts';
import { answerLines, type ChainAnswer } from './answer-text.ts';
import { evidenceOf, threadRecordOf } from './explain-words.ts';
import { addresses, defined } from './record-tools.ts';

/** What a chain's record has beside the chain. */
export interface ChainPlace {
  readonly paths: readonly string[];
  readonly machine?: string;
  readonly rank: number;
  readonly totalThreadCount: number;
  readonly runningThreadCount: number;
  readonly readyThreadCount: number;
  /** Every work queue of the kernel that the dumps hold. */
  readonly pools: readonly WorkerPool[];
  stackOf(thread: ThreadReference): readonly NamedFrame[] | undefined;
}

function queueCounts(pools: readonly WorkerPool[]) {
  if (pools.length === 0) return {};
  return {
    workQueueCount: pools.length,
    workerCount: pools.reduce((sum, { workers }) => sum + workers.length, 0),
    idleWorkerCount: pools.reduce((sum, { idleCount }) => sum + idleCount, 0),
  };
}

function addressOf(awaited: Awaited): bigint | undefined {
  switch (awaited.kind) {
    case 'Lock':
      return awaited.lock.address;
    case 'Request':
      return awaited.request.address;
    case 'Thread':
      return awaited.thread.address;
    case 'Process':
      return awaited.process.address;
    case 'Object':
      return awaited.object.address;
  }
}

function fileOf(awaited: Awaited): string | undefined {
  if (awaited.kind === 'Lock') return awaited.lock.name?.file?.name?.text;
  if (awaited.kind === 'Request') return awaited.request.file?.name?.text;
  return awaited.kind === 'Object' ? awaited.object.file?.name?.text : undefined;
}

const lockIdOf = (awaited: Awaited) => (awaited.kind === 'Lock' ? awaited.lock.id : undefined);

function linkRecord(
  { waitsFor, waiters, longestWaitMs, activity, evidence }: ChainLink,
  isCut: boolean,
): WaitChainLink {
  const all = waitsFor.kind === 'Lock' ? waitsFor.lock.owners : [];
  const owners = isCut ? all.slice(0, OWNERS_OF_A_CUT_CHAIN) : all;
  return {
    waitsFor: awaitedText(waitsFor),
    kind: waitsFor.kind,
    ...addresses({ address: addressOf(waitsFor) }),
    ...defined({ lockId: lockIdOf(waitsFor), fileName: fileOf(waitsFor) }),
    waiterCount: waiters.length,
    waiters: waiters.map(threadRecordOf),
    heldBy: owners.flatMap(({ thread }) => (thread === undefined ? [] : [threadRecordOf(thread)])),
    ...defined({ longestWaitMs, activity }),
    ...evidenceOf(evidence),
  } as WaitChainLink;
}

const cycleRecord = ({ thread, waitsFor, evidence }: CycleStep): WaitCycleStep =>
  ({
    thread: threadRecordOf(thread),
    waitsFor: awaitedText(waitsFor),
    ...defined({ lockId: lockIdOf(waitsFor) }),
    evidence: evidence.class,
  }) as WaitCycleStep;

/** Stacks of one chain. A person reads a few, and the others are those of their threads. */
const MOST_STACKS = 32;

/** The stacks that a person reads first: of a deadlock all, else one waiter of each level and the thread at the end; of many the last ones. */
function stackRecords({ chain }: ExplainedChain, { stackOf }: ChainPlace): WaitChainStack[] {
  const cycle = chain.root.cycle ?? [];
  const chosen: (readonly [ThreadReference, string])[] =
    cycle.length > 0
      ? cycle.map(({ thread }) => [thread, 'Cycle'] as const)
      : [
          ...chain.links.flatMap(({ waiters: [first] }) =>
            first === undefined ? [] : [[first, 'Waiter'] as const],
          ),
          ...(chain.root.thread === undefined ? [] : [[chain.root.thread, 'Holder'] as const]),
        ];
  // The thread at the end is also the waiter of the last level: its role is that of the holder.
  const roles = new Map(chosen.map(([thread, role]) => [thread.address, { thread, role }]));
  return [...roles.values()].slice(-MOST_STACKS).flatMap(({ thread, role }) => {
    const frames = stackOf(thread);
    return frames === undefined || frames.length === 0
      ? []
      : [{ thread: threadRecordOf(thread), role, frames: frames.map(formatFrame) }];
  });
}

/** The contract's record of a chain. */
export function waitChainRecord(explained: ExplainedChain, place: ChainPlace): ChainRecord {
  const { chain, headline, statements, signatures, nextSteps, notKnown } = explained;
  const { root, threads, longestWaitMs, links, missingThreads, isCut } = chain;
  const request = root.request;
  const answer = {
    paths: [...place.paths],
    ...(place.machine !== undefined && { simulated: true, machine: place.machine }),
    rank: place.rank,
    headline: headline.text,
    evidence: headline.evidence,
    rootKind: root.kind,
    ...(root.thread && { rootThread: threadRecordOf(root.thread) }),
    ...(request && { rootRequestAddress: formatAddress(request.address) }),
    ...defined({
      rootDriver: request?.holder?.driver?.name,
      rootFileName: request?.file?.name?.text,
      rootProcessId: root.process?.processId,
      rootProcessName: root.process?.processName,
    }),
    threadCount: threads.length,
    totalThreadCount: place.totalThreadCount,
    runningThreadCount: place.runningThreadCount,
    readyThreadCount: place.readyThreadCount,
    ...queueCounts(place.pools),
    ...defined({ longestWaitMs }),
    isDeadlock: root.kind === 'Deadlock',
    ...(root.brokenByTimeout === true && { brokenByTimeout: true }),
    threads: threads.map(threadRecordOf),
    links: links.map((link) => linkRecord(link, isCut)),
    ...(root.cycle && { cycle: root.cycle.map(cycleRecord) }),
    explanation: statements.map(({ text, evidence, basis }) => ({ text, evidence, ...defined({ basis }) })),
    signatures: signatures.map(({ frames, ...signature }) => ({ ...signature, frames: [...frames] })),
    nextSteps: [...nextSteps],
    notKnown: [...notKnown],
    missingThreads: missingThreads.map(threadRecordOf),
    stacks: stackRecords(explained, place),
    ...(isCut && { isCut }),
  } as ChainAnswer;
  return { ...answer, lines: answerLines(answer) };
}
