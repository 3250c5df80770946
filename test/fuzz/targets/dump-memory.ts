import { physicalAddress, virtualAddress } from '../../../src/binary/address.ts';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { orUndefined } from '../../../src/contract/failure.ts';
import { DUMP_HEADER64 } from '../../../src/dump/layouts/dump-header.ts';
import { TRIAGE_BLOCK_OFFSET, TRIAGE_DUMP64 } from '../../../src/dump/layouts/triage.ts';
import { readMachineFacts } from '../../../src/dump/machine-facts.ts';
import { gapMessage } from '../../../src/dump/memory/memory.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import { fixtureCatalog } from '../../synth/catalog.ts';
import { crashes } from '../../synth/crash-catalog.ts';
import { REGION } from '../../synth/kernel-truth.ts';
import type { Random } from '../random.ts';
import { type Base, dumpPlaces, placesOf, type Target, wordPlaces } from '../target.ts';

const header = [
  ...placesOf(DUMP_HEADER64, 0),
  ...placesOf(TRIAGE_DUMP64, TRIAGE_BLOCK_OFFSET),
  ...wordPlaces(0x2000, 0x2060),
];
const REGIONS = Object.values(REGION);
const PAGE = 0x1000;
/** The longest read. */
const LONGEST = 4 * PAGE;

function bases(): Base[] {
  const files = [
    ...fixtureCatalog(),
    ...Object.entries(crashes).map(([name, make]) => ({ name, bytes: make() })),
  ];
  return files.map(({ name, bytes }) => ({
    name,
    bytes,
    // What was added behind the memory: its texts and lengths are everywhere in it.
    places: [...dumpPlaces(header, bytes), ...wordPlaces(Math.max(0, bytes.length - 0x800), bytes.length)],
  }));
}

/** The memory of a dump and what was added to it, without threads, stacks and records: many more runs in the same time. */
function readMemory(bytes: Uint8Array, random: Random): string[] {
  const dump = openDump(bytesSource(bytes, 'fuzzed.dmp'));
  const told: string[] = [dump.kind, dump.format];
  const ask = (question: () => unknown) =>
    orUndefined(question, (failure) => told.push(failure.message.replace(/\d+/g, '#').slice(0, 80)));
  ask(() => told.push(Object.keys(readMachineFacts(dump)).join()));
  ask(() => dump.secondaryData().map(({ offset, size }) => dump.source.read(offset, size).length));
  ask(() => dump.drivers().length + dump.unloadedDrivers().length);
  const stored = dump.kind === 'triage' ? dump.triage.segments : [];
  for (let question = 0; question < 16; question++) {
    const from = random.oneIn(2) && stored.length > 0 ? random.pick(stored).address : random.pick(REGIONS);
    const address = virtualAddress(BigInt.asUintN(64, from + BigInt(random.below(LONGEST)) - 8n));
    ask(() => {
      const { bytes: read, gap } = dump.memory.read(address, random.below(LONGEST));
      if (gap) told.push(`${gap.reason} ${gap.level}`, gapMessage(gap).replace(/0x[0-9a-f]+/g, '#'));
      return read.length;
    });
    if (dump.kind !== 'pages') continue;
    const { physical } = dump.pages;
    const place = random.below(physical.map.frames + 2) * PAGE + random.below(PAGE);
    ask(() => physical.read(physicalAddress(place), random.below(LONGEST)).bytes.length);
    ask(() => physical.readPage(Math.floor(place / PAGE), new Uint8Array(PAGE))?.length);
  }
  return [...told, ...dump.findings.list.map(({ message }) => message.replace(/0x[0-9a-f]+|\d+/g, '#'))];
}

export const dumpMemoryTarget: Target = { name: 'dump-memory', bases, run: readMemory };
