import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressAt, virtualAddress } from '../../src/binary/address.ts';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { cachedSource } from '../../src/binary/cached-source.ts';
import type { ReadMemory } from '../../src/stack/memory.ts';
import type { StackModule } from '../../src/stack/modules.ts';
import { type UnwindData, unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { lookUpFunction, TABLE_MISSING } from '../../src/stack/x64/function-table.ts';
import { unwindX64 } from '../../src/stack/x64/unwind.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { describeWith, has, sharedData } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { buildSubject, instructionsOf } from './oracle/build.ts';
import { NONVOLATILE } from './oracle/trace.ts';

/** The stack that `unwind.c` makes up: every slot holds a value of its own. */
const STACK_SIZE = 0x20_0000n;
const STACK_MIDDLE = 0x8_0000n;
const slotValue = (index: bigint) => virtualAddress((index + 1n) * 0x9e3779b97f4a7c15n);

/**
 * Where Wine 8 is known to be wrong: an epilog that ends with a jump to another function is carried out as if it were
 * a part of the body, and an entry without codes (the chained rest of a function) as if it could not hold an epilog.
 */
function wineIsWrong(data: UnwindData, instructions: ReadonlyMap<number, string>, rva: number): boolean {
  const entry = lookUpFunction(data, rva);
  if (entry === undefined || entry === TABLE_MISSING) return false;
  let inEpilog = false;
  for (const [at, text] of instructions) {
    if (at < rva) continue;
    if (/^(popq|addq\s+\$\S+, %rsp|leaq\s+\S+\(%\w+\), %rsp)/.test(text)) {
      inEpilog = true;
      continue;
    }
    const withoutCodes = data.read(entry.unwindInfo + 2, 1)?.[0] === 0;
    return /^(rex64 )?jmp/.test(text) || (withoutCodes && (inEpilog || text.startsWith('ret')));
  }
  return false;
}

describeWith(['wine', 'mingw', 'clang', 'llvm'], 'unwinding from every instruction of an image', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-unwind-'));
  let oracle = '';
  beforeAll(async () => {
    await ensureWine();
    oracle = compileFilesForWindows([path.join(import.meta.dirname, 'oracle', 'unwind.c')], [], 'unwind.exe');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What a PDB's copies hold: everything but code. */
  function withoutCode(data: UnwindData): UnwindData {
    const { isExecutable, ...others } = data;
    return { ...others, read: (rva, length) => (isExecutable?.(rva) ? undefined : data.read(rva, length)) };
  }

  async function compare(file: string, source: (data: UnwindData) => UnwindData = (data) => data) {
    const image = openImage(cachedSource(openFileSource(file)));
    const data = unwindDataOfImage(image, 'image');
    if (data === undefined) throw new Error(`${file} has no function table`);
    const instructions = instructionsOf(file, image.preferredBase);
    const rvas = [...instructions.keys()].filter((rva) => typeof lookUpFunction(data, rva) === 'object');
    const { status, stdout } = await runWindowsProgram(oracle, [toWindowsPath(file)], {
      stdin: rvas.map((rva) => rva.toString(16)).join('\n'),
    });
    expect(status).toBe(0);
    const [first, ...answers] = stdout.trim().split(/\r?\n/);
    expect(answers).toHaveLength(rvas.length);
    const [base, stack] = (first ?? '').split(' ').map((word) => virtualAddress(BigInt(`0x${word}`)));
    if (base === undefined || stack === undefined) throw new Error('the oracle did not start');

    const read: ReadMemory = (address, length) => {
      const offset = address - stack;
      if (offset < 0n || offset + BigInt(length) > STACK_SIZE || offset % 8n !== 0n) return undefined;
      const bytes = new Uint8Array(length);
      new DataView(bytes.buffer).setBigUint64(0, slotValue(offset / 8n), true);
      return bytes;
    };
    const given = source(data);
    const module: StackModule = { name: 'subject', base, size: image.sizeOfImage, unwindData: () => given };
    const general = Array.from({ length: 16 }, (_, index) =>
      addressAt(stack, STACK_MIDDLE + BigInt(index) * 0x1000n),
    );
    const sp = general[4] ?? stack;
    let excused = 0;
    const differing = rvas.flatMap((rva, index) => {
      const registers = { machine: 'x64', pc: addressAt(base, rva), sp, general } as const;
      const step = unwindX64(registers, module, read, true);
      const found =
        step.kind === 'problem'
          ? step.problem
          : [step.registers.pc, step.registers.sp, ...NONVOLATILE.map((at) => step.registers.general[at])]
              .map((value) => value?.toString(16))
              .join(' ');
      if (found === answers[index]) return [];
      if (wineIsWrong(data, instructions, rva)) {
        excused++;
        return [];
      }
      return [`+0x${rva.toString(16)} ${instructions.get(rva)}: ${found}, not ${answers[index]}`];
    });
    return { differing, excused, compared: rvas.length };
  }

  it.each(['-O0', '-O2'])(
    'unwinding finds the caller from every instruction of compiled and hand-written frames at %s',
    async (optimisation) => {
      const { differing, excused, compared } = await compare(buildSubject(folder, [optimisation]));
      expect(differing).toEqual([]);
      expect(compared).toBeGreaterThan(500);
      expect(excused).toBeLessThan(compared / 50);
    },
  );

  const driver = path.join(sharedData, 'symbols', 'amdppm.sys', 'c9c030003b000', 'amdppm.sys');

  it.runIf(has('shared-data'))(
    'unwinding finds the caller from every instruction of a driver that Microsoft built, mostly version 2',
    async () => {
      const { differing, excused, compared } = await compare(driver);
      expect(differing).toEqual([]);
      expect(compared).toBeGreaterThan(20_000);
      expect(excused).toBeLessThan(5);
    },
  );

  it.runIf(has('shared-data'))(
    'unwinding finds the caller from every instruction of a driver without its code: version 2 describes the epilogs',
    async () => {
      const { differing, compared } = await compare(driver, withoutCode);
      expect(compared).toBeGreaterThan(20_000);
      // Registers that moves have restored already hold what the body's codes load again, but not in made-up memory.
      const elsewhere = differing.filter((text) => {
        const [found = [], expected = []] = text
          .replace(/^.*: /, '')
          .split(', not ')
          .map((words) => words.split(' '));
        return String(found.slice(0, 2)) !== String(expected.slice(0, 2));
      });
      expect(elsewhere).toEqual([]);
    },
  );
});
