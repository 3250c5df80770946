import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressAt, type VirtualAddress, virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { dataViewOf } from '../../src/binary/data-view.ts';
import type { PageDump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { isMapped } from '../../src/dump/virtual/translate.ts';
import {
  type EarlyThreads,
  type FoundThread,
  kernelObjectsInSteps,
  readKernelObjects,
} from '../../src/kernel/kernel-objects.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { runCli } from '../support/run-cli.ts';

/** Offsets of build 19041, as its public symbols have them. */
const KPROCESS_THREAD_LIST = 0x30;
const EPROCESS_LINKS = 0x448;
const EPROCESS_THREAD_LIST = 0x5e0;
const PSP_CID_TABLE = 0x58;

const PAGE = 0x1000;

const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-broken-lists-'));
const file = path.join(folder, 'live.dmp');
let original: Buffer;

function pageDump(bytes: Buffer): PageDump {
  const dump = openDump(bytesSource(bytes, 'live.dmp'));
  if (dump.kind !== 'pages') throw new Error(`a live dump opened as ${dump.kind}`);
  return dump;
}

/** The position in the file of a byte of kernel memory. */
function placeOf({ pages }: PageDump, address: bigint): number {
  const found = pages.memory.translate(virtualAddress(address));
  if (!isMapped(found)) throw new Error('the address is not mapped');
  const page = Math.floor(found.physical / PAGE);
  const offset = pages.physical.map.offsetOf(page);
  if (offset === undefined) throw new Error('the page is not in the dump');
  return offset + (found.physical % PAGE);
}

/** The dump with other bytes at these addresses. */
function changed(...changes: (readonly [address: bigint, bytes: Uint8Array])[]): Buffer {
  const dump = pageDump(original);
  const copy = Buffer.from(original);
  for (const [address, bytes] of changes) copy.set(bytes, placeOf(dump, address));
  return copy;
}

const GARBAGE = Buffer.alloc(16, 0xa5);
const garbageAt = (address: bigint): readonly [bigint, Uint8Array] => [address, GARBAGE];

interface Read {
  readonly threads: ReadonlySet<VirtualAddress>;
  readonly processes: ReadonlySet<VirtualAddress>;
  readonly lost: readonly string[];
}

function read(bytes: Buffer): Read {
  const dump = pageDump(bytes);
  const { threads, processes } = readKernelObjects(dump);
  return {
    threads: new Set(threads.map(({ address }) => address)),
    processes: new Set(processes.map(({ address }) => address)),
    lost: dump.findings.list.filter(({ effect }) => effect === 'lost').map(({ message }) => message),
  };
}

let whole: Read;
let order: VirtualAddress[];

beforeAll(async () => {
  writeFileSync(file, '');
  const session = createSimulatedMachine('w3wp-oplock').openSession('capture');
  const capture = session.captureLive({
    path: file,
    bugCheckCode: 0x161,
    bugCheckParameters: [0n, 0n, 0n, 0n],
    abortIfMemoryPressure: true,
  });
  await capture.finished;
  original = readFileSync(file);
  whole = read(original);
  order = [...whole.processes];
});
afterAll(() => rmSync(folder, { recursive: true }));

const process = (index: number): VirtualAddress => order.at(index) ?? virtualAddress(0n);

/** The threads that are yielded before all are known, and all of them in the end. */
function readEarly(bytes: Buffer, which: EarlyThreads) {
  const steps = kernelObjectsInSteps(pageDump(bytes), {}, which);
  const early: FoundThread[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return { early, all: value.threads };
    if (value !== undefined) early.push(value.thread);
  }
}

describe('the lists of a live dump', () => {
  it('the lists of a live dump give each of their threads early, as the result has it and in its order', () => {
    const { early, all } = readEarly(original, 'AsResult');
    expect(early.length).toBeGreaterThan(400);
    expect(early).toEqual(all.slice(0, early.length));
  });

  it('the lists of a live dump give no thread early as the result has it when a list breaks off', () => {
    const damaged = changed(garbageAt(process(1) + BigInt(EPROCESS_LINKS)));
    expect(readEarly(damaged, 'AsResult').early).toEqual([]);
    expect(readEarly(damaged, 'AsFound').early.length).toBeGreaterThan(0);
  });

  it('the lists of a live dump lead to every thread when nothing is damaged', () => {
    expect(whole.threads.size).toBeGreaterThan(400);
    expect(whole.lost).toEqual([]);
  });

  it.each([0, 1, -1])(
    'the lists of a live dump lead to every thread when the first list of process %i is damaged',
    (index) => {
      const { threads, lost } = read(changed(garbageAt(process(index) + BigInt(KPROCESS_THREAD_LIST))));
      expect(threads).toEqual(whole.threads);
      expect(lost).toEqual([]);
    },
  );

  it('the lists of a live dump lead to every process when a link between two of them is damaged, and report that more may be missing', () => {
    const { processes, lost } = read(changed(garbageAt(process(1) + BigInt(EPROCESS_LINKS))));
    expect(processes).toEqual(whole.processes);
    expect(lost).toEqual([expect.stringMatching(/the list of processes cannot be followed/)]);
  });

  it('the lists of a live dump lead to every process when the head of the list is damaged', () => {
    const head = pageDump(original).header.raw('PsActiveProcessHead');
    const { processes, threads } = read(changed(garbageAt(head)));
    expect(processes).toEqual(whole.processes);
    expect(threads).toEqual(whole.threads);
  });

  it('the lists of a live dump report it when both lists of a process are damaged', () => {
    const { threads, lost } = read(
      changed(
        garbageAt(process(0) + BigInt(KPROCESS_THREAD_LIST)),
        garbageAt(process(0) + BigInt(EPROCESS_THREAD_LIST)),
      ),
    );
    expect(threads.size).toBeLessThan(whole.threads.size);
    expect(lost).toEqual([expect.stringMatching(/the threads of one process cannot be followed/)]);
  });

  it('the lists of a live dump are completed by the table of ids, which leads to threads that no list leads to', () => {
    const dump = pageDump(original);
    const data = dump.header.raw('KdDebuggerDataBlock');
    const variable = dataViewOf(dump.memory.read(virtualAddress(data), 0x60).bytes).getBigUint64(
      PSP_CID_TABLE,
      true,
    );
    const spare = spareKernelPages(dump);
    const objects = [...whole.processes, ...whole.threads].slice(0, 255);
    const missing = [...whole.threads].filter((thread) => !objects.includes(thread));
    const entries = Buffer.alloc(PAGE);
    objects.forEach((object, index) => {
      // Unlocked, and the object in the upper 44 bits.
      entries.writeBigUInt64LE(BigInt.asUintN(64, (object >> 4n) << 20n) | 1n, (index + 1) * 16);
    });
    const table = Buffer.alloc(0x10);
    table.writeBigUInt64LE(spare.entries, 8);
    const pointer = Buffer.alloc(8);
    pointer.writeBigUInt64LE(spare.table);
    const { threads, lost } = read(
      changed(
        [spare.entries, entries],
        [spare.table, table],
        [variable, pointer],
        garbageAt(process(0) + BigInt(KPROCESS_THREAD_LIST)),
        garbageAt(process(0) + BigInt(EPROCESS_THREAD_LIST)),
      ),
    );
    const known = [...whole.threads].filter((thread) => objects.includes(thread));
    expect(known.length).toBeGreaterThan(100);
    for (const thread of known) expect(threads).toContain(thread);
    expect(missing.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });
});

/** Two pages of the kernel's code: no list leads through them. */
function spareKernelPages(dump: PageDump): { entries: bigint; table: bigint } {
  const [kernel] = dump.drivers();
  if (kernel === undefined) throw new Error('the dump has no kernel');
  return { entries: addressAt(kernel.base, PAGE), table: addressAt(kernel.base, 2 * PAGE) };
}

describe('a reader of a live dump with a broken list', () => {
  it.each(['stacks', 'dump-threads', 'dump-processes', 'dump'])(
    '%s warns of a broken list and exits 4',
    async (verb) => {
      const broken = path.join(folder, 'broken.dmp');
      writeFileSync(
        broken,
        changed(
          garbageAt(process(0) + BigInt(KPROCESS_THREAD_LIST)),
          garbageAt(process(0) + BigInt(EPROCESS_THREAD_LIST)),
        ),
      );
      const { exitCode, messages } = await runCli([verb, broken, '--format', 'ndjson']);
      expect(exitCode).toBe(4);
      const warnings = messages.filter(({ kind }) => kind === 'warning');
      expect(warnings).toContainEqual(
        expect.objectContaining({ message: expect.stringContaining('cannot be followed') }),
      );
    },
  );

  it.each(['dump-threads', 'dump-processes'])(
    '%s exits 0 on a broken list where another list led to everything',
    async (verb) => {
      const mended = path.join(folder, 'mended.dmp');
      writeFileSync(mended, changed(garbageAt(process(0) + BigInt(KPROCESS_THREAD_LIST))));
      expect((await runCli([verb, mended])).exitCode).toBe(0);
    },
  );
});
