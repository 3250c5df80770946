import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { DUMP_HEADER64 } from '../../../src/dump/layouts/dump-header.ts';
import { TRIAGE_BLOCK_OFFSET, TRIAGE_DUMP64 } from '../../../src/dump/layouts/triage.ts';
import { captureThreads } from '../../simulator/capture.ts';
import { runCli } from '../../support/run-cli.ts';
import { testDataFolder } from '../../support/test-data.ts';
import { fixtureCatalog } from '../../synth/catalog.ts';
import { crashes } from '../../synth/crash-catalog.ts';
import { waitFixtures } from '../../synth/waits/wait-catalog.ts';
import { type Base, dumpPlaces, placesOf, type Target, wordPlaces } from '../target.ts';

/** Real files, where they are at hand. */
const REAL_DUMP = path.join(testDataFolder(), 'triage_x64.dmp');
const SYMBOLS = path.join(testDataFolder(), 'symbols');

/** The largest base: a run reads it several times over. */
const LARGEST = 0x18_0000;

const VERBS: readonly (readonly string[])[] = [
  ['stacks', '--symbol-path', SYMBOLS, '--image-path', SYMBOLS],
  ['dump', '--raw'],
  ['dump-threads'],
  ['dump-processes'],
  ['stacks', '--include-mentions', '--include-registers'],
  ['stacks', '--group-by', 'Symbol'],
  ['waits'],
  ['locks'],
  ['io'],
  ['chains'],
  ['commands'],
  ['resolve', '--name', 'nt!*Wait*,rdbss!RxCommonCreate'],
  ['types', '--name', 'nt!_KTHREAD'],
];

const header = [
  ...placesOf(DUMP_HEADER64, 0),
  ...placesOf(TRIAGE_DUMP64, TRIAGE_BLOCK_OFFSET),
  ...wordPlaces(0x2000, 0x2060),
];

/** Dumps of the simulated machine: its images and PDBs are built in, so stacks are walked and named. */
async function captures(): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  const { answer } = await captureThreads('w3wp-oplock', [0, 1, 2, 3]);
  const further = await captureThreads('w3wp-oplock', [20, 21, 22]);
  return [
    { name: 'simulated capture', bytes: answer.bytes },
    { name: 'further simulated capture', bytes: further.answer.bytes },
  ];
}

async function bases(): Promise<Base[]> {
  const files = [
    ...(await captures()),
    ...fixtureCatalog(),
    ...waitFixtures(),
    ...Object.entries(crashes).map(([name, make]) => ({ name, bytes: make() })),
    ...(existsSync(REAL_DUMP) ? [{ name: 'real triage dump', bytes: readFileSync(REAL_DUMP) }] : []),
  ];
  return files
    .filter(({ bytes }) => bytes.length > 0x1000 && bytes.length <= LARGEST)
    .map(({ name, bytes }) => ({ name, bytes, places: dumpPlaces(header, bytes) }));
}

let folder: string | undefined;

/** Through the command line: with the requests, the records and the messages that a user gets. */
export const dumpTarget: Target = {
  name: 'dump',
  bases,
  async run(bytes, random) {
    if (folder === undefined) {
      const made = mkdtempSync(path.join(tmpdir(), 'ktriage-fuzz-'));
      process.on('exit', () => rmSync(made, { recursive: true, force: true }));
      folder = made;
    }
    const file = path.join(folder, 'fuzzed.dmp');
    writeFileSync(file, bytes);
    const [verb = '', ...more] = random.pick(VERBS);
    const { messages } = await runCli([verb, '--format', 'ndjson', ...more, file]);
    return messages;
  },
};
