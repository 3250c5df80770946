import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { addressAt, virtualAddress } from '../../src/binary/address.ts';
import type { ReadMemory } from '../../src/stack/memory.ts';
import { contextSize, registersOfContext } from '../../src/stack/start/context.ts';
import { registersOfSwitchFrame } from '../../src/stack/start/switch-frame.ts';
import { describeWith } from '../support/equipment.ts';

const STACK = virtualAddress(0xffff8000_00100000n);

/** Offsets of fields of CONTEXT as clang sees them in mingw-w64's winnt.h, after the size of the whole. */
function contextOffsets(target: string, fields: readonly string[]): number[] {
  const source = `
#include <stddef.h>
#include <windef.h>
#include <winnt.h>
const unsigned long long table[] = { sizeof(CONTEXT), ${fields.map((field) => `offsetof(CONTEXT, ${field})`).join()} };
`;
  const args = [
    `--target=${target}`,
    '-isystem',
    '/usr/share/mingw-w64/include',
    '-x',
    'c',
    '-S',
    '-o',
    '-',
    '-',
  ];
  const { stdout, stderr } = spawnSync('clang', args, { input: source, encoding: 'utf8' });
  const values = [...stdout.matchAll(/\.(?:quad|xword)\s+(\d+)/g)].map(([, value]) => Number(value));
  if (values.length !== fields.length + 1) throw new Error(stderr);
  return values;
}

/** A record whose fields at these offsets hold 1, 2, 3 …, and whose other bytes are all 0xEE. */
function recordWith(size: number, offsets: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(size).fill(0xee);
  const view = new DataView(bytes.buffer);
  for (const [index, offset] of offsets.entries()) view.setBigUint64(offset, BigInt(index + 1), true);
  return bytes;
}

const counting = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => BigInt(from + index));

describeWith(['clang', 'mingw'], 'the registers of a CONTEXT', () => {
  it('the registers of a CONTEXT are where the x64 header of the SDK puts them', () => {
    // The numbering of unwind codes.
    const names = 'Rax Rcx Rdx Rbx Rsp Rbp Rsi Rdi R8 R9 R10 R11 R12 R13 R14 R15 Rip'.split(' ');
    const [size = 0, ...offsets] = contextOffsets('x86_64-w64-mingw32', names);
    expect(contextSize('x64')).toBe(size);
    expect(registersOfContext('x64', recordWith(size, offsets))).toEqual({
      machine: 'x64',
      pc: 17n,
      sp: 5n,
      general: counting(1, 16),
    });
  });

  it('the registers of a CONTEXT are where the ARM64 header of the SDK puts them', () => {
    const general = [...Array.from({ length: 29 }, (_, index) => `X${index}`), 'Fp', 'Lr'];
    const [size = 0, ...offsets] = contextOffsets('aarch64-w64-mingw32', [...general, 'Sp', 'Pc']);
    expect(contextSize('arm64')).toBe(size);
    expect(registersOfContext('arm64', recordWith(size, offsets))).toEqual({
      machine: 'arm64',
      pc: 33n,
      sp: 32n,
      general: counting(1, 31),
    });
  });

  it('the registers of a CONTEXT are refused when the record is cut off', () => {
    expect(() => registersOfContext('x64', new Uint8Array(0x4cf))).toThrow(/CONTEXT/);
    expect(() => registersOfContext('arm64', new Uint8Array(0x38f))).toThrow(/CONTEXT/);
  });
});

describe('the registers of a switch frame', () => {
  /** Slot n of the stack holds n + 1. */
  const stackOf =
    (slots: number): ReadMemory =>
    (address, length) => {
      const first = Number(address - STACK) / 8;
      if (first < 0 || first + length / 8 > slots) return undefined;
      return recordWith(
        length,
        counting(0, length / 8 - 1).map((slot) => Number(slot) * 8),
      );
    };

  it('the registers of a switch frame of x64 are the return address and the frame pointer, and nothing else', () => {
    const registers = registersOfSwitchFrame('x64', STACK, stackOf(8));
    expect(registers).toMatchObject({ pc: 8n, sp: addressAt(STACK, 0x40) });
    expect(registers?.general.map((value, register) => (value === undefined ? undefined : register))).toEqual(
      Array.from({ length: 16 }, (_, register) => (register === 5 ? 5 : undefined)),
    );
    expect(registers?.general[5]).toBe(7n);
  });

  it('the registers of a switch frame of ARM64 are x19 to x28, the frame pointer and the return address', () => {
    const registers = registersOfSwitchFrame('arm64', STACK, stackOf(12));
    expect(registers).toMatchObject({ pc: 12n, sp: addressAt(STACK, 0x60) });
    expect(registers?.general.slice(19)).toEqual(counting(1, 12));
    expect(registers?.general.slice(0, 19).every((value) => value === undefined)).toBe(true);
  });

  it('the registers of a switch frame are none where the frame is not whole', () => {
    expect(registersOfSwitchFrame('x64', STACK, stackOf(7))).toBeUndefined();
    expect(registersOfSwitchFrame('arm64', STACK, stackOf(11))).toBeUndefined();
  });
});
