import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../src/build/tools.ts';
import { NotHere } from './measure.ts';

export interface WatchedRun {
  readonly seconds: number;
  /** The most memory that the process had, in MB. */
  readonly peak: number;
}

const LOOK_MS = 50;

/** Runs the executable with a request and looks at its memory as it goes, which Linux shows of a process of another. */
export async function watchedRun(verb: string, request: object): Promise<WatchedRun> {
  const begun = performance.now();
  const child = spawn(path.join(root, 'bin', 'ktriage'), [verb, '-'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const status = `/proc/${child.pid}/status`;
  if (!existsSync(status)) throw new NotHere('the memory of another process is read from /proc of Linux');
  child.stdin.end(`${JSON.stringify(request)}\n`);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let peak = 0;
  let code: number | null | undefined;
  while (code === undefined) {
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8')) ?? [];
    peak = Math.max(peak, (Number(kibibytes ?? 0) * 1024) / 1e6);
    code = await Promise.race([exited.then(([exit]) => exit), delay(LOOK_MS).then(() => undefined)]);
  }
  if (code !== 0) throw new Error(`${verb} ended with ${code}`);
  return { seconds: (performance.now() - begun) / 1000, peak };
}
