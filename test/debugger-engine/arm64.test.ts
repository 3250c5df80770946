import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { memoryOf } from '../../src/stack/dump-memory.ts';
import { dumpModules } from '../../src/stack/dump-modules.ts';
import { NO_FILES } from '../../src/stack/module-files.ts';
import { moduleMap } from '../../src/stack/modules.ts';
import { walkFrames } from '../../src/stack/walk.ts';
import { buildSubject } from '../stack/oracle/build.ts';
import { describeWith } from '../support/equipment.ts';
import { addressOf } from './answers.ts';
import { arm64Dump, type State } from './arm64-states.ts';
import { type Answer, askEngine, ensureEngine } from './engine.ts';

/**
 * The caller of every instruction of compiled ARM64 functions: its pc, its stack pointer, and the registers that a function has
 * to preserve, as ktriage and as the engine unwind them from a dump.
 */

const PRESERVED = ['x19', 'x20', 'x21', 'x22', 'x23', 'x24', 'x25', 'x26', 'x27', 'x28', 'fp'] as const;
const REGISTERS = ['pc', 'sp', ...PRESERVED] as const;

const spelled = (values: ReadonlyMap<string, bigint | undefined>) =>
  REGISTERS.map((name) => `${name}=${values.get(name)?.toString(16)}`).join(' ');

/** The registers of frame 1 that `.frame /r 1` shows behind the frame's own line. */
function callerByEngine({ text }: Answer): string {
  const [, frame = ''] = text.split(/^01 .*$/m);
  const shown = [...frame.matchAll(/\b(\w+)=([0-9a-f]{16})/g)];
  return spelled(new Map(shown.map(([, name = '', value = '']) => [name, BigInt(addressOf(value))])));
}

/** Unwinds every state of a dump by one frame. */
function callersByKtriage(bytes: Uint8Array, states: readonly State[]): string[] {
  const dump = openDump(bytesSource(bytes, 'arm64'));
  const modules = moduleMap(dumpModules(dump, NO_FILES));
  return states.map(({ registers }) => {
    const walk = walkFrames(registers, modules, memoryOf(dump), { registers: true, maxFrames: 2 });
    const caller = walk.frames[1]?.registers;
    if (caller === undefined) return walk.end;
    const preserved = PRESERVED.map((name, index) => [name, caller.general[19 + index]] as const);
    return spelled(new Map([['pc', caller.pc], ['sp', caller.sp], ...preserved]));
  });
}

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'clang', 'llvm'],
  "Microsoft's debugger engine on ARM64 code",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-arm64-'));
    beforeAll(ensureEngine);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(['-O1', '-Oz -fno-omit-frame-pointer'])(
      "Microsoft's debugger engine on ARM64 code finds from every instruction the caller that ktriage finds: %s",
      async (flags) => {
        const { bytes, states } = arm64Dump(buildSubject(folder, flags.split(' '), 'arm64'));
        const file = path.join(folder, 'arm64.dmp');
        writeFileSync(file, bytes);
        const session = await askEngine(
          file,
          states.map(({ context }) => `.cxr ${context.toString(16)}; .frame /r 1`),
        );
        const ours = callersByKtriage(bytes, states).map(
          (caller, index) => `${states[index]?.at}: ${caller}`,
        );
        const theirs = session.answers.map(
          (answer, index) => `${states[index]?.at}: ${callerByEngine(answer)}`,
        );
        expect(states.length).toBeGreaterThan(250);
        expect(ours).toEqual(theirs);
      },
    );
  },
);
