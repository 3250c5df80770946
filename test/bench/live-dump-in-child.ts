import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { writeLiveDump } from '../../src/simulator/dumps/live/write-live-dump.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { startWorld } from '../../src/simulator/world/running-world.ts';

/** Writes the live dump of a machine with some 500 threads and so many more. */
const [file = '', extraThreads = '0'] = process.argv.slice(2);
const more = Number(extraThreads);
const world = buildWorld('w3wp-oplock', more === 0 ? {} : { extraThreads: more });
const order = { bugCheckCode: 0x161, bugCheckParameters: [1n, 2n, 3n, 4n] } as const;
writeFileSync(file, writeLiveDump(startWorld(world), order));
