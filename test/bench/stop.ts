import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../src/build/tools.ts';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';
import type { Figures } from './measure.ts';

/** So many times each verb is asked for the dump: it would take minutes. */
const TIMES = 500;
const HEAD_START_MS = 400;

const VERBS = [
  ['dump', {}],
  ['dump-threads', {}],
  ['dump-processes', {}],
  ['stacks', {}],
  ['stacks', { groupBy: 'Symbol' }],
  ['waits', {}],
  ['locks', {}],
  ['io', {}],
  ['chains', {}],
  ['commands', {}],
  ['resolve', { names: ['nt!*Wait*'] }],
  ['types', { names: ['nt!_KTHREAD'] }],
] as const;

type Child = ReturnType<typeof spawn>;

type Way = readonly [string, (child: Child) => void, typeof VERBS | readonly (typeof VERBS)[number][]];

/** The verbs differ in where they can stop, and the ways only in how the program hears of it: one way is tried with every verb. */
const SOME = VERBS.filter(([verb]) => verb === 'stacks' || verb === 'dump' || verb === 'chains');

/** The ways in which a user ends a run. */
const WAYS: readonly Way[] = [
  ['SIGINT', (child) => void child.kill('SIGINT'), VERBS],
  ['SIGTERM', (child) => void child.kill('SIGTERM'), SOME],
  ['end of input', (child) => void child.stdin?.end(), SOME],
  [
    '`Select-Object -First`, which ends input and output',
    (child) => {
      child.stdin?.end();
      child.stdout?.destroy();
    },
    SOME,
  ],
];

async function stopped(verb: string, request: object, stop: (child: Child) => void): Promise<number> {
  const child = spawn(path.join(root, 'bin', 'ktriage'), [verb, '-'], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdout?.resume();
  child.stdin?.write(`${JSON.stringify({ cancelOnEndOfInput: true, ...request })}\n`);
  const exited = once(child, 'exit');
  await Promise.race([exited, delay(HEAD_START_MS)]);
  if (child.exitCode !== null) throw new Error(`${verb} had ended before it was stopped`);
  const begun = performance.now();
  stop(child);
  await exited;
  return performance.now() - begun;
}

export const stopping: Figures = {
  name: 'from a request to stop to the end of a reader of large dumps, the slowest of its verbs',
  async measure() {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
    try {
      const dump = path.join(folder, 'live.dmp');
      const world = startWorld(buildWorld('w3wp-oplock'));
      writeFileSync(
        dump,
        writeLiveDump(world, { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] }),
      );
      const paths = Array.from({ length: TIMES }, () => dump);
      const figures = [];
      for (const [what, stop, verbs] of WAYS) {
        let slowest = 0;
        for (const [verb, more] of verbs)
          slowest = Math.max(slowest, await stopped(verb, { paths, ...more }, stop));
        figures.push({ what, value: slowest, unit: 'ms', goal: 500 } as const);
      }
      return figures;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
