import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import type { Soak } from './soak.ts';

/** A short soak; `npm run bench` runs 100,000 looks. In a process of its own, which can collect garbage before it measures. */
it('a watch keeps nothing from look to look: 5,000 looks leave as much memory as 500', () => {
  const script = `const { soak } = await import(process.argv[1]); console.log(JSON.stringify(await soak(5000, 500)));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '-e',
      script,
      path.join(import.meta.dirname, 'soak.ts'),
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { earlyMB, lateMB, polls, events } = JSON.parse(stdout) as Soak;
  expect(polls).toBe(5000);
  expect(events).toEqual(['Started', 'Stopped']);
  // A number that each look kept would be 0.04 MB, a small object a thread 100 MB.
  expect(lateMB - earlyMB).toBeLessThan(2);
}, 60_000);
