import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { X64_19041 } from '../../../src/simulator/synth/builds.ts';
import { recordOver } from '../../../src/simulator/synth/raw-record.ts';
import { kernelImage } from '../../synth/kernel-image.ts';
import { type KernelImage, REGION } from '../../synth/kernel-truth.ts';
import { bugCheckTriageDump } from '../../synth/triage-dumps.ts';
import type { HostileKind } from './kind.ts';
import { hostileDump } from './world.ts';

const PAGE = 0x1000;
const POOL = 0xffffe08a_40000000n;

function dumpFile(folder: string, bytes: Uint8Array): string {
  const file = path.join(folder, 'hostile.dmp');
  writeFileSync(file, bytes);
  return file;
}

interface Region {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** Fields of TRIAGE_DUMP64, which follows the header (mindumpdef.h). */
const TRIAGE = 0x2000;
const FIELD = {
  sizeOfDump: TRIAGE + 0x4,
  validOffset: TRIAGE + 0x8,
  driverList: TRIAGE + 0x30,
  driverCount: TRIAGE + 0x34,
  blocks: TRIAGE + 0x78,
  blockCount: TRIAGE + 0x7c,
};
const ENTRY_BYTES = 0x10;
const MARK = 0x44475254;

/** A triage dump of one kernel, larger than a writer makes one: `more` is stored behind what it has, before its mark. */
function grownTriageDump(kernel: KernelImage, more: readonly Region[]): Buffer {
  const base = bugCheckTriageDump(kernel);
  const start = base.readUInt32LE(FIELD.validOffset);
  const oldCount = base.readUInt32LE(FIELD.blockCount);
  const oldTable = base.readUInt32LE(FIELD.blocks);
  const table = Buffer.alloc((oldCount + more.length) * ENTRY_BYTES);
  base.copy(table, 0, oldTable, oldTable + oldCount * ENTRY_BYTES);
  let at = start + table.length;
  for (const [index, { address, bytes }] of more.entries()) {
    const entry = (oldCount + index) * ENTRY_BYTES;
    table.writeBigUInt64LE(address, entry);
    table.writeUInt32LE(at, entry + 8);
    table.writeUInt32LE(bytes.length, entry + 12);
    at += bytes.length;
  }
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(MARK);
  const file = Buffer.concat([base.subarray(0, start), table, ...more.map(({ bytes }) => bytes), mark]);
  file.writeUInt32LE(file.length, FIELD.sizeOfDump);
  file.writeUInt32LE(at, FIELD.validOffset);
  file.writeUInt32LE(start, FIELD.blocks);
  file.writeUInt32LE(oldCount + more.length, FIELD.blockCount);
  return file;
}

/** A triage dump that stores `count` copies of a record of words, one after the other. */
function repeated(folder: string, words: readonly bigint[], count: number): string {
  const bytes = recordOver(new Uint8Array(count * words.length * 8));
  for (let at = 0; at < count * words.length; at++) bytes.u64(at * 8, words[at % words.length] ?? 0n);
  return dumpFile(folder, grownTriageDump(kernelImage(X64_19041), [{ address: POOL, bytes: bytes.bytes }]));
}

const NOWHERE = 0xffffa000_00000100n;

export const OBJECT_KINDS: readonly HostileKind[] = [
  {
    name: 'owner-tables',
    reports: /costs more than its size can explain/,
    what: 'resources that share one owner table, of one page that repeats',
    small: 64,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const { memory } = world;
        const entries = 4000;
        const table = memory.allocate(POOL, PAGE, PAGE);
        for (let at = 0; at < PAGE; at += 16)
          memory
            .at(table)
            .u64(at, NOWHERE | 3n)
            .u64(at + 8, entries);
        for (let page = 1; page < 16; page++) world.alias(table + BigInt(page * PAGE), table, 1);
        const resources = Array.from({ length: n }, () => {
          const resource = memory.allocate(REGION.pool + 0x1000_0000n, 0x68, 16);
          memory
            .at(resource)
            .u64(0x10, table)
            .u16(0x18, 1)
            .u64(0x30, NOWHERE | 3n)
            .u32(0x38, 8)
            .u32(0x40, entries);
          return resource;
        });
        world.resources(resources);
      });
      return ['locks', dumpFile(folder, dump)];
    },
  },
  {
    name: 'resource-shapes',
    reports: /costs more than its size can explain/,
    what: 'stored memory in which owned resources overlap each other',
    small: 4000,
    build(folder, n) {
      const words = [NOWHERE, NOWHERE, 0n, 0x0000_0108n, 0n, 0n, NOWHERE | 3n];
      return ['locks', repeated(folder, words, n)];
    },
  },
  {
    name: 'waiter-rings',
    what: 'blocks of waiters that are alone, and that name one resource by their stacks',
    small: 1000,
    build(folder, n) {
      const kernel = kernelImage(X64_19041);
      const waiting = kernel.processes.flatMap(({ threads }) =>
        threads.filter(({ state }) => state === 'Wait'),
      );
      const thread = waiting[0]?.address ?? 0n;
      const resource = 0xffffa000_00000200n;
      const words = [resource + 0x60n, resource, NOWHERE, NOWHERE, thread, 0x0006_0001n, NOWHERE, NOWHERE];
      return ['locks', repeated(folder, words, n)];
    },
  },
  {
    name: 'thread-shapes',
    what: 'stored memory in which the shapes of threads overlap each other',
    small: 500,
    build(folder, n) {
      const kernel = kernelImage(X64_19041);
      const { thread } = kernel.profile;
      const words: bigint[] = Array.from({ length: 12 }, () => 0n);
      const put = (offset: number, value: bigint) => {
        words[(offset / 8) % words.length] = value;
      };
      const limit = 0xffffa000_00010000n;
      put(thread.stackLimit, limit);
      put(thread.stackBase, limit + 0x6000n);
      put(thread.initialStack, limit + 0x5c00n);
      put(thread.kernelStack, limit + 0x5000n);
      words[0] = 6n;
      return ['dump-threads', repeated(folder, words, n)];
    },
  },
  {
    name: 'driver-names',
    reports: /drivers share their names/,
    what: 'drivers of a triage dump that share one long name',
    small: 500,
    build(folder, n) {
      const entry = 0x90;
      const name = Buffer.alloc(4 + 1000 * 2);
      name.writeUInt32LE(1000);
      for (let letter = 0; letter < 1000; letter++) name.writeUInt16LE(1, 4 + letter * 2);
      const bytes = Buffer.alloc(n * entry);
      const file = grownTriageDump(kernelImage(X64_19041), [
        { address: POOL, bytes: name },
        { address: POOL + 0x1000n, bytes },
      ]);
      const list = file.length - 4 - bytes.length;
      for (let index = 0; index < n; index++) {
        file.writeUInt32LE(list - name.length, list + index * entry);
        file.writeBigUInt64LE(REGION.drivers + BigInt(index * PAGE), list + index * entry + 0x38);
        file.writeUInt32LE(PAGE, list + index * entry + 0x48);
      }
      file.writeUInt32LE(list, FIELD.driverList);
      file.writeUInt32LE(n, FIELD.driverCount);
      return ['dump', dumpFile(folder, file)];
    },
  },
];
