import path from 'node:path';
import { type Comparison, compareSides, isStuck } from '../../compare/compare.ts';
import { VERDICTS } from '../../compare/judge.ts';
import type { Departed, Observation, Side } from '../../compare/observation.ts';
import { Failure } from '../../contract/failure.ts';
import type {
  CaptureManifest,
  CompareRequest,
  ThreadLook,
  ThreadReference,
} from '../../contract/generated/types.ts';
import type { Output } from '../../contract/output.ts';
import type { Machine } from '../../machine/port.ts';
import { comparisonRecord, comparisonSummary } from '../records/comparison-record.ts';
import { type BootIdentity, bootIdentity, isSameBoot } from '../sources/boot-identity.ts';
import type { ReadingContext } from '../sources/context.ts';
import { expandSets } from '../sources/expand-sets.ts';
import { type Explained, explainEach } from '../sources/explain-dumps.ts';
import { observeLook } from './observe-looks.ts';
import {
  addressText,
  type Interner,
  interner,
  lookTimes,
  observeOthers,
  observeThreads,
  wantedAddresses,
} from './observe-threads.ts';

type SideName = 'reference' | 'difference';

/** One side of one boot, while its dumps are read. */
interface Look {
  readonly paths: string[];
  readonly observations: Observation[];
  readonly departed: Departed[];
  isWhole: boolean;
  /** When the first dump of the side was begun. */
  beginMs: number;
  /** When its first and its last dump were written, by the clock of the machine. */
  firstMs: number;
  lastMs: number;
}

interface Boot {
  /** Undefined until a dump shows which start of which machine it is: live looks alone do not. */
  identity: BootIdentity | undefined;
  readonly machine: string | undefined;
  readonly reference: Look;
  readonly difference: Look;
}

/** The name of the running Windows, which dumps do not have. */
const LOCAL = 'local';
/** Observations that one comparison keeps; one takes about a kilobyte, and its frames are shared. */
const MOST_OBSERVATIONS = 400_000;

const emptyLook = (): Look => ({
  paths: [],
  observations: [],
  departed: [],
  isWhole: false,
  beginMs: Number.POSITIVE_INFINITY,
  firstMs: Number.POSITIVE_INFINITY,
  lastMs: Number.NEGATIVE_INFINITY,
});

/** Collects both sides of every boot, dump by dump. No memory of a dump is kept. */
interface Collection {
  readonly boots: readonly Boot[];
  add(side: SideName, explained: Explained, liveMs?: number): void;
  /** Threads that are in no file. @throws Failure NotComparable for those of several machines */
  addLooks(side: SideName, looks: readonly ThreadLook[]): void;
}

/** FILETIME counts from 1601, JavaScript from 1970: milliseconds in between. */
const EPOCH_DISTANCE_MS = 11_644_473_600_000;
/** The clock may be set between a look and a dump of one start. */
const CLOCK_SLACK_MS = 60_000;

/** Whether live looks, which name their machine alone, may be of the start of a dump. */
function mayBeOf({ machine, reference, difference }: Boot, identity: BootIdentity): boolean {
  const earliest = Math.min(reference.beginMs, difference.beginMs);
  const startedMs = (identity.startedMs ?? 0) - EPOCH_DISTANCE_MS;
  return machine === identity.machine && !(earliest + CLOCK_SLACK_MS < startedMs);
}

function collection(request: CompareRequest, output: Output): Collection {
  const boots: Boot[] = [];
  const intern: Interner = interner();
  const wanted = {
    reference: wantedAddresses(request.referenceAddresses),
    difference: wantedAddresses(request.differenceAddresses),
  };
  const manifests = new Set<CaptureManifest>();
  let kept = 0;
  let isFull = false;

  function bootOf({ source: { opened } }: Explained): Boot {
    const identity = bootIdentity(opened.dump, opened.simulatedMachine);
    const known = boots.find((boot) => boot.identity !== undefined && isSameBoot(boot.identity, identity));
    if (known !== undefined) return known;
    const open = boots.find((boot) => boot.identity === undefined && mayBeOf(boot, identity));
    if (open !== undefined) {
      open.identity = identity;
      return open;
    }
    const { machine } = identity;
    const made: Boot = { identity, machine, reference: emptyLook(), difference: emptyLook() };
    boots.push(made);
    return made;
  }

  function keep(look: Look, observations: readonly Observation[], target: string | undefined): void {
    for (const each of observations) {
      if (kept >= MOST_OBSERVATIONS) {
        if (!isFull)
          output.error(
            new Failure(
              'AnswerIncomplete',
              `The first ${MOST_OBSERVATIONS} threads of all dumps are compared; the others are left out.`,
              target === undefined ? {} : { target },
            ),
          );
        isFull = true;
        return;
      }
      kept += 1;
      look.observations.push(each);
    }
  }

  return {
    boots,
    addLooks(side, looks) {
      const machines = new Set(looks.map(({ machine = LOCAL }) => machine));
      const [name = LOCAL, other] = machines;
      if (other !== undefined)
        throw new Failure('NotComparable', `Threads of the ${side} are of ${name} and of ${other}.`, {
          target: side,
        });
      const machine = name === LOCAL ? undefined : name;
      let boot = boots.find((each) => each.identity === undefined && each.machine === machine);
      if (boot === undefined) {
        boot = { identity: undefined, machine, reference: emptyLook(), difference: emptyLook() };
        boots.push(boot);
      }
      const look = boot[side];
      keep(look, looks.map(observeLook), undefined);
      for (const { before } of look.observations)
        if (before.timeMs !== undefined) look.beginMs = Math.min(look.beginMs, before.timeMs);
    },
    add(side, explained, liveMs) {
      const { source, view } = explained;
      const look = bootOf(explained)[side];
      const times = lookTimes(explained, liveMs);
      const isWanted = wanted[side];
      const seen = observeThreads(explained, times, intern);
      keep(
        look,
        seen.filter(({ address }) => isWanted(addressText(address))),
        source.path,
      );
      const manifest = source.opened.manifest();
      if (manifest !== undefined && !manifests.has(manifest)) {
        manifests.add(manifest);
        const others = observeOthers(manifest, times, isWanted);
        keep(look, others.observations, source.path);
        for (const each of others.departed) look.departed.push(each);
      }
      if (source.path !== undefined) look.paths.push(source.path);
      look.isWhole ||= view.origin === 'Pages';
      const { beginMs, clockMs } = times;
      if (beginMs !== undefined) look.beginMs = Math.min(look.beginMs, beginMs);
      if (clockMs === undefined) return;
      look.firstMs = Math.min(look.firstMs, clockMs);
      look.lastMs = Math.max(look.lastMs, clockMs);
    },
  };
}

const finite = (ms: number) => (Number.isFinite(ms) ? ms : undefined);

function sideOf({ observations, departed, isWhole, firstMs }: Look): Side {
  return { observations, departed, isWhole, ...(Number.isFinite(firstMs) && { firstMs }) };
}

/** What is asked for, dump by dump: each file belongs to one side. */
function filesOf({ reference, difference }: CompareRequest): ReadonlyMap<string, SideName> {
  const sides = new Map<string, SideName>(
    expandSets(reference ?? []).map((file) => [file, 'reference'] as const),
  );
  const resolved = new Set([...sides.keys()].map((file) => path.resolve(file)));
  for (const file of expandSets(difference ?? [])) {
    if (resolved.has(path.resolve(file)))
      throw new Failure('InvalidRequest', `${file} is on both sides; a look is compared with another one.`, {
        target: file,
      });
    sides.set(file, 'difference');
  }
  return sides;
}

/** The live threads of a look, and those that are not there any more. */
function liveThreads(machine: Machine, { observations, lastMs }: Look) {
  const threadsOf = new Map(
    machine
      .processes()
      .map(({ processId, threads }) => [
        processId,
        new Map(threads.map((thread) => [thread.threadId, thread])),
      ]),
  );
  const present: ThreadReference[] = [];
  const departed: Departed[] = [];
  const known = new Set<string>();
  const watched = new Set<number>();
  for (const { processId, threadId, createTimeRaw } of observations) {
    if (processId === undefined || threadId === undefined) continue;
    watched.add(processId);
    known.add(`${processId}:${threadId}`);
    const found = threadsOf.get(processId)?.get(threadId);
    if (found === undefined) departed.push({ processId, threadId, reason: 'It has exited.' });
    else if (createTimeRaw !== undefined && found.createTime.toString() !== createTimeRaw)
      departed.push({ processId, threadId, reason: 'Its id belongs to a later thread now.' });
    else present.push({ processId, threadId, createTimeRaw: found.createTime.toString() });
  }
  // Threads of the same processes that began since.
  const since = BigInt(Number.isFinite(lastMs) ? Math.round(lastMs) : 0) * 10_000n + 116_444_736_000_000_000n;
  for (const processId of watched) {
    for (const { threadId, createTime } of threadsOf.get(processId)?.values() ?? []) {
      if (Number.isFinite(lastMs) && createTime > since && !known.has(`${processId}:${threadId}`))
        present.push({ processId, threadId, createTimeRaw: createTime.toString() });
    }
  }
  return { present, departed };
}

/** What of the request is about reading, whatever is read. */
function readingOf(request: CompareRequest) {
  const { reference: _reference, difference: _difference, ...rest } = request;
  return rest;
}

/** Looks now at the live threads of the reference. */
async function lookNow(request: CompareRequest, context: ReadingContext, dumps: Collection): Promise<void> {
  const [boot, ...others] = dumps.boots;
  if (boot === undefined) return;
  if (others.length > 0)
    throw new Failure(
      'NotComparable',
      'The reference is of several machines or starts of Windows; a live look is at one.',
      {
        target: others[0]?.reference.paths[0] ?? 'reference',
      },
    );
  const name = request.machine ?? boot.machine;
  const machine = await context.machine(name);
  const { present, departed } = liveThreads(machine, boot.reference);
  for (const each of departed) boot.difference.departed.push(each);
  const rest = readingOf(request);
  const now = Date.now();
  if (present.length > 0)
    await explainEach(
      { ...rest, threads: present, ...(name !== undefined && { machine: name }) },
      context,
      'compare',
      async (explained) => dumps.add('difference', explained, now),
    );
  if (dumps.boots.length > 1)
    throw new Failure(
      'NotComparable',
      'Windows was started again since the reference, or the reference is of another machine.',
      {
        target: boot.reference.paths[0] ?? 'reference',
      },
    );
}

const RANK = new Map<string, number>(VERDICTS.map((verdict, index) => [verdict, index]));

function inOrder(comparisons: readonly Comparison[]): Comparison[] {
  const waited = ({ difference, reference }: Comparison) => (difference ?? reference)?.before.waitTimeMs ?? 0;
  return [...comparisons].sort(
    (a, b) => (RANK.get(a.verdict) ?? 0) - (RANK.get(b.verdict) ?? 0) || waited(b) - waited(a),
  );
}

/** Whether a look was taken before another one; false where the time of one is not known. */
function isBefore(a: Look, b: Look): boolean {
  const known = (first: number, second: number) => Number.isFinite(first) && Number.isFinite(second);
  if (known(a.firstMs, b.firstMs)) return a.firstMs < b.firstMs;
  return known(a.beginMs, b.beginMs) && a.beginMs < b.beginMs;
}

function refuseOneSided({ reference, difference }: Boot, output: Output): boolean {
  const isSeen = ({ paths, observations, departed }: Look) =>
    paths.length + observations.length + departed.length > 0;
  if (isSeen(reference) && isSeen(difference)) {
    if (!isBefore(difference, reference)) return false;
    output.error(
      new Failure('NotComparable', 'The difference was taken before the reference.', {
        target: difference.paths[0] ?? 'difference',
      }),
    );
    return true;
  }
  const [known, other] = isSeen(reference) ? [reference, 'difference'] : [difference, 'reference'];
  const target = known.paths[0] ?? 'reference';
  output.error(
    new Failure(
      'NotComparable',
      `${target}: no dump of the ${other} is of the same start of the same machine.`,
      { target },
    ),
  );
  return true;
}

/** Counts the failures that a run reports, so that an answer that is short does not look whole. */
function counting(output: Output): { readonly output: Output; failures(): number } {
  let failures = 0;
  const counted: Output = {
    record: (type, value, done) => output.record(type, value, done),
    progress: (progress) => output.progress(progress),
    warning: (message, target) => output.warning(message, target),
    incomplete: (code) => {
      failures += 1;
      output.incomplete(code);
    },
    error: (failure) => {
      failures += 1;
      output.error(failure);
    },
    answer: (exit) => output.answer(exit),
    end: () => output.end(),
  };
  return { output: counted, failures: () => failures };
}

/**
 * Compares two looks at one machine and writes one `ThreadComparison` record for each thread, those that are stuck first, and one
 * `ComparisonSummary` for each start of a machine.
 * @returns how many threads are stuck, and how many failures were reported
 * @throws Failure InvalidRequest, FileNotFound, FileUnreadable, NotComparable, SymbolPathInvalid, UnknownMachine, NotWindows,
 * UnsafeNativeLibrary, NotElevated, PrivilegeNotHeld, EnumerationFailed, Cancelled
 */
export async function compareLooks(
  request: CompareRequest,
  context: ReadingContext,
): Promise<{ readonly stuck: number; readonly failures: number }> {
  const isLive = request.live === true;
  const { referenceThreads, differenceThreads } = request;
  if (request.reference === undefined && referenceThreads === undefined)
    throw new Failure('InvalidRequest', 'compare needs a reference.', { target: 'reference' });
  if (isLive === (request.difference !== undefined || differenceThreads !== undefined))
    throw new Failure('InvalidRequest', 'compare needs either a difference or a live look.', {
      target: 'difference',
    });
  const { output, failures } = counting(context.output);
  const own: ReadingContext = { ...context, output };
  const files = filesOf(request);
  const dumps = collection(request, output);
  if (referenceThreads !== undefined) dumps.addLooks('reference', referenceThreads);
  if (differenceThreads !== undefined) dumps.addLooks('difference', differenceThreads);
  await explainEach(
    { ...readingOf(request), paths: [...files.keys()] },
    own,
    'compare',
    async (explained) => {
      dumps.add(files.get(explained.source.path ?? '') ?? 'reference', explained);
    },
  );
  if (isLive) await lookNow(request, own, dumps);
  const verdicts = request.verdicts && new Set<string>(request.verdicts);
  let stuck = 0;
  for (const boot of dumps.boots) {
    if (refuseOneSided(boot, output)) continue;
    const comparisons = inOrder(compareSides(sideOf(boot.reference), sideOf(boot.difference)));
    for (const each of comparisons) {
      if (isStuck(each)) stuck += 1;
      const isShown = request.includeIdle === true || !each.isIdle;
      if (isShown && (verdicts === undefined || verdicts.has(each.verdict)))
        await output.record('ThreadComparison', comparisonRecord(boot.machine, each));
    }
    const summary = comparisonSummary(comparisons, {
      machine: boot.machine,
      referencePaths: boot.reference.paths,
      differencePaths: boot.difference.paths,
      referenceMs: finite(boot.reference.beginMs),
      differenceMs: finite(boot.difference.beginMs),
    });
    // A comparison is a result also where no thread is shown.
    await output.record('ComparisonSummary', summary);
  }
  return { stuck, failures: failures() };
}

/**
 * The verb: `compareLooks`, with the exit code `stuck` when a thread is and nothing failed.
 * @throws Failure as `compareLooks`
 */
export async function compareDumps(request: CompareRequest, context: ReadingContext): Promise<void> {
  const { stuck, failures } = await compareLooks(request, context);
  if (stuck > 0 && failures === 0) context.output.answer('stuck');
}
