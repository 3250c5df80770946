import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { cachedSource } from '../../src/binary/cached-source.ts';
import { isPrecededByCall } from '../../src/stack/x64/call-test.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { instructionsOf } from './oracle/build.ts';

describeWith(['shared-data', 'llvm'], 'the test for a call before a return address', () => {
  const driver = path.join(sharedData, 'symbols', 'amdppm.sys', 'c9c030003b000', 'amdppm.sys');
  const image = openImage(cachedSource(openFileSource(driver)));
  const instructions = [...instructionsOf(driver, image.preferredBase)];
  const after = instructions.flatMap(([, text], index) => {
    const next = instructions[index + 1]?.[0];
    return next === undefined ? [] : [{ text, next }];
  });
  const calls = after.filter(({ text }) => text.startsWith('call'));

  it('the test for a call before a return address finds every call of a real driver', () => {
    expect(calls.length).toBeGreaterThan(1500);
    expect(calls.filter(({ next }) => isPrecededByCall(image.read, next) !== true)).toEqual([]);
  });

  it('the test for a call before a return address finds the calls that a loaded driver has made shorter', () => {
    const throughPointer = calls.filter(({ text }) => /^callq\s+\*-?\d+\(%rip\)/.test(text));
    expect(throughPointer.length).toBeGreaterThan(500);
    expect(throughPointer.filter(({ next }) => isPrecededByCall(image.read, next - 1) !== true)).toEqual([]);
  });

  it('the test for a call before a return address takes little else for a call', () => {
    const others = after.filter(({ text }) => !/^(call|nop)/.test(text));
    const taken = others.filter(({ next }) => isPrecededByCall(image.read, next) === true);
    expect(taken.length).toBeLessThan(others.length / 20);
  });
});

describe('the test for a call', () => {
  const around = (...bytes: number[]) => {
    const code = Uint8Array.of(...Array(12).fill(0x90), ...bytes, 0x90);
    return isPrecededByCall((rva, length) => code.subarray(rva, rva + length), 12 + bytes.length);
  };

  it.each([
    ['call rel32', [0xe8, 0, 0, 0, 0], true],
    ['call rax', [0xff, 0xd0], true],
    ['call r11', [0x41, 0xff, 0xd3], true],
    ['call [rax]', [0xff, 0x10], true],
    ['call [rbx+8]', [0xff, 0x53, 0x08], true],
    ['call [r12+8]', [0x41, 0xff, 0x54, 0x24, 0x08], true],
    ['call [rbp+0x100]', [0xff, 0x95, 0, 1, 0, 0], true],
    ['call [rsp+0x100]', [0xff, 0x94, 0x24, 0, 1, 0, 0], true],
    ['an import call and its padding', [0x48, 0xff, 0x15, 1, 2, 3, 4, 0x0f, 0x1f, 0x44, 0, 0], true],
    ['jmp rel32', [0xe9, 0, 0, 0, 0], false],
    ['ret', [0xc3], false],
    ['mov eax, 0', [0xb8, 0, 0, 0, 0], false],
    ['jmp [rip+n]', [0xff, 0x25, 0, 0, 0, 0], false],
  ])('the test for a call: %s', (_text, bytes, expected) => {
    expect(around(...bytes)).toBe(expected);
  });

  it('the test for a call gives no answer where there is no code', () => {
    expect(isPrecededByCall(() => undefined, 0x1000)).toBeUndefined();
  });
});
