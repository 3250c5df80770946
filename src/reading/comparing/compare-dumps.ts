import path from 'node:path';
import { type Comparison, compareSides, isStuck } from '../../compare/compare.ts';
import { VERDICTS } from '../../compare/judge.ts';
import type { Side } from '../../compare/observation.ts';
import { Failure } from '../../contract/failure.ts';
import type { CompareRequest } from '../../contract/generated/types.ts';
import type { Output } from '../../contract/output.ts';
import { comparisonRecord, comparisonSummary } from '../records/comparison-record.ts';
import type { ReadingContext } from '../sources/context.ts';
import { expandSets } from '../sources/expand-sets.ts';
import { explainEach } from '../sources/explain-dumps.ts';
import { type Boot, collection, type Look, type SideName } from './collect-looks.ts';
import { counting } from './counting-output.ts';
import { lookNow, readingOf } from './live-look.ts';

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
