import { readFileSync } from 'node:fs';
import { formatAddress, virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { Dump as DumpRecord } from '../../src/contract/generated/types.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { memoryRecord } from '../../src/reading/records/memory-record.ts';
import { runCli } from '../support/run-cli.ts';
import { addressOf, commentOf, memoryOf, modulesOf, productOf, systemOf, upTimeOf } from './answers.ts';
import { askEngine, type Session } from './engine.ts';

/**
 * What a dump contains, twice: as `ktriage` emits it and as the engine answers. Both sides are tables of texts under the
 * same names, so that a comparison lists each name whose texts differ.
 */
export type Facts = ReadonlyMap<string, string>;

/** A piece of memory that both sides read. */
export interface Sample {
  readonly address: string;
  readonly length: number;
  readonly physical?: boolean;
}

const MACHINES: Readonly<Record<number, string>> = { 34404: 'x64', 43620: 'arm64' };
/** The names of product types in the engine's text, which are those of the registry (ProductOptions). */
const PRODUCTS: Readonly<Record<string, string>> = {
  WinNt: 'Workstation',
  LanManNt: 'DomainController',
  Server: 'Server',
};

const hex = (value: number) => `0x${value.toString(16)}`;
const question = ({ address, length, physical }: Sample) =>
  `@${physical ? 'physical' : 'virtual'} ${address.slice(2)} ${length.toString(16)}`;
const sampleName = ({ address, length, physical }: Sample) =>
  `${physical ? 'physical' : 'virtual'} memory ${address}+${hex(length)}`;

type DraftFacts = Map<string, string>;

function addSystem(facts: DraftFacts, system: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(system)) if (value !== undefined) facts.set(name, String(value));
}

function addModule(
  facts: DraftFacts,
  { base, size, timeDateStamp, checkSum }: Readonly<Record<string, string | number>>,
  path: string,
): void {
  const name = `module ${base}`;
  facts.set(`${name}: size`, hex(Number(size)));
  facts.set(`${name}: time stamp`, hex(Number(timeDateStamp)));
  facts.set(`${name}: check sum`, hex(Number(checkSum)));
  // The engine replaces the path of some images by the name in their export directory.
  if (path.includes('\\')) facts.set(`${name}: path`, path);
}

/** Fields of the header as `.dumpdebug` and `--raw` spell them: the same names, both in hex. */
function headerFields(text: string): [name: string, value: bigint][] {
  const header = /DUMP_HEADER64:\n((?:\w+ +[0-9a-f`]+ *\n)+)/.exec(text)?.[1] ?? '';
  return [...header.matchAll(/^(\w+) +([0-9a-f`]+)/gm)].map(([, name = '', value = '']) => [
    name,
    BigInt(addressOf(value)),
  ]);
}

/** First and last bytes of the data blocks of a triage dump, and of what follows them. */
function dataBlockSamples(dump: Dump): Sample[] {
  if (dump.kind !== 'triage') return [];
  return dump.triage.dataBlocks.flatMap(({ address, size }) => [
    { address: formatAddress(address), length: 32 },
    { address: formatAddress(virtualAddress(address + BigInt(size) - 16n)), length: 32 },
  ]);
}

const blockFact = (address: string, size: bigint | number, offset: number) =>
  [`data block ${address}`, `${hex(Number(size))} bytes at ${hex(offset)}`] as const;

/** The data blocks that `.dumpdebug` lists: first and last address, place in the file. */
function blockFacts(text: string): (readonly [string, string])[] {
  const blocks = [...text.matchAll(/^ {2}([0-9a-f`]{17}) - ([0-9a-f`]{17}) at offset ([0-9a-f]+)$/gm)];
  return blocks.map(([, start = '', end = '', offset = '']) => {
    const first = addressOf(start);
    return blockFact(first, BigInt(addressOf(end)) - BigInt(first) + 1n, Number.parseInt(offset, 16));
  });
}

/** The blobs of secondary data that `.enumtag` lists; the engine writes the last two groups of a GUID as one. */
function blobFacts(text: string): (readonly [string, string])[] {
  const blobs = [
    ...text.matchAll(/^\{([0-9A-F-]{19})([0-9A-F]{4})([0-9A-F]{12})\} - (0x[0-9a-f]+) bytes$/gm),
  ];
  return blobs.map(([, head = '', fourth = '', last = '', size = '']) => [
    `secondary data ${head}${fourth}-${last}`,
    `${size} bytes`,
  ]);
}

/** The questions that every dump is asked, besides its memory. */
export const GENERAL_QUESTIONS = ['@system', '@modules', '.dumpdebug', '.enumtag'] as const;

/** What the engine answers. */
export function engineFacts(session: Session, samples: readonly Sample[]): Facts {
  const facts: DraftFacts = new Map();
  const { opening } = session;
  const system = systemOf(session.answer('@system'));
  addSystem(facts, {
    'Windows build': system.build,
    architecture: MACHINES[system.machine],
    processors: system.processors,
    product: PRODUCTS[productOf(opening) ?? ''],
    'bug check': system.bugCheckCode,
    'system time in seconds': system.time,
    'up time in milliseconds': upTimeOf(opening),
    comment: commentOf(opening),
  });
  system.bugCheckParameters.forEach((parameter, index) => {
    facts.set(`bug check parameter ${index + 1}`, parameter);
  });
  for (const [name, value] of headerFields(session.answer('.dumpdebug').text))
    facts.set(`header field ${name}`, `0x${value.toString(16)}`);
  for (const [name, text] of blockFacts(session.answer('.dumpdebug').text)) facts.set(name, text);
  for (const [name, text] of blobFacts(session.answer('.enumtag').text)) facts.set(name, text);
  const answer = session.answer('@modules');
  for (const module of modulesOf(answer, 'loaded')) addModule(facts, { ...module }, module.image);
  for (const { base, size, image } of modulesOf(answer, 'unloaded'))
    facts.set(`unloaded module ${base}`, `${image}, ${hex(size)} bytes`);
  for (const sample of samples) facts.set(sampleName(sample), memoryOf(session.answer(question(sample))));
  return facts;
}

function readSamples(dump: Dump, file: string, samples: readonly Sample[]): [string, string][] {
  return samples.map((sample) => {
    const { address, length, physical = false } = sample;
    const { data } = memoryRecord(dump, { path: file, address, length, physical });
    return [sampleName(sample), Buffer.from(data, 'base64').toString('hex')];
  });
}

/** What `ktriage dump --raw` emits, the reader's data blocks, and what `ktriage memory` emits for the samples. */
function ktriageFacts(dump: Dump, file: string, record: DumpRecord, samples: readonly Sample[]): Facts {
  const facts: DraftFacts = new Map();
  addSystem(facts, {
    'Windows build': record.windowsBuild,
    architecture: record.architecture,
    processors: record.processors,
    product: record.productType,
    'bug check': record.bugCheckCode,
    'system time in seconds':
      record.systemTime === undefined ? undefined : Math.floor(Date.parse(record.systemTime) / 1000),
    'up time in milliseconds': record.upTimeMs === undefined ? undefined : Math.floor(record.upTimeMs),
    comment: record.comment,
  });
  record.bugCheckParameters?.forEach((parameter, index) => {
    facts.set(`bug check parameter ${index + 1}`, parameter);
  });
  for (const { name, value } of record.rawHeader ?? [])
    if (/^0x[0-9a-f]+$/.test(value)) facts.set(`header field ${name}`, `0x${BigInt(value).toString(16)}`);
  for (const { path, base, size, timeDateStamp, checkSum } of record.drivers)
    addModule(facts, { base, size, timeDateStamp, checkSum }, path);
  for (const { name, start, end } of record.unloadedDrivers ?? [])
    facts.set(`unloaded module ${start}`, `${name}, ${hex(Number(BigInt(end) - BigInt(start)))} bytes`);
  for (const { tag, size } of record.secondaryData ?? [])
    facts.set(`secondary data ${tag}`, `${hex(size)} bytes`);
  if (dump.kind === 'triage')
    for (const { address, size, offset } of dump.triage.dataBlocks)
      facts.set(...blockFact(formatAddress(address), size, offset));
  for (const [name, text] of readSamples(dump, file, samples)) facts.set(name, text);
  return facts;
}

/** Facts that only one side has by its nature. */
function isComparable(name: string, ours: Facts, theirs: Facts): boolean {
  // The engine leaves fields out, and the path where it has another name for an image.
  const mayBeAbsent = /^header field |: path$/.test(name);
  return !mayBeAbsent || (ours.has(name) && theirs.has(name));
}

/** The four parameters of the bug check, in their order. */
export const bugCheckParametersIn = (facts: Facts): readonly (string | undefined)[] =>
  [1, 2, 3, 4].map((number) => facts.get(`bug check parameter ${number}`));

/** Each fact that differs, as `name: ours, the engine's`. */
export function differences(ours: Facts, theirs: Facts): string[] {
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return names
    .filter((name) => isComparable(name, ours, theirs) && ours.get(name) !== theirs.get(name))
    .map((name) => `${name}: ktriage ${ours.get(name)}, engine ${theirs.get(name)}`);
}

/** Reads a dump with `ktriage dump --raw`. */
export async function dumpRecordOf(file: string): Promise<DumpRecord> {
  const { records, stdout, stderr } = await runCli(['dump', '--raw', file, '--format', 'ndjson']);
  const [record] = records<DumpRecord>('Dump');
  if (record === undefined) throw new Error(`ktriage reads no dump: ${stdout}${stderr}`);
  return record;
}

/** Addresses that the record of a dump names, to read memory at. */
export function recordSamples(record: DumpRecord): Sample[] {
  const raw = (name: string) => record.rawHeader?.find((field) => field.name === name)?.value;
  const lists = [raw('KdDebuggerDataBlock'), raw('PsLoadedModuleList'), raw('PsActiveProcessHead')];
  const named = [
    ...lists,
    ...record.drivers.map(({ base }) => base),
    ...record.processes.map(({ address }) => address),
    ...record.threads.flatMap(({ address, kernelStack, stackBase }) => [address, kernelStack, stackBase]),
  ];
  return [...new Set(named.filter((address) => address !== undefined))].map((address) => ({
    address,
    length: 64,
  }));
}

/** Both sides of one dump. */
export interface Compared {
  readonly ours: Facts;
  readonly theirs: Facts;
  readonly session: Session;
}

/**
 * Compares all facts of a dump, and memory at the addresses that the record names, that the engine lists, and that are given.
 * @throws Error where the engine does not open the dump
 */
export async function compareDump(file: string, more: readonly Sample[] = []): Promise<Compared> {
  const record = await dumpRecordOf(file);
  const dump = openDump(bytesSource(readFileSync(file), file));
  const samples = [...recordSamples(record), ...dataBlockSamples(dump), ...more];
  const session = await askEngine(file, [...GENERAL_QUESTIONS, ...samples.map(question)]);
  if (session.opening.status !== 0)
    throw new Error(`the engine does not open ${file}: ${session.opening.text}`);
  return {
    ours: ktriageFacts(dump, file, record, samples),
    theirs: engineFacts(session, samples),
    session,
  };
}
