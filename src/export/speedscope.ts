import type { Steps } from '../binary/steps.ts';
import { mergedStacks } from './merge.ts';
import type { ExportModel, ExportOptions } from './model.ts';

/** A name in the table that all profiles of the file share. */
interface SharedFrame {
  readonly name: string;
  readonly file?: string;
}

interface SampledProfile {
  readonly type: 'sampled';
  readonly name: string;
  readonly unit: 'none' | 'milliseconds';
  readonly startValue: 0;
  readonly endValue: number;
  /** Indexes of frames, outermost first. */
  readonly samples: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

interface Weighted {
  readonly sample: readonly number[];
  readonly threads: number;
  readonly waitMs: number;
}

function profile(
  name: string,
  unit: SampledProfile['unit'],
  stacks: readonly Weighted[],
  weightOf: (stack: Weighted) => number,
): SampledProfile {
  const counted = stacks.filter((stack) => weightOf(stack) > 0);
  const weights = counted.map(weightOf);
  return {
    type: 'sampled',
    name,
    unit,
    startValue: 0,
    endValue: weights.reduce((sum, each) => sum + each, 0),
    samples: counted.map(({ sample }) => sample),
    weights,
  };
}

/**
 * A file of speedscope (file-format-spec.ts of jlfwong/speedscope): one profile in threads and one in milliseconds waited. The weight
 * decides which of the two is shown first. The process is the outermost frame.
 */
export function* writeSpeedscope(model: ExportModel, { weight }: ExportOptions): Steps<string> {
  const frames: SharedFrame[] = [];
  const indexes = new Map<string, number>();
  const frame = (name: string, file?: string): number => {
    const key = `${name}\n${file ?? ''}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, frames.length);
    frames.push({ name, ...(file !== undefined && { file }) });
    return frames.length - 1;
  };
  const stacks: Weighted[] = [];
  for (const { process, names, frames: own, threads, waitMs } of yield* mergedStacks(model)) {
    const sample = [frame(process), ...names.map((name, index) => frame(name, own[index]?.module))];
    stacks.push({ sample, threads, waitMs });
    yield undefined;
  }
  return `${JSON.stringify({
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: model.product,
    name: 'Kernel stacks',
    activeProfileIndex: weight === 'Thread' ? 0 : 1,
    shared: { frames },
    profiles: [
      profile('Threads', 'none', stacks, ({ threads }) => threads),
      profile('Time waited', 'milliseconds', stacks, ({ waitMs }) => waitMs),
    ],
  })}\n`;
}
