import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { buildAll } from '../../src/build/build-all.ts';
import { root } from '../../src/build/tools.ts';
import { measured, type Result, rounded } from './measure.ts';
import { ROWS } from './rows.ts';
import { LOOP_STEPS, type RunFacts, speedDocument, tableHead, tableLine } from './speed-table.ts';

/**
 * `npm run bench [-- WORD…] [-- --write]`: measures the rows whose name holds one of the words, or all. With `--write` it measures all
 * and writes docs/speed.md.
 */
const WRITE = '--write';
const words = process.argv.slice(2).filter((word) => word !== WRITE);
const writes = process.argv.includes(WRITE);
if (writes && words.length > 0) {
  console.error(`bench: ${WRITE} takes all rows of one run; leave out ${words.join(', ')}`);
  process.exit(2);
}

/** A row is a ratio of short times: another program on the same processors shows in it. */
const QUIET = 0.5;

function machineFacts(): string {
  const [processor] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${os.cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${memory} GiB, ${os.type()} ${os.release()}`;
}

const LOOP = `let sum = 0; const begun = performance.now();
for (let step = 0; step < ${LOOP_STEPS}; step++) sum += step ^ (step >> 3);
process.stdout.write(String(performance.now() - begun) + ' ' + sum)`;

/** A shared host gives its processors away now and then, and no load shows it. */
function loopMs(): number {
  const { stdout } = spawnSync(process.execPath, ['-e', LOOP], { encoding: 'utf8' });
  const ms = Math.round(Number.parseFloat(stdout));
  if (!Number.isFinite(ms)) throw new Error(`the loop of the bench gave no time: ${stdout}`);
  console.error(`bench: a loop of ${LOOP_STEPS} steps takes ${ms} ms`);
  return ms;
}

await buildAll();
const loadBefore = Number((os.loadavg()[0] ?? 0).toFixed(2));
if (loadBefore > QUIET) console.error(`bench: load ${loadBefore}: this machine does other work as well`);
const loopBefore = loopMs();
const begun = performance.now();
const secondsSince = (start: number) => (performance.now() - start) / 1000;
const results: Result[] = [];
console.log(tableHead);
for (const row of ROWS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
)) {
  const start = performance.now();
  const result = await measured(row);
  results.push(result);
  console.log(tableLine(result));
  console.error(`bench: ${row.name}: ${secondsSince(start).toFixed(1)} s`);
}
const facts: RunFacts = {
  date: new Date().toISOString().slice(0, 10),
  machine: machineFacts(),
  node: process.version,
  loadBefore,
  loopMs: [loopBefore, loopMs()],
  seconds: rounded(secondsSince(begun)),
};
if (writes) writeFileSync(path.join(root, 'docs', 'speed.md'), speedDocument(facts, results));
if (results.some(({ kind }) => kind === 'missing')) process.exitCode = 1;
