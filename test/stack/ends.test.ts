import { describe, expect, it } from 'vitest';
import { addressAt, type VirtualAddress, virtualAddress } from '../../src/binary/address.ts';
import type { ReadMemory } from '../../src/stack/memory.ts';
import { moduleMap } from '../../src/stack/modules.ts';
import { type Registers, registersAt } from '../../src/stack/registers.ts';
import type { UnwindData } from '../../src/stack/unwind-data.ts';
import { walkFrames } from '../../src/stack/walk.ts';

const BASE = virtualAddress(0xfffff800_00000000n);
const STACK = virtualAddress(0xffff8000_00100000n);
const TABLE = 0x4000;
const CODE = 0x1000;
const FUNCTION_SIZE = 0x100;

/** One function every 0x100 bytes from 0x1000 on, each with the unwind information given as bytes. */
function imageOf(...infos: Uint8Array[]): UnwindData {
  const bytes = new Uint8Array(0x6000);
  const view = new DataView(bytes.buffer);
  infos.forEach((info, index) => {
    const at = 0x5000 + index * 0x40;
    bytes.set(info, at);
    const begin = CODE + index * FUNCTION_SIZE;
    // The return addresses of these tests are behind a call.
    bytes[begin + 0x7b] = 0xe8;
    for (const [slot, value] of [begin, begin + FUNCTION_SIZE, at].entries())
      view.setUint32(TABLE + index * 12 + slot * 4, value, true);
  });
  return {
    origin: 'image',
    machine: 'x64',
    functionTable: { rva: TABLE, size: infos.length * 12 },
    read: (rva, length) => (rva + length <= bytes.length ? bytes.subarray(rva, rva + length) : undefined),
  };
}

/** No prolog offset is ever reached: every code counts. */
const info = (version: number, flags: number, frame: number, ...codes: number[]) =>
  Uint8Array.of(version | (flags << 3), 0, codes.length, frame, ...codes.flatMap((code) => [0, code]));
const ALLOCATE_8 = 0x02;
const PUSH_RBP = 0x50;
const SET_FRAME = 0x03;
const MACHINE_FRAME = 0x0a;

function walk(data: UnwindData | undefined, slots: readonly bigint[], start: Partial<Registers> = {}) {
  const read: ReadMemory = (address, length) => {
    const index = Number(address - STACK) / 8;
    const value = length === 8 && Number.isInteger(index) ? slots[index] : undefined;
    if (value === undefined) return undefined;
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, value, true);
    return bytes;
  };
  const modules = moduleMap([{ name: 'subject', base: BASE, size: 0x6000, unwindData: () => data }]);
  const registers = { ...registersAt('x64', inFunction(0), STACK), ...start };
  const { frames, end, gaps } = walkFrames(registers, modules, read, { interrupted: false });
  return { frames: frames.map(({ pc, foundBy }) => [Number(pc - BASE), foundBy]), end, gaps };
}

const inFunction = (index: number): VirtualAddress => addressAt(BASE, CODE + index * FUNCTION_SIZE + 0x80);
const START = [0x1080, 'registers'];
const plain = info(1, 0, 0, ALLOCATE_8);

describe('a walk gives the reason of its end', () => {
  it('a stack walk ends as complete: the return address is zero', () => {
    expect(walk(imageOf(plain, plain), [0n, inFunction(1), 0n, 0n])).toEqual({
      frames: [START, [0x1180, 'unwindData']],
      end: 'complete',
      gaps: [],
    });
  });

  it('a stack walk ends as userMode: the trap frame leads there, and is marked', () => {
    const image = imageOf(info(1, 0, 0, MACHINE_FRAME));
    const { end, frames } = walk(image, [0x7ff6_0000_1234n, 0x33n, 0x246n, 0x12_f000n, 0x2bn]);
    expect(end).toBe('userMode');
    expect(frames).toEqual([START]);
  });

  it('a stack walk goes through a machine frame to any stack, up or down', () => {
    const image = imageOf(info(1, 0, 0, MACHINE_FRAME), plain);
    // By the frame the stack is one slot further; there a complete stack begins.
    const slots = [inFunction(1), 0x10n, 0x246n, addressAt(STACK, 48), 0x18n, 0n, 0n, 0n];
    expect(walk(image, slots)).toEqual({ frames: [START, [0x1180, 'trapFrame']], end: 'complete', gaps: [] });
  });

  it.each([
    ['unwindVersion', 'version 3', imageOf(info(3, 0, 0, ALLOCATE_8))],
    ['unwindDamaged', 'version 0', imageOf(info(0, 0, 0, ALLOCATE_8))],
    ['unwindDamaged', 'an operation that does not exist', imageOf(info(1, 0, 0, 0x0e))],
    ['unwindDamaged', 'an epilog code in version 1', imageOf(info(1, 0, 0, 0x06))],
    ['unwindDamaged', 'a code without its operand', imageOf(info(1, 0, 0, 0x01))],
    ['unwindDamaged', 'an entry chained to itself', imageOf(chainedToItself())],
    ['noUnwindData', 'no image and no PDB', undefined],
    ['noFunctionEntry', 'a caller that the function table does not have', imageOf()],
    ['unwindDataMissing', 'unwind information outside of the image', missingInfo()],
    ['registerUnknown', 'a frame register of unknown value', imageOf(info(1, 0, 0x05, SET_FRAME))],
  ] as const)('a stack walk ends as %s: %s', (end, _why, image) => {
    expect(walk(image, [1n, 2n, 3n])).toEqual({ frames: [START], end, gaps: [{ frame: 0, problem: end }] });
  });

  it('a stack walk ends as stackMissing: the stack was not captured', () => {
    expect(walk(imageOf(plain), [0n]).end).toBe('stackMissing');
  });

  it('a stack walk ends as outsideModules: the address is in no image', () => {
    const nowhere = virtualAddress(0xfffff900_00000000n);
    expect(walk(imageOf(plain), [0n, nowhere, 0n])).toMatchObject({ end: 'outsideModules' });
  });

  it('a stack walk ends as outsideModules, not userMode: a return address that no kernel code has', () => {
    expect(walk(imageOf(plain), [0n, 0x7ff6_0000_1234n, 0n])).toMatchObject({
      frames: [START, [Number(0x7ff6_0000_1234n - BASE), 'unwindData']],
      end: 'outsideModules',
    });
  });

  it('a stack walk ends as repeatedFrame: the chain of frame pointers is a ring', () => {
    const image = imageOf(info(1, 0, 0x05, SET_FRAME, PUSH_RBP));
    const general = registersAt('x64', inFunction(0), STACK).general.with(5, STACK);
    // The frame saved the frame pointer that it has, and returns to itself.
    const slots = [STACK, inFunction(0)];
    const { end, frames } = walk(image, slots, { general, sp: addressAt(STACK, 16) });
    expect(end).toBe('repeatedFrame');
    expect(frames).toHaveLength(1);
  });

  it('a stack walk ends as frameLimit: more frames than any kernel stack has', () => {
    const { end, frames } = walk(
      imageOf(plain),
      Array.from({ length: 1024 }, () => inFunction(0)),
    );
    expect(end).toBe('frameLimit');
    expect(frames).toHaveLength(256);
  });
});

describe('a walk goes on behind a gap', () => {
  it('a stack walk goes on behind unwind data of unknown version, at the next frame that holds', () => {
    const image = imageOf(info(3, 0, 0, ALLOCATE_8), plain, plain, plain);
    const slots = [7n, inFunction(1), 9n, inFunction(2), 9n, inFunction(3), 0n, 0n];
    expect(walk(image, slots)).toEqual({
      frames: [START, [0x1180, 'scan'], [0x1280, 'unwindData'], [0x1380, 'unwindData']],
      end: 'complete',
      gaps: [{ frame: 0, problem: 'unwindVersion' }],
    });
  });

  it('a stack walk does not go on at a slot where no call can have left its return address', () => {
    const image = imageOf(info(3, 0, 0, ALLOCATE_8), plain, plain);
    const slots = [inFunction(1), 7n, inFunction(1), 7n, inFunction(2), 7n];
    expect(walk(image, slots).frames).toEqual([START]);
  });
});

function chainedToItself(): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes.set([1 | (4 << 3), 0, 0, 0]);
  const view = new DataView(bytes.buffer);
  for (const [slot, value] of [CODE, CODE + FUNCTION_SIZE, 0x5000].entries())
    view.setUint32(4 + slot * 4, value, true);
  return bytes;
}

function missingInfo(): UnwindData {
  const image = imageOf(plain);
  return { ...image, read: (rva, length) => (rva >= 0x5000 ? undefined : image.read(rva, length)) };
}
