import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { root } from '../../src/build/tools.ts';
import type { Comparison } from './measure.ts';

const run = (command: string, args: string[]) => {
  const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
};

export const startUp: Comparison = {
  name: 'start-up',
  ours: { what: 'bin/ktriage version', run: () => run(path.join(root, 'bin', 'ktriage'), ['version']) },
  peer: { what: 'node -e 0', run: () => run(process.execPath, ['-e', '0']) },
  goal: 1.15,
  rounds: 21,
};
