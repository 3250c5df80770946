import { threadsAt } from '../capture/triage/threads-at.ts';
import { Failure } from '../contract/failure.ts';
import type { ChainsRequest } from '../contract/generated/types.ts';
import type { Dump } from '../dump/dump.ts';
import type { WaitChain } from '../explain/chains/chain.ts';
import { type ExplainContext, explainChain } from '../explain/chains/explain-chain.ts';
import { findChains, READY_STATES } from '../explain/chains/find-chains.ts';
import { joinDumps } from '../explain/chains/join-dumps.ts';
import { isMicrosoftName } from '../explain/crash/microsoft-drivers.ts';
import { waitGraph } from '../explain/graph/wait-graph.ts';
import type { KernelFacts, ThreadReference } from '../explain/model.ts';
import { loadSignatures } from '../explain/signatures/signatures.ts';
import { threadReference } from '../explain/view.ts';
import type { NamedFrame } from '../stack/named-frame.ts';
import { captureBlockers } from './capture-blockers.ts';
import type { ReadingContext } from './context.ts';
import { type Explained, explainEach } from './explain-dumps.ts';
import { waitChainRecord } from './records/wait-chain-record.ts';

/** Dumps of one boot of one machine: their facts are about the same objects. */
interface Boot {
  readonly kernelBase: bigint;
  /** When the machine was started, milliseconds since 1601; undefined where the header does not hold it. */
  readonly startedMs: number | undefined;
  readonly machine: string | undefined;
  readonly build: number | undefined;
  readonly paths: string[];
  readonly facts: KernelFacts[];
  readonly states: Map<bigint, string>;
  readonly waitTimes: Map<bigint, number>;
  readonly frames: Map<bigint, readonly NamedFrame[]>;
  readonly wanted: Set<bigint>;
  readonly threads: Map<bigint, ThreadReference>;
  /** Whether every thread of each dump was asked for. */
  wantsAll: boolean;
}

/** The clock may be set between two dumps of one boot, and header times are not exact. */
const SAME_BOOT_MS = 60_000;
/** 100 ns units in a millisecond. */
const UNITS_PER_MS = 10_000n;
/** The number of threads with frames kept until all dumps have been read. A chain shows a few of them. */
const MOST_STACKS = 20_000;

function startOf({ header }: Dump): number | undefined {
  const time = header.get('SystemTime');
  const up = header.get('SystemUpTime');
  return time === undefined || up === undefined ? undefined : Number((time - up) / UNITS_PER_MS);
}

function bootOf(boots: Boot[], { source: { opened }, view }: Explained): Boot {
  const { dump, simulatedMachine } = opened;
  const kernelBase = dump.drivers()[0]?.base ?? 0n;
  const startedMs = startOf(dump);
  const known = boots.find(
    (boot) =>
      boot.kernelBase === kernelBase &&
      boot.machine === simulatedMachine &&
      startedMs !== undefined &&
      boot.startedMs !== undefined &&
      Math.abs(boot.startedMs - startedMs) < SAME_BOOT_MS,
  );
  if (known !== undefined) return known;
  const made: Boot = {
    kernelBase,
    startedMs,
    machine: simulatedMachine,
    build: view.build,
    paths: [],
    facts: [],
    states: new Map(),
    waitTimes: new Map(),
    frames: new Map(),
    wanted: new Set(),
    threads: new Map(),
    wantsAll: true,
  };
  boots.push(made);
  return made;
}

/** Adds what one dump shows. Its memory is not kept. */
function collect(boot: Boot, { source, view, facts }: Explained): void {
  if (source.path !== undefined) boot.paths.push(source.path);
  boot.facts.push(facts);
  boot.wantsAll &&= source.threads.length === view.threads.size;
  for (const { address } of source.threads) boot.wanted.add(address);
  for (const { address, state, standing } of view.threads.values()) {
    boot.threads.set(address, threadReference(view, address));
    const shown = standing?.state ?? state;
    if (shown !== undefined) boot.states.set(address, shown);
  }
  for (const { thread, waitTimeMs, isIdle } of facts.waits) {
    if (waitTimeMs !== undefined) boot.waitTimes.set(thread.address, waitTimeMs);
    if (!isIdle && boot.frames.size < MOST_STACKS)
      boot.frames.set(thread.address, view.frames(thread.address));
  }
  // Owners that run have a stack too, and no wait.
  for (const { owners } of facts.locks) {
    for (const { thread } of owners) {
      if (thread?.inDump === true && boot.frames.size < MOST_STACKS)
        boot.frames.set(thread.address, view.frames(thread.address));
    }
  }
}

function chainsOf(boot: Boot, { includeLone = false }: ChainsRequest): WaitChain[] {
  const graph = waitGraph({
    ...joinDumps(boot.facts, boot.threads.values()),
    stateOf: (thread) => boot.states.get(thread),
  });
  const chains = findChains(graph, { includeLone, waitTimeOf: ({ address }) => boot.waitTimes.get(address) });
  return boot.wantsAll
    ? chains
    : chains.filter(({ threads }) => threads.some(({ address }) => boot.wanted.has(address)));
}

function filterOf({ deadlock = false, minimumWaitMs }: ChainsRequest) {
  return ({ root, longestWaitMs }: WaitChain): boolean =>
    (!deadlock || root.kind === 'Deadlock') &&
    (minimumWaitMs === undefined || (longestWaitMs ?? -1) >= minimumWaitMs);
}

/**
 * Writes one `WaitChain` record for each cause of waiting, the one that holds up most first. Dumps of one boot of one machine
 * are explained together, so an owner that one dump lacks is found in another.
 * @throws Failure InvalidRequest, FileNotFound, FileUnreadable, SymbolPathInvalid, UnknownMachine, NotWindows,
 * UnsafeNativeLibrary, Cancelled
 */
export async function findWaitChains(request: ChainsRequest, context: ReadingContext): Promise<void> {
  const { output } = context;
  const signatures = loadSignatures(request.signaturePaths);
  const boots: Boot[] = [];
  const add = (explained: Explained) => {
    collect(bootOf(boots, explained), explained);
    return Promise.resolve();
  };
  if (request.captureBlockers === true && request.threads === undefined)
    throw new Failure(
      'InvalidRequest',
      'Only for live threads can the threads that hold them up be captured.',
      {
        target: 'captureBlockers',
      },
    );
  await explainEach(request, context, 'chains', add);
  if (request.captureBlockers === true) {
    const machine = await context.machine(request.machine);
    await captureBlockers({
      missing: () =>
        boots.flatMap((boot) => chainsOf(boot, request).flatMap((chain) => chain.missingThreads)),
      find: (addresses) => threadsAt(machine, addresses),
      capture: (threads) => {
        const { paths: _paths, ...live } = request;
        return explainEach({ ...live, threads }, context, 'chains', add);
      },
    });
  }
  const passes = filterOf(request);
  let left = request.top ?? Number.POSITIVE_INFINITY;
  let omitted = 0;
  for (const boot of boots) {
    const stackOf = ({ address }: ThreadReference) => boot.frames.get(address);
    const requests = new Map(
      boot.facts.flatMap((facts) =>
        facts.requests.map((each) => [each.thread?.address as bigint, each] as const),
      ),
    );
    const explaining: ExplainContext = {
      signatures,
      isThirdParty: (module) => !isMicrosoftName(module),
      ...(boot.build !== undefined && { build: boot.build }),
      threads: [...boot.threads.values()],
      requestOf: ({ address }) => requests.get(address),
      stackOf,
      pools: boot.facts.flatMap(({ pools }) => pools),
    };
    const states = [...boot.states.values()];
    const runningThreadCount = states.filter((state) => state === 'Running').length;
    const readyThreadCount = states.filter((state) => READY_STATES.has(state)).length;
    const chains = chainsOf(boot, request).filter(passes);
    const shown = chains.slice(0, left);
    left -= shown.length;
    omitted += chains.length - shown.length;
    for (const [index, chain] of shown.entries()) {
      const place = {
        paths: boot.paths,
        ...(boot.machine !== undefined && { machine: boot.machine }),
        rank: index + 1,
        totalThreadCount: boot.threads.size,
        runningThreadCount,
        readyThreadCount,
        stackOf,
      };
      await output.record('WaitChain', waitChainRecord(explainChain(chain, explaining), place));
    }
    if (chains.length === 0 && boot.paths.length > 0) {
      output.warning(
        'Nothing in these dumps waits for a lock, a request or another thread.',
        boot.paths.join(', '),
      );
    }
  }
  if (omitted > 0) output.warning(`${omitted} more chains are not shown.`, formatTop(request));
}

const formatTop = ({ top }: ChainsRequest) => `top ${top ?? ''}`.trimEnd();
