import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import type { FleetCause } from '../../src/contract/generated/types.ts';
import { readFleet } from '../../src/reading/fleet/read-fleet.ts';
import { captureInto, movingWorld } from '../support/moving-world.ts';
import { peakBytes } from './peak.ts';

/** WrResource. */
const RESOURCE = 27;

// Reads the sets of so many computers, and prints the time and the peak of memory as JSON. The sets are links to one.
const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-fleet-'));
try {
  const world = movingWorld('hang-passes');
  world.set(20_000);
  const threads = world.machine
    .processes()
    .filter(({ processId }) => processId === 4872)
    .flatMap(({ processId, threads: all }) => all.map((thread) => ({ processId, ...thread })))
    .filter(({ waitReason }) => waitReason === RESOURCE)
    .slice(0, 5)
    .map(({ processId, threadId }) => ({ processId, threadId }));
  const set = await captureInto(world, path.join(folder, 'set'), { threads });
  const root = path.join(folder, 'fleet');
  const count = Number(process.argv[2]);
  for (let number = 0; number < count; number += 1) {
    const own = path.join(root, `server${number}`);
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(set)) linkSync(path.join(set, name), path.join(own, name));
  }
  const causes: FleetCause[] = [];
  const failures: unknown[] = [];
  const begin = performance.now();
  await readFleet(
    { paths: [root] },
    {
      signal: new AbortController().signal,
      machine: () => Promise.reject(new Error('The sets are files.')),
      output: {
        record: (_type, value) => Promise.resolve(void causes.push(value as FleetCause)),
        progress: () => undefined,
        warning: () => undefined,
        error: (failure) => void failures.push(failure),
        incomplete: () => undefined,
        answer: () => undefined,
        end: () => Promise.resolve(0),
      },
    },
  );
  if (failures.length > 0 || causes[0]?.computerCount !== count)
    throw new Error(`The fleet was not read: ${causes[0]?.headline ?? 'no cause'}, ${failures[0]}`);
  const seconds = (performance.now() - begin) / 1000;
  console.log(JSON.stringify({ seconds, peakMB: peakBytes() / 1_000_000 }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
