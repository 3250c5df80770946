import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import type { UserProcess, UserStack } from '../../src/machine/port.ts';
import { MOST_STACK_FRAMES } from '../../src/stack/frame.ts';
import { userStackWalker } from '../../src/threads/user-stack.ts';

/**
 * A process with memory that an attacker wrote: an image of one page that repeats, mutated everywhere, and a stack full of
 * addresses into it. (Stacks of real processes: test/machine/windows.)
 */

const IMAGE = 0x7ff6_0000_0000n;
const SIZE = 0x10000;
const STACK = 0x2000_0000n;

/** The headers of a 64-bit image with one section and a function table, by raw offsets of the PE format. */
function image(): Uint8Array {
  const bytes = Buffer.alloc(SIZE);
  bytes.write('MZ', 0);
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('PE\0\0', 0x80);
  bytes.writeUInt16LE(0x8664, 0x84);
  bytes.writeUInt16LE(1, 0x86);
  bytes.writeUInt16LE(0xf0, 0x94);
  bytes.writeUInt16LE(0x20b, 0x98);
  bytes.writeUInt32LE(SIZE, 0xd0);
  bytes.writeUInt32LE(0x400, 0xd4);
  bytes.writeUInt32LE(16, 0x104);
  // Exports, exceptions and debug directory, each where hostile bytes may lead anywhere.
  for (const [index, rva, length] of [
    [0, 0x3000, 0x100],
    [3, 0x2000, 0x60],
    [6, 0x4000, 0x38],
  ] as const) {
    bytes.writeUInt32LE(rva, 0x108 + 8 * index);
    bytes.writeUInt32LE(length, 0x10c + 8 * index);
  }
  bytes.write('.text', 0x188);
  bytes.writeUInt32LE(SIZE - 0x1000, 0x190);
  bytes.writeUInt32LE(0x1000, 0x194);
  bytes.writeUInt32LE(0x60000020, 0x1ac);
  for (let index = 0; index < 8; index += 1) {
    bytes.writeUInt32LE(0x1000 + index * 0x100, 0x2000 + 12 * index);
    bytes.writeUInt32LE(0x1100 + index * 0x100, 0x2004 + 12 * index);
    bytes.writeUInt32LE(0x5000 + index * 0x20, 0x2008 + 12 * index);
    bytes.set([1, 4, 1, 0, 4, 0x42], 0x5000 + index * 0x20);
  }
  return bytes;
}

function processOf(bytes: Uint8Array): UserProcess {
  return {
    modules: [{ name: 'hostile.dll', path: 'C:\\hostile.dll', base: virtualAddress(IMAGE), size: SIZE }],
    read(address, length) {
      const offset = Number(address - IMAGE);
      return offset >= 0 && length >= 0 && offset + length <= bytes.length
        ? bytes.subarray(offset, offset + length)
        : undefined;
    },
    copyStack: () => Promise.resolve({ refused: 'denied' }),
    close: () => undefined,
  };
}

function stackOf(words: readonly number[], pc: number): UserStack {
  const bytes = Buffer.alloc(words.length * 8);
  for (const [index, word] of words.entries()) bytes.writeBigUInt64LE(IMAGE + BigInt(word), index * 8);
  return {
    pc: virtualAddress(IMAGE + BigInt(pc)),
    sp: virtualAddress(STACK),
    general: Array.from({ length: 16 }, () => virtualAddress(STACK)),
    bytes,
  };
}

const words = fc.array(fc.integer({ min: 0, max: SIZE + 0x100 }), { maxLength: 400 });
const changes = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 60 });

describe('a user-mode stack', () => {
  it('a user-mode stack is walked by the unwind data of the image in memory', async () => {
    // Each function of the image allocates 40 bytes (unwind code 0x42): the return address is behind them.
    const stack = stackOf([0, 0, 0, 0, 0, 0x1250, 0, 0, 0, 0, 0, 0x1350, 0, 0, 0, 0, 0], 0x1150);
    const frames = await userStackWalker(processOf(image())).frames(stack);
    expect(frames.slice(0, 3)).toEqual(['hostile+0x1150', 'hostile+0x1250', 'hostile+0x1350']);
  });

  it('a user-mode stack of a process that wrote anything anywhere ends, in bounds and without another error', async () => {
    await fc.assert(
      fc.asyncProperty(changes, words, fc.nat(SIZE), async (edits, onStack, pc) => {
        const bytes = image();
        for (const [at, value] of edits) bytes[at] = value;
        const frames = await userStackWalker(processOf(bytes)).frames(stackOf(onStack, pc));
        expect(frames.length).toBeGreaterThan(0);
        expect(frames.length).toBeLessThanOrEqual(MOST_STACK_FRAMES);
      }),
      { numRuns: 400 },
    );
  });
});
