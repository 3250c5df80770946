import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { captureLive } from '../../src/capture/live/capture-live.ts';
import { posixFiles } from '../../src/files/posix.ts';
import type { LiveRequest, Machine } from '../../src/machine/port.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { peakBytes } from './peak.ts';

/** Our part in the bench of live dumps, in a process of its own: prints what it cost while another one wrote. */
const [file = '', pages = '', seconds = '', writer = ''] = process.argv.slice(2);

let cost = { cpu: 0, elapsed: 0 };

function begin({ path: written }: LiveRequest) {
  const before = process.cpuUsage();
  const started = performance.now();
  const child = spawn(process.execPath, [writer, written, pages, seconds], { stdio: 'inherit' });
  const finished = once(child, 'exit').then(() => {
    const { user, system } = process.cpuUsage(before);
    cost = { cpu: (user + system) / 1000, elapsed: performance.now() - started };
    return { ntStatus: 0 };
  });
  return { finished, cancel: () => void child.kill() };
}

const simulated = createSimulatedMachine('idle');
const machine: Machine = {
  ...simulated,
  openSession: (purpose) => ({ ...simulated.openSession(purpose), captureLive: begin }),
};

let looks = 0;
const { signal } = new AbortController();
for await (const event of captureLive({ path: file, force: true }, { machine, files: posixFiles, signal })) {
  if (event.kind === 'progress') looks += 1;
}
const maxResidentBytes = peakBytes();
process.stdout.write(JSON.stringify({ ...cost, looks, maxResidentBytes }));
