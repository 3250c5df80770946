import type { VirtualAddress } from '../binary/address.ts';
import type { Mutable } from '../binary/mutable.ts';
import { atOnce, type Steps } from '../binary/steps.ts';
import type { LayoutSource } from '../kernel/layouts/layout-source.ts';
import { groupBy } from './group-by.ts';
import { collectLocks, type IdentifiedWait } from './locks/collect-locks.ts';
import { findResources } from './locks/find-resources.ts';
import type { FactLimit, KernelFacts, PendingRequest, ThreadWait } from './model.ts';
import { type IdentifiedObject, identifyObjects } from './objects/identify.ts';
import type { Lookups } from './objects/rule.ts';
import { workerPools } from './objects/worker-pools.ts';
import { deviceLookup, deviceRange } from './requests/devices.ts';
import { fileReference } from './requests/files.ts';
import { findRequests } from './requests/find-requests.ts';
import { lookAtThread, type ThreadLook } from './thread-look.ts';
import { type KernelView, threadReference, type ViewThread } from './view.ts';
import { endingOf, withEndedThreads } from './waits/ending.ts';
import { isWorkerWait, mayHideRequest } from './waits/raw-wait.ts';

function devicesOf(view: KernelView, requests: readonly PendingRequest[]) {
  const devices = new Set(
    requests.flatMap(({ locations }) => locations.flatMap(({ device }) => (device ? [device] : []))),
  );
  return deviceLookup(
    [...devices].map((device) => deviceRange(view, device)).filter((range) => range !== undefined),
  );
}

function threadWait(
  view: KernelView,
  { wait, objects }: IdentifiedWait,
  idOf: (object: IdentifiedObject) => string | undefined,
): ThreadWait {
  const { thread, reason, mode, timeout, inCriticalRegion, waitTimeMs, incomplete } = wait;
  const isIdle = isWorkerWait(wait) || (objects.length > 0 && objects.every((object) => object.isIdle));
  const ending = isIdle ? undefined : endingOf(view, thread.address);
  // Assigned one by one: to copy an object for each of them takes as long as to read the wait.
  const facts: Mutable<ThreadWait> = {
    thread: threadReference(view, thread.address),
    waitType: wait.waitType,
    objects: objects.map((object) => {
      const lock = idOf(object);
      return lock === undefined ? object.object : { ...object.object, lock };
    }),
    links: wait.links,
    isIdle,
    evidence: wait.evidence,
  };
  if (reason !== undefined) facts.reason = reason;
  if (mode !== undefined) facts.mode = mode;
  if (timeout !== undefined) facts.timeout = timeout;
  if (waitTimeMs !== undefined) facts.waitTimeMs = waitTimeMs;
  if (ending !== undefined) facts.ending = ending;
  if (inCriticalRegion !== undefined) facts.inCriticalRegion = inCriticalRegion;
  if (incomplete !== undefined) facts.incomplete = incomplete;
  return facts;
}

/** What this dump cannot show. */
function limitsOf(
  view: KernelView,
  waits: readonly ThreadWait[],
  listBroken: string | undefined,
): FactLimit[] {
  const limits: FactLimit[] = [];
  const add = (kind: FactLimit['kind'], message: string) => limits.push({ kind, message });
  const blind = waits.filter(({ objects, isIdle }) => objects.length === 0 && !isIdle).length;
  if (view.debuggerData === undefined)
    add('missing', 'The dump has no debugger data: threads and their waits cannot be found.');
  if (view.origin !== 'Pages')
    add(
      'byDesign',
      'A triage dump holds chosen memory: locks, owners and requests can be missing from the answer.',
    );
  if (view.origin === 'CaptureTriage')
    add(
      'byDesign',
      'A triage capture ends each wait for the time of its copy: the objects are those of the wait before.',
    );
  if (listBroken !== undefined) add('missing', `${listBroken}: resources can be missing from the answer.`);
  if (blind > 0)
    add(
      'byDesign',
      blind === 1
        ? 'What one waiting thread waits for is not in the dump.'
        : `What ${blind} waiting threads wait for is not in the dump.`,
    );
  return limits;
}

function layoutSources({ fields, io }: KernelView): Record<string, LayoutSource> {
  const source = fields.source('WaitBlockList');
  const thread = fields.source('AlpcWaitSemaphore');
  return {
    ...(source && { KTHREAD: source }),
    ...(thread && { ETHREAD: thread }),
    IRP: io.source,
    FILE_OBJECT: io.source,
  };
}

/**
 * Why the threads of a dump do not run: their waits, the locks and requests behind them, and the owners of those. Pure: it reads the
 * memory of the view. The cost is linear in threads, their stacks and the list of resources.
 * @throws Failure FileUnreadable
 */
export function kernelFacts(view: KernelView): KernelFacts {
  return atOnce(kernelFactsInSteps(view));
}

/**
 * The same in steps, of at most some milliseconds each.
 * @throws Failure FileUnreadable
 */
export function* kernelFactsInSteps(view: KernelView): Steps<KernelFacts> {
  const looks: ThreadLook[] = [];
  for (const thread of view.threads.values()) {
    looks.push(lookAtThread(view, thread));
    yield;
  }
  const raw = looks.flatMap(({ wait }) => wait ?? []);
  const lookOf = new Map<bigint, ThreadLook>(looks.map((look) => [look.thread.address, look]));
  const { requests: found, files } = yield* findRequests(view, {
    isSearched: ({ address }: ViewThread) => mayHideRequest(view, lookOf.get(address)?.wait),
    topLevelIrp: ({ address }: ViewThread) => lookOf.get(address)?.topLevelIrp,
  });
  const requests = withEndedThreads(view, found);
  const resources = yield* findResources(view, raw);
  const byThread = groupBy(requests, ({ thread }) => thread?.address);
  const look: Lookups = {
    ringAt: (block) => resources.rings.at(block),
    waiterAt: (block) => resources.rings.blockAt(block),
    resourceOfEvent: (event) => resources.ofEvent(event),
    requestsOf: (thread: VirtualAddress) => byThread.get(thread) ?? [],
    deviceAt: devicesOf(view, requests),
    fileAt: (file) => fileReference(view, file),
  };
  const identified: IdentifiedWait[] = [];
  for (const wait of raw) {
    identified.push({ wait, objects: identifyObjects(view, wait, look) });
    yield;
  }
  const mutants = looks.flatMap((each) => each.mutants);
  const { locks, idOf } = yield* collectLocks(view, identified, resources, requests, files, mutants);
  const waits = identified.map((wait) => threadWait(view, wait, idOf));
  return {
    origin: view.origin,
    waits,
    locks,
    requests,
    pools: workerPools(view, looks, waits),
    layoutSources: layoutSources(view),
    limits: limitsOf(view, waits, resources.listBroken),
  };
}
