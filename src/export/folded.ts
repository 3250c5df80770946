import { functionOf, processOf, sharedFrames, withoutFrames } from './frames.ts';
import type { ExportModel, ExportOptions, KernelStack } from './model.ts';

/** Frames are separated by `;` and lines by line ends; the weight follows the last space. */
const harmlessName = (name: string) => name.replaceAll(';', ':').replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ');

function lineOf(stack: KernelStack): string {
  const frames = sharedFrames(stack).map(functionOf);
  const names = frames.length === 0 ? [withoutFrames(stack)] : frames;
  return [processOf(stack), ...names].map(harmlessName).join(';');
}

/**
 * Folded stacks: `w3wp.exe;nt!KiSystemServiceCopyEnd;…;nt!KiSwapThread 227`, outermost first, one line for each different stack, the
 * heaviest first. Read by flamegraph.pl, inferno, speedscope and the Firefox profiler. With the weight WaitTime the numbers are whole
 * milliseconds, and stacks that have not waited are left out.
 */
export function writeFolded({ threads }: ExportModel, { weight }: ExportOptions): string {
  const totals = new Map<string, number>();
  for (const { stack } of threads) {
    const line = lineOf(stack);
    const value = weight === 'Thread' ? 1 : (stack.waitTimeMs ?? 0);
    totals.set(line, (totals.get(line) ?? 0) + value);
  }
  const rows = [...totals]
    .map(([line, total]) => [line, Math.round(total)] as const)
    .filter(([, total]) => total > 0)
    .sort(([, a], [, b]) => b - a);
  return rows.map(([line, total]) => `${line} ${total}\n`).join('');
}
