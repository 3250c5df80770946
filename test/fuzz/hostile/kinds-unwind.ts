import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ARM64_22000 } from '../../../src/simulator/synth/builds.ts';
import type { RawRecord } from '../../../src/simulator/synth/raw-record.ts';
import { REGION } from '../../synth/kernel-truth.ts';
import { hostileImage } from './images.ts';
import type { HostileKind } from './kind.ts';
import { type HostileWorld, hostileDump } from './world.ts';

const PAGE = 0x1000;
const X64 = 0x8664;
const ARM64 = 0xaa64;
const IMAGE: bigint = REGION.drivers;
/** Where the saved registers are in a stack. */
const SAVED = 0x80;
/** Frames of one stack. */
const FRAMES = 256;
const STACK_BYTES = 0x6000;

function dumpFile(folder: string, dump: Uint8Array): string {
  const file = path.join(folder, 'hostile.dmp');
  writeFileSync(file, dump);
  return file;
}

/** Behind the saved registers of a switch, of which those of ARM64 take most. */
const WORDS = { x64: SAVED + 0x40, arm64: SAVED + 0x60 };

/** Threads with stacks of `words`, two words a frame. */
function putStacks(
  world: HostileWorld,
  machine: keyof typeof WORDS,
  threads: number,
  pc: bigint,
  wordsOf: (thread: number, frame: number) => readonly [bigint, bigint],
): void {
  const { memory } = world;
  for (let thread = 0; thread < threads; thread++) {
    const limit = memory.allocate(REGION.stacks, STACK_BYTES, PAGE);
    const record = memory.at(limit);
    record.u64(SAVED + 0x38, pc).u64(SAVED + 0x58, pc);
    for (let frame = 0; frame < FRAMES; frame++) {
      const [low, high] = wordsOf(thread, frame);
      record.u64(WORDS[machine] + frame * 16, low).u64(WORDS[machine] + frame * 16 + 8, high);
    }
    world.thread({ limit, base: limit + BigInt(STACK_BYTES), saved: limit + BigInt(SAVED) });
  }
}

/** One exported function, so that frames of the image are looked up by name. */
function putExport(image: RawRecord, at: number, rva: number): void {
  image
    .u32(at + 0x10, 1)
    .u32(at + 0x14, 1)
    .u32(at + 0x18, 1)
    .u32(at + 0x1c, at + 0x40)
    .u32(at + 0x20, at + 0x44)
    .u32(at + 0x24, at + 0x48)
    .u32(at + 0x40, rva)
    .u32(at + 0x44, at + 0x50)
    .latin1(at + 0x50, 'Exported');
}

const NOP = 0xd503_201f;
/** Bytes of code of one fragment that are searched for branches. */
const FRAGMENT = 0x8000;
const FIRST_CODE = 0x8_0000;

export const UNWIND_KINDS: readonly HostileKind[] = [
  {
    name: 'arm64-fragments',
    what: 'fragments of functions of ARM64, of two pages of code that repeat, each of which branches into the next',
    small: 1,
    build(folder, n) {
      const fragments = FRAMES * 4 * n;
      const dump = hostileDump((world) => {
        const size = FIRST_CODE + fragments * FRAGMENT;
        const headers = FIRST_CODE;
        const image = hostileImage({
          machine: ARM64,
          bytes: headers,
          sections: [{ rva: FIRST_CODE, size: fragments * FRAGMENT, executable: true }],
          directories: { 3: { rva: 0x4000, size: fragments * 8 }, 0: { rva: 0x2000, size: 0x100 } },
        });
        putExport(image, 0x2000, FIRST_CODE);
        // All have one frame: `end_c`, then what the prolog of the function did.
        image.u32(0x3000, (FRAGMENT / 4) | (1 << 21) | (1 << 27));
        for (const [offset, code] of [0xe5, 0x81, 0xe4, 0xe4].entries()) image.u8(0x3004 + offset, code);
        for (let index = 0; index < fragments; index++)
          image.u32(0x4000 + index * 8, FIRST_CODE + index * FRAGMENT).u32(0x4004 + index * 8, 0x3000);
        world.memory.allocate(IMAGE, headers, PAGE);
        world.memory.write(IMAGE, image.bytes);
        const code = world.memory.allocate(IMAGE + BigInt(headers), 2 * PAGE, PAGE);
        for (let at = 0; at < 2 * PAGE; at += 4) world.memory.at(code).u32(at, NOP);
        world.memory.at(code).u32(PAGE, 0x1400_0000 | (FRAGMENT / 4));
        for (let page = 2; page < (fragments * FRAGMENT) / PAGE; page++)
          world.alias(code + BigInt(page * PAGE), code + (page % 8 === 7 ? BigInt(PAGE) : 0n), 1);
        world.driver(IMAGE, size);
        putStacks(world, 'arm64', n, IMAGE + BigInt(FIRST_CODE + 0x100), (thread, frame) => [
          0n,
          IMAGE + BigInt(FIRST_CODE + (thread * FRAMES + frame) * 4 * FRAGMENT + 0x100),
        ]);
      }, ARM64_22000);
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'arm64-pairs',
    what: 'a function of ARM64 that saves as many pairs of registers as its codes can count, in each frame',
    small: 2,
    build(folder, n) {
      const dump = hostileDump((world) => {
        const image = hostileImage({
          machine: ARM64,
          bytes: 0x6000,
          sections: [{ rva: 0x1000, size: 0x1000, executable: true }],
          directories: { 3: { rva: 0x3000, size: 8 } },
        });
        image.u32(0x3000, 0x1000).u32(0x3004, 0x4000);
        image.u32(0x4000, 0x400).u32(0x4004, 0xff << 16);
        // `save_next` without end, then the pair of frame and link register.
        image.bytes.fill(0xe6, 0x4008, 0x4008 + 1016);
        for (const [offset, code] of [0x81, 0xe4, 0xe4, 0xe4].entries())
          image.u8(0x4008 + 1016 + offset, code);
        world.memory.allocate(IMAGE, 0x6000, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, 0x6000);
        putStacks(world, 'arm64', n, IMAGE + 0x1800n, () => [0n, IMAGE + 0x1804n]);
      }, ARM64_22000);
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
  {
    name: 'x64-chains',
    what: 'entries of x64 that are each chained to the next, and a stack of addresses in all of them',
    small: 1,
    build(folder, n) {
      const entries = FRAMES * n;
      const infoAt = 0x4000 + Math.ceil((entries * 12) / PAGE) * PAGE;
      const size = infoAt + entries * 16 + PAGE;
      const dump = hostileDump((world) => {
        const image = hostileImage({
          machine: X64,
          bytes: size,
          sections: [{ rva: 0x1000, size: 0x1000, executable: true }],
          directories: { 3: { rva: 0x4000, size: entries * 12 }, 0: { rva: 0x2000, size: 0x100 } },
        });
        putExport(image, 0x2000, 0x1000);
        image.bytes.fill(0xe8, 0x1000, 0x2000);
        const step = Math.max(1, Math.floor(PAGE / entries));
        for (let index = 0; index < entries; index++) {
          const next = Math.min(entries - 1, index + 1);
          const place = (entry: number) =>
            [0x1000 + entry * step, 0x1000 + (entry + 1) * step, infoAt + entry * 16] as const;
          const put = (at: number, words: readonly [number, number, number]) =>
            image
              .u32(at, words[0])
              .u32(at + 4, words[1])
              .u32(at + 8, words[2]);
          put(0x4000 + index * 12, place(index));
          image.u8(infoAt + index * 16, next === index ? 1 : 1 | (4 << 3));
          if (next !== index) put(infoAt + index * 16 + 4, place(next));
        }
        world.memory.allocate(IMAGE, size, PAGE);
        world.memory.write(IMAGE, image.bytes);
        world.driver(IMAGE, size);
        putStacks(world, 'x64', n, IMAGE + 0x1008n, (_, frame) => [
          IMAGE + BigInt(0x1000 + ((frame * step + 1) % PAGE)),
          IMAGE + BigInt(0x1000 + ((frame * step + 2) % PAGE)),
        ]);
      });
      return ['stacks', dumpFile(folder, dump), '--symbol-path', folder];
    },
  },
];
