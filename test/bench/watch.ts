import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { decodeProcesses } from '../../src/machine/windows/processes/enumerate.ts';
import type { Soak } from '../watch/soak.ts';
import { bundled } from './bundled.ts';
import { listingAnswer } from './listing-answer.ts';
import type { Figure } from './measure.ts';

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

export const watchSoak: Figure = {
  name: 'memory of a watch over 100,000 looks at 500 threads, after a garbage collection',
  goal: 'as much at the end as after 10,000 looks',
  measure() {
    const { earlyMB, lateMB } = soakOf(100_000, 500);
    return `${earlyMB.toFixed(1)} MB, then ${lateMB.toFixed(1)} MB`;
  },
};

export const watchCost: Figure = {
  name: 'one look of a watch at 5,000 threads with four conditions, without the call into the kernel',
  goal: '< 10 ms: 1 % of a processor at one look a second',
  measure() {
    const { cpuMsPerPoll } = soakOf(2000, 5000);
    return `${cpuMsPerPoll.toFixed(1)} ms to judge, ${decodeMs().toFixed(1)} ms to decode`;
  },
};
