import type { Steps } from '../binary/steps.ts';
import { mergedStacks } from './merge.ts';
import type { ExportModel, ExportOptions } from './model.ts';

/** Frames are separated by `;` and lines by line ends; the weight follows the last space. */
const harmlessName = (name: string) => name.replaceAll(';', ':').replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ');

/**
 * Folded stacks: `w3wp.exe;nt!KiSystemServiceCopyEnd;…;nt!KiSwapThread 227`, outermost first, one line for each different stack of a
 * process, the heaviest first. Read by flamegraph.pl, inferno, speedscope and the Firefox profiler. With the weight WaitTime the
 * numbers are whole milliseconds, and stacks that have not waited are left out.
 */
export function* writeFolded(model: ExportModel, { weight }: ExportOptions): Steps<string> {
  const rows: { readonly line: string; readonly value: number }[] = [];
  for (const { process, names, threads, waitMs } of yield* mergedStacks(model)) {
    const value = weight === 'Thread' ? threads : Math.round(waitMs);
    if (value > 0) rows.push({ line: [process, ...names].map(harmlessName).join(';'), value });
    yield undefined;
  }
  rows.sort((a, b) => b.value - a.value);
  return rows.map(({ line, value }) => `${line} ${value}\n`).join('');
}
