import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { cachedSource } from '../../src/binary/cached-source.ts';
import { moduleMap, type StackModule } from '../../src/stack/modules.ts';
import { unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { walkFrames } from '../../src/stack/walk.ts';
import { unwindX64 } from '../../src/stack/x64/unwind.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { describeWith } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { buildSubject, instructionsOf } from './oracle/build.ts';
import { type Caller, imageOf, NONVOLATILE, playTrace, type TracedStep } from './oracle/trace.ts';

/**
 * Code is carried out one instruction at a time, and before each instruction the stack is unwound. The callers are
 * known from the calls themselves, so prologs, epilogs and everything in between have a truth that owes nothing to
 * another unwinder; Wine's RtlVirtualUnwind is asked as well.
 */
describeWith(['wine', 'mingw', 'clang', 'llvm'], 'unwinding before every instruction that runs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-step-'));
  let stepper = '';
  beforeAll(async () => {
    await ensureWine();
    stepper = compileFilesForWindows([path.join(import.meta.dirname, 'oracle', 'step.c')], [], 'step.exe');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function trace(optimisation: string) {
    const library = buildSubject(folder, [optimisation]);
    const { status, stdout } = await runWindowsProgram(stepper, [toWindowsPath(library)]);
    expect(status).toBe(0);
    const data = unwindDataOfImage(openImage(cachedSource(openFileSource(library))), 'image');
    const module: StackModule = { name: 'subject', ...imageOf(stdout), unwindData: () => data };
    return { stdout, module, instructions: instructionsOf(library) };
  }

  function callerFound({ registers, read }: TracedStep, module: StackModule): Caller | string {
    const step = unwindX64(registers, module, read, true);
    if (step.kind === 'problem') return step.problem;
    const { pc, sp, general } = step.registers;
    return { pc, sp, nonvolatile: NONVOLATILE.map((register) => general[register] ?? -1n) };
  }

  it.each(['-O0', '-O1', '-O2', '-Os'])(
    'unwinding before every instruction that runs finds the caller at %s',
    async (optimisation) => {
      const { stdout, module, instructions } = await trace(optimisation);
      const modules = moduleMap([module]);
      const seen = new Set<number>();
      const wrong: string[] = [];
      const wineDiffers = new Set<string>();
      playTrace(stdout, (step) => {
        const rva = Number(step.registers.pc - module.base);
        seen.add(rva);
        const where = `+0x${rva.toString(16)} ${instructions.get(rva)}`;
        const [caller] = step.callers;
        const found = callerFound(step, module);
        const same = (a: unknown, b: unknown) => JSON.stringify(a, spell) === JSON.stringify(b, spell);
        if (!same(found, caller)) wrong.push(JSON.stringify({ where, found, caller }, spell));
        if (!same(step.unwound, caller) && !isTailCall(instructions, rva)) wineDiffers.add(where);
        const { frames } = walkFrames(step.registers, modules, step.read, { scan: false });
        const walked = frames.slice(1).map(({ pc, sp }) => [pc, sp]);
        const known = step.callers.map(({ pc, sp }) => [pc, sp]);
        if (!same(walked, known)) wrong.push(JSON.stringify({ where, walked, known }, spell));
      });
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(seen.size).toBeGreaterThan(250);
      expect([...wineDiffers]).toEqual([]);
    },
  );
});

/** Whether an epilog that ends with a jump begins here: Wine takes it for a part of the body, and is wrong. */
function isTailCall(instructions: ReadonlyMap<number, string>, rva: number): boolean {
  const rest = [...instructions].filter(([at]) => at >= rva).sort(([a], [b]) => a - b);
  return rest.find(([, text]) => !/^(popq|addq\s+\$\S+, %rsp)/.test(text))?.[1].startsWith('jmp') ?? false;
}

const spell = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString(16) : value);
