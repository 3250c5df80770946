import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ARM64_22000 } from '../../../src/simulator/synth/builds.ts';
import { REGION } from '../../synth/kernel-truth.ts';
import { headerBytes, hostileImage } from './images.ts';
import type { HostileKind } from './kind.ts';
import { FILE_KINDS } from './kinds-files.ts';
import { OBJECT_KINDS } from './kinds-objects.ts';
import { STACK_KINDS } from './kinds-stacks.ts';
import { SYMBOL_KINDS } from './kinds-symbols.ts';
import { UNWIND_KINDS } from './kinds-unwind.ts';
import { WAIT_KINDS } from './kinds-waits.ts';
import { sharedBlocksPdb } from './pdb.ts';
import { type HostileWorld, hostileDump } from './world.ts';

const X64 = 0x8664;
const ARM64 = 0xaa64;
const PAGE = 0x1000;
const pagesOf = (bytes: number) => Math.ceil(bytes / PAGE);

/** Where a hostile image is, and a stack. */
const IMAGE: bigint = REGION.drivers;
const STACK: bigint = REGION.stacks;
/** A stack as large as a walk scans, of one page that repeats. */
const STACK_PAGES = 128;

/** A stack of aliases of its first page, which is filled with `words` in turn; the saved registers lead to `pc`. */
function putStack(world: HostileWorld, words: readonly bigint[], pc: bigint): void {
  const { memory } = world;
  const page = memory.allocate(STACK, PAGE, PAGE);
  for (let at = 0; at < PAGE; at += 8) memory.at(page).u64(at, words[(at / 8) % words.length] ?? 0n);
  world.alias(page + BigInt(PAGE), page, 1);
  for (let copy = 1; copy < STACK_PAGES; copy++) world.alias(page + BigInt(copy * PAGE), page, 1);
  memory
    .at(page)
    .u64(SAVED + 0x38, pc)
    .u64(SAVED + 0x58, pc)
    .u64(SAVED + 0x50, page + 0x200n);
}

/** Where the saved registers are in a stack. */
const SAVED = 0x80;
/** The stack of a thread from `limit` up, as large as one segment of a kernel stack can be. */
const stackAt = (limit = STACK) => ({
  limit,
  base: limit + 0x40000n,
  saved: limit + BigInt(SAVED),
});

function dumpFile(folder: string, bytes: Uint8Array): string {
  const file = path.join(folder, 'hostile.dmp');
  writeFileSync(file, bytes);
  return file;
}

/** Aliases of the image at `IMAGE`, each a driver of its own. */
function putDrivers(world: HostileWorld, count: number, bytes: number): void {
  const step = BigInt(pagesOf(bytes) * PAGE);
  for (let index = 0; index < count; index++) {
    const base = IMAGE + BigInt(index) * step;
    if (index > 0) world.alias(base, IMAGE, pagesOf(bytes));
    world.driver(base, pagesOf(bytes) * PAGE);
  }
}

const tinySections = (count: number, executable: boolean) =>
  Array.from({ length: count }, () => ({ rva: 8, size: 8, executable }));

/** An exception directory with one entry that covers [0x1000, 0x2000), and unwind information behind it. */
const PDATA = { rva: 0x3000, size: 12 };

export const HOSTILE_KINDS: readonly HostileKind[] = [
  {
    name: 'sections',
    what: 'drivers that share one image with as many sections as a header can count',
    small: 1000,
    build(folder, n) {
      const bytes = headerBytes(n) + PAGE;
      const dump = hostileDump((world) => {
        const image = hostileImage({ machine: X64, bytes, sections: tinySections(n, true) });
        world.memory.allocate(IMAGE, pagesOf(bytes) * PAGE, PAGE);
        world.memory.write(IMAGE, image.bytes);
        putDrivers(world, 50, bytes);
      });
      return ['dump', dumpFile(folder, dump)];
    },
  },
  {
    name: 'section-search',
    what: 'a stack of return addresses, each looked for in all sections of an image',
    small: 250,
    build(folder, n) {
      const headers = pagesOf(headerBytes(n)) * PAGE;
      const bytes = headers + 0x8000;
      const dump = hostileDump((world) => {
        const image = hostileImage({
          machine: X64,
          bytes,
          sections: [...tinySections(n, true), { rva: headers, size: 0x8000, executable: false }],
          directories: { 3: { rva: headers + 0x3000, size: 12 } },
        });
        world.memory.allocate(IMAGE, bytes, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, bytes);
        putStack(world, [IMAGE + BigInt(headers + 0x800)], IMAGE + BigInt(headers + 0x800));
        world.thread(stackAt());
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'opened-images',
    what: 'drivers that share one image, each named by a stack and so kept open',
    small: 60,
    build(folder, n) {
      const bytes = headerBytes(250) + 0x5000;
      const size = pagesOf(bytes) * PAGE;
      const dump = hostileDump((world) => {
        const image = hostileImage({
          machine: X64,
          bytes: size,
          sections: tinySections(250, true),
          directories: { 3: { rva: 0x4000, size: 12 } },
        });
        world.memory.allocate(IMAGE, size, PAGE);
        world.memory.write(IMAGE, image.bytes);
        putDrivers(world, n, size);
        const page = world.memory.allocate(STACK, pagesOf(n * 16 + 0x100) * PAGE, PAGE);
        for (let index = 0; index < n; index++)
          world.memory.at(page).u64(SAVED + 0x38 + index * 16, IMAGE + BigInt(index * size + 0x800));
        world.thread(stackAt(page));
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'arm64-epilogs',
    what: 'one function of ARM64 with as many epilogs as its header can count, all of the same codes',
    small: 1000,
    build(folder, n) {
      const count = Math.min(n, 0xffff);
      const codes = 0xff * 4;
      const bytes = 0x4000 + count * 4 + codes + PAGE;
      const dump = hostileDump((world) => {
        const image = hostileImage({
          machine: ARM64,
          bytes: pagesOf(bytes) * PAGE,
          sections: [{ rva: 0x1000, size: 0x1000, executable: true }],
          directories: { 3: { rva: 0x3000, size: 8 } },
        });
        image.u32(0x3000, 0x1000).u32(0x3004, 0x4000);
        image.u32(0x4000, 0x400).u32(0x4004, count | (0xff << 16));
        for (let index = 0; index < count; index++) image.u32(0x4008 + index * 4, 0x10);
        const at = 0x4008 + count * 4;
        image.bytes.fill(0x01, at, at + codes - 1);
        image.u8(at + codes - 1, 0xe4);
        world.memory.allocate(IMAGE, pagesOf(bytes) * PAGE, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, pagesOf(bytes) * PAGE);
        putStack(world, [STACK + 0x200n, IMAGE + 0x1800n], IMAGE + 0x1800n);
        world.thread(stackAt());
      }, ARM64_22000);
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'unwind-cycle',
    what: 'unwind information that is chained to itself, undone for each guess on a stack, for each thread',
    small: 2,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const image = hostileImage({
          machine: X64,
          bytes: 0x6000,
          sections: [{ rva: 0x1000, size: 0x1000, executable: true }],
          directories: { 3: PDATA },
        });
        image.u32(0x3000, 0x1000).u32(0x3004, 0x2000).u32(0x3008, 0x4000);
        image
          .u8(0x4000, 1 | (4 << 3))
          .u8(0x4001, 0)
          .u8(0x4002, 254)
          .u8(0x4003, 0);
        for (let code = 0; code < 254; code++) image.u8(0x4004 + code * 2, 0).u8(0x4005 + code * 2, 0x02);
        image
          .u32(0x4004 + 254 * 2, 0x1000)
          .u32(0x4008 + 254 * 2, 0x2000)
          .u32(0x400c + 254 * 2, 0x4000);
        image.bytes.fill(0xe8, 0x1000, 0x2000);
        world.memory.allocate(IMAGE, 0x6000, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, 0x6000);
        putStack(world, [IMAGE + 0x1800n, IMAGE + 0x1900n], IMAGE + 0x2800n);
        for (let index = 0; index < n; index++) world.thread(stackAt());
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'export-names',
    what: 'functions with 64 names of 4 KiB each, which all are the same text, on a stack that names each function',
    small: 16,
    build(folder, n) {
      const names = 64;
      const tables = 0x3000;
      const bytes = pagesOf(tables + 40 + n * 4 + n * names * 6 + 0x2000) * PAGE;
      const dump = hostileDump((world) => {
        const functionsAt = tables + 40;
        const namesAt = functionsAt + n * 4;
        const ordinalsAt = namesAt + n * names * 4;
        const textAt = Math.ceil((ordinalsAt + n * names * 2) / 16) * 16;
        const image = hostileImage({
          machine: X64,
          bytes,
          sections: [{ rva: 0x1000, size: 0x1000, executable: true }],
          directories: { 0: { rva: tables, size: 40 } },
        });
        image
          .u32(tables + 0x10, 1)
          .u32(tables + 0x14, n)
          .u32(tables + 0x18, n * names)
          .u32(tables + 0x1c, functionsAt)
          .u32(tables + 0x20, namesAt)
          .u32(tables + 0x24, ordinalsAt);
        for (let index = 0; index < n; index++) image.u32(functionsAt + index * 4, 0x1000 + index * 8);
        for (let index = 0; index < n * names; index++)
          image.u32(namesAt + index * 4, textAt).u16(ordinalsAt + index * 2, index % n);
        image.latin1(textAt, `?${'a@?$b@V'.repeat(570)}`.slice(0, 0xff0));
        world.memory.allocate(IMAGE, bytes, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, bytes);
        const pages = pagesOf(n * 16 + 0x100);
        const page = world.memory.allocate(STACK, pages * PAGE, PAGE);
        for (let index = 0; index < n; index++)
          world.memory.at(page).u64(SAVED + 0x38 + index * 16, IMAGE + BigInt(0x1004 + index * 8));
        world.thread(stackAt(page));
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'shared-requests',
    reports: /a request is on the lists of several threads/,
    what: 'requests of which only the links are stored, on the lists of all threads at once',
    small: 100,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const { memory } = world;
        // Each link begins a page, and the page before it, with the request itself, is not there.
        const links = Array.from({ length: 90 }, (_, index) =>
          memory.allocate(REGION.pool + 0x1000_0000n + BigInt(index * 2 * PAGE), 0x10, PAGE),
        );
        for (let index = 0; index < n; index++) {
          const { requests } = world.thread(stackAt());
          // The first link is the thread's own, because it must lead back to the head.
          const own = memory.allocate(REGION.pool + 0x2000_0000n, 0x10);
          memory.link(requests, [own, ...links]);
        }
        putStack(world, [0n], IMAGE);
      });
      return ['dump-threads', dumpFile(folder, dump)];
    },
  },
  {
    name: 'shared-stacks',
    reports: /threads share a stack/,
    what: 'threads that share one stack, scanned to its end for each',
    small: 4,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const image = hostileImage({ machine: X64, bytes: 0x2000, sections: [] });
        world.memory.allocate(IMAGE, 0x2000, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, 0x2000);
        putStack(world, [0x10n, 0x33n], IMAGE + 0x1800n);
        for (let index = 0; index < n; index++) world.thread(stackAt());
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'pdb-blocks',
    reports: /belongs to the streams/,
    what: 'modules of a PDB whose streams are the same blocks',
    small: 50,
    build(folder, n) {
      const file = path.join(folder, 'hostile.pdb');
      writeFileSync(file, sharedBlocksPdb(n));
      return ['-pdb', file];
    },
  },
  {
    name: 'manifests',
    what: 'manifests of other sets beside a dump',
    small: 1,
    build(folder, n) {
      const dump = dumpFile(
        folder,
        hostileDump((world) => putStack(world, [0n], IMAGE)),
      );
      const nested = '[]'.padStart(2_000_000, '[],');
      for (let index = 0; index < n; index++)
        writeFileSync(path.join(folder, `other${index}.ktriage.json`), `{"dumps":[${nested}]}`);
      return ['dump', dump];
    },
  },
  ...OBJECT_KINDS,
  ...STACK_KINDS,
  ...SYMBOL_KINDS,
  ...FILE_KINDS,
  ...WAIT_KINDS,
  ...UNWIND_KINDS,
];
