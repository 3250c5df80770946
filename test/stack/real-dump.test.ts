import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { addressAt, type VirtualAddress, virtualAddress } from '../../src/binary/address.ts';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { cachedSource } from '../../src/binary/cached-source.ts';
import type { StackFrame } from '../../src/stack/frame.ts';
import { readPointer } from '../../src/stack/memory.ts';
import { type ModuleMap, moduleMap } from '../../src/stack/modules.ts';
import { registersAt } from '../../src/stack/registers.ts';
import { type UnwindData, unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { walkFrames } from '../../src/stack/walk.ts';
import { trapFrameAt } from '../../src/stack/x64/trap-frame.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { openRawTriage, type RawTriage } from './raw-triage.ts';

/** Frames 7 to 13 as independent readers print them (README of the shared data): pc and stack pointer. */
const KNOWN_FRAMES: ReadonlyArray<readonly [pc: bigint, sp: bigint]> = [
  [0xfffff8047be031f5n, 0xffff850429891f90n],
  [0xfffff8048b58334cn, 0xffff850429892120n],
  [0xfffff8048b58313fn, 0xffff850429892150n],
  [0xfffff8048b583234n, 0xffff850429892180n],
  [0xfffff8048b5a0e8fn, 0xffff8504298921b0n],
  [0xfffff8048b5a83f6n, 0xffff850429892210n],
  [0xfffff8048b59f852n, 0xffff850429892340n],
];

describeWith(['shared-data'], 'the stack of a real triage dump', () => {
  let dump: RawTriage;
  let modules: ModuleMap;
  const places = (frames: readonly StackFrame[]) => frames.map(({ pc, sp }) => [pc, sp]);

  beforeAll(() => {
    dump = openRawTriage(path.join(sharedData, 'triage_x64.dmp'));
    const driver = path.join(sharedData, 'symbols', 'amdppm.sys', 'c9c030003b000', 'amdppm.sys');
    let data: UnwindData | undefined;
    modules = moduleMap(
      dump.drivers.map(({ path: file, base, size }) => ({
        name: file.replace(/^.*\\/, '').replace(/\.\w+$/, ''),
        base,
        size,
        unwindData: () => {
          if (!file.endsWith('\\amdppm.sys')) return undefined;
          data ??= unwindDataOfImage(openImage(cachedSource(openFileSource(driver))), 'image');
          return data;
        },
      })),
    );
  });

  it('the stack of a real triage dump is unwound from the faulting context through every frame of the known driver', () => {
    const { frames, end, gaps } = walkFrames(dump.context, modules, dump.read, { scan: false });
    expect(places(frames.slice(0, 6))).toEqual(KNOWN_FRAMES.slice(1));
    expect(frames.map(({ foundBy }) => foundBy)).toEqual(['registers', ...Array(6).fill('unwindData')]);
    // The seventh frame is in Wdf01000, whose image is not here.
    expect(frames.at(-1)?.module?.name).toBe('Wdf01000');
    expect(end).toBe('noUnwindData');
    expect(gaps).toEqual([{ frame: 6, problem: 'noUnwindData' }]);
  });

  it('the stack of a real triage dump is found again behind unknown kernel code by its trap frame', () => {
    const pc = readPointer(dump.read, dump.topOfStack) as VirtualAddress;
    const start = registersAt('x64', pc, addressAt(dump.topOfStack, 8));
    const { frames } = walkFrames(start, modules, dump.read, { interrupted: false });
    const trapped = frames.findIndex(({ foundBy }) => foundBy === 'trapFrame');
    expect(places(frames.slice(trapped - 1, trapped + 6))).toEqual(KNOWN_FRAMES);
    expect(frames[trapped - 1]).toMatchObject({ foundBy: 'scan', trapFrame: 0xffff850429891f90n });
    // The trap frame holds the frame pointer of the header's context, and no other register is taken from it.
    expect(trapFrameAt(dump.read, virtualAddress(0xffff850429891f90n))).toEqual({
      address: 0xffff850429891f90n,
      pc: dump.context.pc,
      sp: dump.context.sp,
      rbp: dump.context.general[5],
      fromUser: false,
      onSameStack: true,
    });
    // Everything in between is a guess and marked as one.
    expect(new Set(frames.slice(1, trapped).map(({ foundBy }) => foundBy))).toEqual(new Set(['scan']));
  });
});
