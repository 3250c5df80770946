import { addressAt, formatAddress, parseAddress } from '../../binary/address.ts';
import type { Departed, Moment, Observation } from '../../compare/observation.ts';
import type { CapturedThread, CaptureManifest } from '../../contract/generated/types.ts';
import { isoFromFileTime } from '../../contract/time.ts';
import { tryReadU32 } from '../../dump/memory/memory.ts';
import { derived, fromMemory } from '../../explain/evidence.ts';
import type { Evidence, ThreadWait } from '../../explain/model.ts';
import type { ViewThread } from '../../explain/view.ts';
import { withoutCaptureFrames } from '../../stack/capture-frames.ts';
import { stackKey } from '../../stack/group.ts';
import { formatFrame } from '../../stack/named-frame.ts';
import { stackWaits } from '../records/stack-wait.ts';
import type { Explained } from '../sources/explain-dumps.ts';

/** When a look began and ended, milliseconds since 1970; undefined where the source has no time. */
export interface LookTimes {
  readonly beginMs: number | undefined;
  readonly endMs: number | undefined;
  /** When the dump was written, by the clock that times of creation count on. */
  readonly clockMs: number | undefined;
}

const parsedTime = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));

/**
 * The times of a look. A manifest has them of the listings around the capture; the header of a dump has one of the dump itself.
 * @param liveMs when a live look began, which has neither file nor manifest
 */
export function lookTimes({ source: { opened } }: Explained, liveMs?: number): LookTimes {
  const time = opened.dump.header.get('SystemTime');
  const clockMs = time === undefined ? undefined : parsedTime(isoFromFileTime(time));
  const manifest = opened.manifest();
  const beginMs = parsedTime(manifest?.createdTime) ?? liveMs ?? clockMs;
  return { beginMs, endMs: parsedTime(manifest?.afterTime) ?? beginMs, clockMs };
}

const listed = fromMemory('context switches that Windows listed');

/** Keeps one copy of equal texts: threads share most of their frames. */
export type Interner = (text: string) => string;

export function interner(): Interner {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
}

/** What the copy of a thread object holds of its scheduling, and how the counter's place is known. */
function inMemory(
  { view }: Explained,
  thread: ViewThread,
): { readonly moment: Moment; readonly counted?: Evidence } {
  const { fields, memory } = view;
  const { state, waitReason, waitTimeMs } = thread;
  const offset = fields.offset('ContextSwitches');
  const contextSwitches =
    offset === undefined ? undefined : tryReadU32(memory, addressAt(thread.address, offset));
  const counted =
    contextSwitches === undefined
      ? undefined
      : fields.source('ContextSwitches') === 'Types'
        ? fromMemory('KTHREAD.ContextSwitches')
        : derived('KTHREAD.ContextSwitches by a rule of offsets');
  return {
    moment: {
      ...(state !== undefined && { state }),
      ...(waitReason !== undefined && { waitReason }),
      ...(waitTimeMs !== undefined && { waitTimeMs }),
      ...(contextSwitches !== undefined && { contextSwitches }),
    },
    ...(counted && { counted }),
  };
}

type Listed = Pick<CapturedThread, 'state' | 'waitReason' | 'waitTimeMs' | 'contextSwitches' | 'after'>;

function momentOf(
  { state, waitReason, waitTimeMs, contextSwitches }: Omit<Listed, 'after'>,
  timeMs: number | undefined,
): Moment {
  return {
    ...(timeMs !== undefined && { timeMs }),
    ...(state !== undefined && { state }),
    ...(waitReason !== undefined && { waitReason }),
    ...(waitTimeMs !== undefined && { waitTimeMs }),
    ...(contextSwitches !== undefined && { contextSwitches }),
  };
}

/** The moments around a look, from the listings beside it where there are any, else from the copy itself. */
function momentsOf(
  explained: Explained,
  thread: ViewThread,
  times: LookTimes,
): Pick<Observation, 'before' | 'after' | 'counted'> {
  const known: Listed | undefined = explained.source.stateAtCapture(thread);
  if (known?.contextSwitches !== undefined)
    return {
      before: momentOf(known, times.beginMs),
      ...(known.after && { after: momentOf(known.after, times.endMs) }),
      counted: listed,
    };
  const { moment, counted } = inMemory(explained, thread);
  const isDisturbed = explained.view.origin === 'CaptureTriage';
  const { beginMs: timeMs } = times;
  return {
    before: isDisturbed
      ? // The capture hides the state in its copies, and begins the wait anew.
        momentOf(
          {
            ...(moment.contextSwitches !== undefined && { contextSwitches: moment.contextSwitches }),
            ...known,
          },
          timeMs,
        )
      : momentOf(moment, timeMs),
    ...(counted && { counted }),
  };
}

function queueOf(
  wait: ThreadWait | undefined,
  pools: ReadonlyMap<bigint, Observation['queue']>,
  thread: bigint,
): Observation['queue'] {
  const queue = wait?.objects.find((object) => object.queue?.itemsProcessed !== undefined)?.queue;
  if (queue?.itemsProcessed === undefined) return pools.get(thread);
  return { address: queue.address, itemsProcessed: queue.itemsProcessed, evidence: queue.evidence };
}

function poolQueues({ facts }: Explained): ReadonlyMap<bigint, Observation['queue']> {
  return new Map(
    facts.pools.flatMap(({ queue: { address, itemsProcessed, evidence }, workers }) =>
      itemsProcessed === undefined
        ? []
        : workers.map((worker) => [worker.address, { address, itemsProcessed, evidence }] as const),
    ),
  );
}

function requestsByThread({ facts }: Explained): ReadonlyMap<bigint, Observation['requests']> {
  const byThread = new Map<bigint, Observation['requests'][number][]>();
  for (const { address, currentLocation, evidence, thread, foundThrough } of facts.requests) {
    const owner = (foundThrough ?? thread)?.address;
    if (owner === undefined) continue;
    const request = { address, location: currentLocation, evidence };
    const known = byThread.get(owner);
    if (known === undefined) byThread.set(owner, [request]);
    else known.push(request);
  }
  return byThread;
}

/** Whether a dump shows the thread itself, and not only a piece of its object. */
function isShown({ view, source }: Explained, thread: ViewThread): boolean {
  if (view.origin !== 'CaptureTriage') return true;
  return source.stateAtCapture(thread) !== undefined || thread.kernelStack !== undefined;
}

/** The threads of one dump as observations. Linear in its threads and their frames. */
export function observeThreads(explained: Explained, times: LookTimes, intern: Interner): Observation[] {
  const { source, view, facts } = explained;
  const waits = new Map<bigint, ThreadWait>(facts.waits.map((wait) => [wait.thread.address, wait]));
  const words = stackWaits(explained);
  const requests = requestsByThread(explained);
  const pools = poolQueues(explained);
  return source.threads
    .filter((thread) => isShown(explained, thread))
    .map((thread): Observation => {
      const { address, threadId, processId } = thread;
      const wait = waits.get(address);
      const said = words.get(address);
      const own = withoutCaptureFrames(view.frames(address));
      const processName = thread.process && view.processes.get(thread.process)?.name;
      const createTimeRaw = source.stateAtCapture(thread)?.createTimeRaw;
      const queue = queueOf(wait, pools, address);
      return {
        address,
        ...(threadId !== undefined && { threadId }),
        ...(processId !== undefined && { processId }),
        ...(processName !== undefined && { processName }),
        ...(createTimeRaw !== undefined && { createTimeRaw }),
        ...(source.path !== undefined && { path: source.path }),
        isDisturbing: view.origin === 'CaptureTriage',
        ...momentsOf(explained, thread, times),
        ...(own.length > 0 && {
          key: intern(stackKey({ frames: own, end: '' }, { kind: 'symbol' })),
          stack: own.map((frame) => intern(formatFrame(frame))),
        }),
        ...(wait && wait.objects.length > 0 && { objects: wait.objects.map((object) => object.address) }),
        isIdle: wait?.isIdle === true,
        requests: requests.get(address) ?? [],
        ...(queue && { queue }),
        ...(said?.waitingFor !== undefined && { waitingFor: said.waitingFor }),
        ...(said?.heldBy && { heldBy: said.heldBy }),
        ...(said?.heldByEvidence !== undefined && { heldByEvidence: said.heldByEvidence }),
        ...(said?.doing !== undefined && { doing: said.doing }),
      };
    });
}

const DEPARTED = new Set(['Exited', 'Replaced']);

/** What a manifest holds of threads that are in none of its dumps: those that had gone, and those that were listed and not captured. */
export function observeOthers(
  manifest: CaptureManifest,
  times: LookTimes,
  isWanted: (address: string | undefined) => boolean,
): { readonly observations: readonly Observation[]; readonly departed: readonly Departed[] } {
  const others = manifest.threads.filter(
    ({ verdict, objectAddress }) => verdict !== 'Captured' && isWanted(objectAddress),
  );
  const departed = others
    .filter(({ verdict }) => DEPARTED.has(verdict))
    .map(({ processId, threadId, reason }) => ({ processId, threadId, reason: reason ?? 'It has exited.' }));
  const observations = others
    .filter(({ verdict, contextSwitches }) => !DEPARTED.has(verdict) && contextSwitches !== undefined)
    .map((thread): Observation => {
      const { processId, processName, threadId, createTimeRaw, objectAddress, verdict, attempts, after } =
        thread;
      const address = objectAddress === undefined ? undefined : parseAddress(objectAddress);
      return {
        ...(address !== undefined && { address }),
        processId,
        threadId,
        ...(processName !== undefined && { processName }),
        ...(createTimeRaw !== undefined && { createTimeRaw }),
        // In a thread that timed out the capture never ran.
        isDisturbing: attempts > 0 && verdict !== 'TimedOut',
        before: momentOf(thread, times.beginMs),
        ...(after && { after: momentOf(after, times.endMs) }),
        counted: listed,
        isIdle: false,
        requests: [],
      };
    });
  return { observations, departed };
}

/** Whether an address is among the wanted ones; all are where none are named. */
export function wantedAddresses(
  addresses: readonly string[] | undefined,
): (address: string | undefined) => boolean {
  if (addresses === undefined) return () => true;
  const wanted = new Set(addresses);
  return (address) => address !== undefined && wanted.has(address);
}

export const addressText = (address: bigint | undefined) =>
  address === undefined ? undefined : formatAddress(address);
