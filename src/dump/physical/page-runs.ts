import { dataViewOf } from '../../binary/data-view.ts';
import type { Findings, Place } from '../finding.ts';
import { PFN_RANGE } from '../layouts/page-blocks.ts';
import { MOST_PAGE_FRAMES, PAGE_SIZE, type PageMap, type PageRun } from './page-map.ts';

/** The last run that starts at or before `pfn`. */
function runAt(runs: readonly PageRun[], pfn: number): PageRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run && run.pfn <= pfn) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

/** Sorts by page frame; a run that overlaps an earlier one is damage and is left out. */
function disjoint(runs: readonly PageRun[], findings: Findings): readonly PageRun[] {
  const result: PageRun[] = [];
  for (const run of runs.toSorted((a, b) => a.pfn - b.pfn)) {
    const last = result.at(-1);
    if (last && run.pfn < last.pfn + last.count)
      findings.add('damaged', `two runs of physical memory claim page frame 0x${run.pfn.toString(16)}`);
    else result.push(run);
  }
  return result;
}

/** A map of runs; a look-up is a binary search. */
export function runMap(unsorted: readonly PageRun[], findings: Findings): PageMap {
  const runs = disjoint(
    unsorted.filter(({ count }) => count > 0),
    findings,
  );
  const last = runs.at(-1);
  return {
    pages: runs.reduce((sum, { count }) => sum + count, 0),
    frames: last ? last.pfn + last.count : 0,
    offsetOf(pfn) {
      const run = runAt(runs, pfn);
      return run && pfn < run.pfn + run.count ? run.offset + (pfn - run.pfn) * PAGE_SIZE : undefined;
    },
  };
}

/** The {page frame, count} pairs of a table. */
export function* pairsOf(bytes: Uint8Array): Generator<readonly [bigint, bigint]> {
  const data = dataViewOf(bytes);
  for (let at = 0; at + PFN_RANGE.size <= bytes.length; at += PFN_RANGE.size)
    yield [data.getBigUint64(at, true), data.getBigUint64(at + PFN_RANGE.fields.Count.offset, true)];
}

/** Turns {page frame, count} pairs into runs that are one after the other from `firstPage` on. */
export function layRuns(
  pairs: Iterable<readonly [pfn: bigint, count: bigint]>,
  firstPage: number,
  where: Place,
  findings: Findings,
): PageRun[] {
  const runs: PageRun[] = [];
  let offset = firstPage;
  for (const [pfn, count] of pairs) {
    if (pfn + count > BigInt(MOST_PAGE_FRAMES)) {
      findings.add(
        'damaged',
        `a run of ${count} pages at page frame 0x${pfn.toString(16)} is beyond any memory`,
        where,
      );
      break;
    }
    const run = { pfn: Number(pfn), count: Number(count), offset };
    runs.push(run);
    offset += run.count * PAGE_SIZE;
  }
  return runs;
}
