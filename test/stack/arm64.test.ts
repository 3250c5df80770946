import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { cachedSource } from '../../src/binary/cached-source.ts';
import { stripSignature } from '../../src/stack/arm64/pointer-authentication.ts';
import { unwindArm64 } from '../../src/stack/arm64/unwind.ts';
import type { ReadMemory } from '../../src/stack/memory.ts';
import { moduleMap, type StackModule } from '../../src/stack/modules.ts';
import { type Register, registersAt } from '../../src/stack/registers.ts';
import { unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { walkFrames } from '../../src/stack/walk.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { describeWith } from '../support/equipment.ts';
import {
  ENTRY_LINK,
  ENTRY_SP,
  entryRegister,
  type InterpretedStep,
  interpret,
} from './oracle/arm64-interpreter.ts';
import { buildSubject, instructionsOf } from './oracle/build.ts';
import { packedForms, packedFunction, packedLibrary } from './oracle/packed-functions.ts';

const BASE = virtualAddress(0xfffff80000000000n);
const NONVOLATILE = [19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29];

describeWith(['clang', 'llvm'], 'unwinding ARM64 code', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-arm64-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function functionsOf(library: string) {
    const image = openImage(cachedSource(openFileSource(library)));
    const data = unwindDataOfImage(image, 'image');
    if (data === undefined) throw new Error('no function table');
    const module: StackModule = {
      name: 'subject',
      base: BASE,
      size: image.sizeOfImage,
      unwindData: () => data,
    };
    const instructions = [...instructionsOf(library)];
    const begins = Array.from({ length: data.functionTable.size / 8 }, (_, index) => {
      const bytes = data.read(data.functionTable.rva + index * 8, 4) ?? new Uint8Array(4);
      return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
    });
    const functions = begins.map((begin, index) => {
      const end = begins[index + 1] ?? Number.POSITIVE_INFINITY;
      return instructions.filter(([rva]) => rva >= begin && rva < end);
    });
    return { module, functions };
  }

  function unwound({ registers, read }: InterpretedStep, module: StackModule): string {
    const step = unwindArm64(registers, module, read, true, 0n);
    if (step.kind === 'problem') return step.problem;
    const { pc, sp, general } = step.registers;
    return [pc, sp, ...NONVOLATILE.map((register) => general[register])]
      .map((value) => value?.toString(16))
      .join(' ');
  }

  const atEntry = [ENTRY_LINK, ENTRY_SP, ...NONVOLATILE.map(entryRegister)]
    .map((value) => value.toString(16))
    .join(' ');

  const FLAGS = ['-O0', '-O1', '-O2', '-Os', '-O1 -fno-omit-frame-pointer', '-Oz -fno-omit-frame-pointer'];

  it.each(FLAGS)('unwinding ARM64 code leads from every instruction to the caller: %s', (flags) => {
    const { module, functions } = functionsOf(buildSubject(folder, flags.split(' '), 'arm64'));
    const wrong: string[] = [];
    let compared = 0;
    for (const instructions of functions) {
      for (const step of interpret(instructions, BASE)) {
        compared++;
        const found = unwound(step, module);
        if (found !== atEntry) wrong.push(`+0x${step.rva.toString(16)} ${step.text}: ${found}`);
      }
    }
    expect(wrong.slice(0, 4)).toEqual([]);
    expect(compared).toBeGreaterThan(250);
  });
});

describeWith(['clang', 'llvm'], 'packed ARM64 entries', () => {
  it('packed ARM64 entries lead to the caller from every instruction of the canonical functions that they describe', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-packed-'));
    const forms = [...packedForms()];
    const library = packedLibrary(folder, forms);
    const image = openImage(cachedSource(openFileSource(library)));
    const data = unwindDataOfImage(image, 'image');
    const module: StackModule = {
      name: 'packed',
      base: BASE,
      size: image.sizeOfImage,
      unwindData: () => data,
    };
    const wrong: string[] = [];
    let rva = data === undefined ? 0 : (image.sections.find(({ executable }) => executable)?.rva ?? 0);
    for (const fields of forms) {
      const lines = packedFunction(fields);
      const start = rva;
      rva += lines.length * 4;
      const instructions = lines.map((text, index) => [start + index * 4, text] as const);
      for (const { registers, read, rva: at, text } of interpret(instructions, BASE)) {
        const step = unwindArm64(registers, module, read, true, 0n);
        const found =
          step.kind === 'problem'
            ? step.problem
            : [
                step.registers.pc,
                step.registers.sp,
                ...NONVOLATILE.map((register) => step.registers.general[register]),
              ];
        const expected = [ENTRY_LINK, ENTRY_SP, ...NONVOLATILE.map(entryRegister)];
        if (String(found) !== String(expected))
          wrong.push(`+0x${(at - start).toString(16)} ${text}: ${JSON.stringify(fields)}`);
      }
    }
    rmSync(folder, { recursive: true });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

describe('the chain of ARM64 frame records', () => {
  const at = (address: bigint) => virtualAddress(0xffff8000_00001000n + address);
  const records = new Map<bigint, bigint>([
    [at(0x10n), at(0x40n)],
    [at(0x18n), 0xfffff800_00001111n],
    [at(0x40n), 0n],
    [at(0x48n), 0x00a7f800_00002222n | 0xff80000000000000n],
  ]);
  const read: ReadMemory = (address, length) => {
    const value = records.get(address);
    if (value === undefined || length !== 8) return undefined;
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, value, true);
    return bytes;
  };

  it('the chain of ARM64 frame records is followed without any image, and its signatures taken off', () => {
    const start = registersAt('arm64', virtualAddress(0xfffff800_00000500n), at(0n));
    const general: Register[] = start.general.with(29, at(0x10n));
    const { frames, end } = walkFrames({ ...start, general }, moduleMap([]), read, {
      signatureMask: 0x007f0000_00000000n,
    });
    expect(frames.map(({ pc, sp, foundBy }) => [pc, sp, foundBy])).toEqual([
      [0xfffff800_00000500n, at(0n), 'registers'],
      [0xfffff800_00001111n, at(0x20n), 'frameChain'],
      [0xfffff800_00002222n, at(0x50n), 'frameChain'],
    ]);
    expect(end).toBe('complete');
  });

  it('the chain of ARM64 frame records has nothing to strip where the kernel does not sign', () => {
    expect(stripSignature(virtualAddress(0xfffff800_00001111n), 0n)).toBe(0xfffff800_00001111n);
    expect(stripSignature(virtualAddress(0x00120000_00001111n), 0x007f0000_00000000n)).toBe(0x1111n);
  });
});
