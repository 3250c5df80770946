import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../src/build/tools.ts';
import { type CapturedSet, capturedSet } from '../support/captured-set.ts';
import { type Figures, median, type Pair } from './measure.ts';
import { watchedRun } from './watched-run.ts';

const ktriage = path.join(root, 'bin', 'ktriage');

/** Milliseconds that the executable takes for a verb over so many dumps of a set. */
function run(verb: string, dumps: readonly string[]): number {
  // A command line holds fewer paths than a request.
  const input = `${JSON.stringify({ paths: dumps })}\n`;
  const begun = performance.now();
  const { status, stderr } = spawnSync(ktriage, [verb, '-'], {
    input,
    stdio: ['pipe', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${verb} ended with ${status}: ${stderr.slice(0, 200)}`);
  return performance.now() - begun;
}

async function withSet<T>(count: number, use: (set: CapturedSet) => T | Promise<T>): Promise<T> {
  const set = await capturedSet(count);
  try {
    return await use(set);
  } finally {
    set.remove();
  }
}

const WITH_MANIFEST = 300;
const ROUNDS = 3;

/** The manifest names every thread of the set; each dump must be searched for its own alone. */
export const setWithManifest: Pair = {
  name: `a captured set of ${WITH_MANIFEST} dumps with its manifest`,
  ours: { what: '`dump-threads` with the manifest' },
  peer: { what: 'the same dumps without it' },
  unit: 'ms',
  goal: 1.1,
  measurePair: () =>
    withSet(WITH_MANIFEST, ({ dumps, manifest }) => {
      const text = readFileSync(manifest);
      const ours: number[] = [];
      const peer: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rmSync(manifest, { force: true });
        peer.push(run('dump-threads', dumps));
        writeFileSync(manifest, text);
        ours.push(run('dump-threads', dumps));
      }
      return { ours: median(ours), peer: median(peer) };
    }),
};

const FEW = 100;
const MANY = 5000;

/** A thousandth of the dumps more costs a thousandth of the time more: nothing in a set is searched for each of its dumps. */
export const setsLinear: Pair = {
  name: `each dump of a captured set of ${MANY} with its manifest`,
  ours: { what: `\`dump-threads\` of ${MANY} dumps, each` },
  peer: { what: `of a set of ${FEW}, each` },
  unit: 'ms',
  goal: 1.1,
  async measurePair() {
    const each = (count: number) =>
      withSet(count, ({ dumps }) => {
        // Without the start of the process, which one dump shows.
        const start = run('dump-threads', dumps.slice(0, 1));
        return (run('dump-threads', dumps) - start) / (count - 1);
      });
    return { ours: await each(MANY), peer: await each(FEW) };
  },
};

const THOUSAND = 1000;

/** One process reads them all; docs/adr/0010 has what two were measured to take. */
export const thousandDumps: Figures = {
  name: `stacks of ${THOUSAND} triage dumps in one process`,
  measure: () =>
    withSet(THOUSAND, async ({ dumps }) => {
      const { seconds, peak } = await watchedRun('stacks', { paths: dumps });
      return [
        { what: 'time', value: seconds, unit: 's' },
        { what: 'peak', value: peak, unit: 'MB', goal: 250 },
      ];
    }),
};
