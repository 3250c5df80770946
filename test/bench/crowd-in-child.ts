import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';

// Writes the live dump of a simulated machine with so many threads more than its scenario has, to a file.
const [extraThreads, file = ''] = process.argv.slice(2);
writeFileSync(
  file,
  writeLiveDump(startWorld(buildWorld('w3wp-oplock', { extraThreads: Number(extraThreads) })), {
    bugCheckCode: 0x161,
    bugCheckParameters: [1n, 2n, 3n, 4n],
  }),
);
