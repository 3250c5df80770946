import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { decodeProcesses } from '../../src/machine/windows/processes/enumerate.ts';
import type { Soak } from '../watch/soak.ts';
import { bundled } from './bundled.ts';
import { listingAnswer } from './listing-answer.ts';
import type { Figures } from './measure.ts';

const soakOf = (polls: number, threads: number): Soak =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--expose-gc', bundled('soak-in-child.ts'), String(polls), String(threads)],
      { encoding: 'utf8' },
    ),
  ) as Soak;

/** Processor time of decoding alone: the call itself is the kernel's, and only a Windows shows what it takes. */
function decodeMs(): number {
  const answer = listingAnswer(5000);
  const decode = () => decodeProcesses(answer, () => 5000);
  for (let round = 0; round < 50; round += 1) decode();
  const rounds = 100;
  const begin = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) decode();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000 / rounds;
}

export const watchSoak: Figures = {
  name: 'memory of a watch over 100,000 looks at 500 threads, after a garbage collection',
  measure() {
    const { earlyMB, lateMB } = soakOf(100_000, 500);
    return [
      { what: 'after 10,000 looks', value: earlyMB, unit: 'MB' },
      { what: 'growth from there to the end', value: lateMB - earlyMB, unit: 'MB', goal: 1 },
    ];
  },
};

export const watchCost: Figures = {
  name: 'one look of a watch at 5,000 threads with four conditions, without the call into the kernel',
  measure() {
    const { cpuMsPerPoll } = soakOf(2000, 5000);
    const judging = cpuMsPerPoll;
    const decoding = decodeMs();
    return [
      { what: 'to judge', value: judging, unit: 'ms' },
      { what: 'to decode', value: decoding, unit: 'ms' },
      // Of a look a second.
      { what: 'of one processor', value: (judging + decoding) / 10, unit: '%', goal: 1 },
    ];
  },
};
