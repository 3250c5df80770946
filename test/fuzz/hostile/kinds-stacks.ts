import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { REGION } from '../../synth/kernel-truth.ts';
import { hostileImage } from './images.ts';
import type { HostileKind } from './kind.ts';
import { type HostileWorld, hostileDump } from './world.ts';

const PAGE = 0x1000;
const X64 = 0x8664;
const IMAGE: bigint = REGION.drivers;
/** Where the saved registers are in a stack. */
const SAVED = 0x80;
const STACK_PAGES = 64;

/** Stacks of many threads, each at addresses of its own, and all of them one page that repeats. */
function putThreads(world: HostileWorld, count: number, words: readonly bigint[], pc: bigint): void {
  const { memory } = world;
  const page = memory.allocate(REGION.stacks, PAGE, PAGE);
  for (let at = 0; at < PAGE; at += 8) memory.at(page).u64(at, words[(at / 8) % words.length] ?? 0n);
  memory
    .at(page)
    .u64(SAVED + 0x38, pc)
    .u64(SAVED + 0x58, pc)
    .u64(SAVED + 0x50, page + 0x200n);
  for (let thread = 0; thread < count; thread++) {
    const limit = REGION.stacks + 0x100_0000n + BigInt(thread * STACK_PAGES * PAGE);
    world.alias(limit, page, 1);
    for (let copy = 1; copy < STACK_PAGES; copy++) world.alias(limit + BigInt(copy * PAGE), page, 1);
    world.thread({ limit, base: limit + BigInt(STACK_PAGES * PAGE), saved: limit + BigInt(SAVED) });
  }
}

interface ExportPlan {
  readonly functions: number;
  readonly name: string;
}

/** An image of exports that share one name; its tables are one page that repeats where `pages` says so. */
function exportingImage({ functions, name }: ExportPlan) {
  const tables = 0x3000;
  const functionsAt = tables + PAGE;
  const namesAt = functionsAt + Math.ceil((functions * 4) / PAGE) * PAGE;
  const ordinalsAt = namesAt + Math.ceil((functions * 4) / PAGE) * PAGE;
  const textAt = ordinalsAt + Math.ceil((functions * 2) / PAGE) * PAGE;
  const bytes = textAt + 2 * PAGE;
  const image = hostileImage({
    machine: X64,
    bytes,
    sections: [{ rva: 0x1000, size: 0x1000, executable: true }],
    directories: { 0: { rva: tables, size: 40 } },
  });
  image
    .u32(tables + 0x10, 1)
    .u32(tables + 0x14, functions)
    .u32(tables + 0x18, functions)
    .u32(tables + 0x1c, functionsAt)
    .u32(tables + 0x20, namesAt)
    .u32(tables + 0x24, ordinalsAt);
  for (let index = 0; index < functions; index++)
    image
      .u32(functionsAt + index * 4, 0x1000 + ((index * 8) % PAGE))
      .u32(namesAt + index * 4, textAt)
      .u16(ordinalsAt + index * 2, index % (PAGE / 2));
  image.latin1(textAt, name);
  return { image, bytes, repeated: [functionsAt, namesAt, ordinalsAt, textAt] as const };
}

/** The hardest name that fits: pointers to pointers, each a type of its own. */
const LONG_NAME = `??$f@${'PEAPEAPEAPEAPEAPEAPEAPEAPEAPEAPEAPEAX'.repeat(110)}@@YAXXZ`.slice(0, 0xff0);

function dumpFile(folder: string, dump: Uint8Array): string {
  const file = path.join(folder, 'hostile.dmp');
  writeFileSync(file, dump);
  return file;
}

export const STACK_KINDS: readonly HostileKind[] = [
  {
    name: 'export-tables',
    what: 'drivers that share the pages of one table of exports, each named by a stack',
    small: 40,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const { image, bytes, repeated } = exportingImage({ functions: 0x10000, name: 'Name' });
        const [functionsAt, namesAt, ordinalsAt, textAt] = repeated;
        const pageOf = (rva: number) => {
          if (rva < functionsAt || rva >= textAt) return rva;
          return rva < namesAt ? functionsAt : rva < ordinalsAt ? namesAt : ordinalsAt;
        };
        const first = IMAGE - BigInt(bytes);
        for (const rva of [0, 0x1000, 0x2000, 0x3000, ...repeated, textAt + PAGE]) {
          world.memory.allocate(first + BigInt(rva), PAGE, PAGE);
          world.memory.write(first + BigInt(rva), image.bytes.subarray(rva, rva + PAGE));
        }
        const page = world.memory.allocate(REGION.stacks, Math.ceil((n * 16 + 0x100) / PAGE) * PAGE, PAGE);
        for (let index = 0; index < n; index++) {
          const base = IMAGE + BigInt(index * bytes);
          for (let rva = 0; rva < bytes; rva += PAGE)
            world.alias(base + BigInt(rva), first + BigInt(pageOf(rva)), 1);
          world.driver(base, bytes);
          world.memory.at(page).u64(SAVED + 0x38 + index * 16, base + 0x1804n);
        }
        world.thread({ limit: page, base: page + 0x40000n, saved: page + BigInt(SAVED) });
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'long-names',
    what: 'threads whose stacks are one page of calls of a function with a name of 4,080 letters',
    small: 100,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const { image, bytes } = exportingImage({ functions: 1, name: LONG_NAME });
        world.memory.allocate(IMAGE, bytes, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, bytes);
        putThreads(world, n, [IMAGE + 0x1804n, IMAGE + 0x1904n], IMAGE + 0x1804n);
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'mentions',
    what: 'threads whose stacks are one page of pointers to one object',
    small: 20,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const thread = world.thread({
          limit: REGION.stacks,
          base: REGION.stacks + 0x6000n,
          saved: REGION.stacks + 0x80n,
        });
        putThreads(world, n, [thread.address], IMAGE);
      });
      return ['stacks', dumpFile(folder, dump), '--include-mentions', '--symbol-path', folder];
    },
  },
];
