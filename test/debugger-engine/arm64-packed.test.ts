import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENTRY_LINK, entryRegister } from '../stack/oracle/arm64-interpreter.ts';
import { packedForms, packedLibrary } from '../stack/oracle/packed-functions.ts';
import { describeWith } from '../support/equipment.ts';
import { addressOf } from './answers.ts';
import { arm64Dump } from './arm64-states.ts';
import { askEngine, ensureEngine } from './engine.ts';

/** One of each kind: no saved registers with and without homes, the link register alone and in pairs, vectors, large frames. */
const FORMS = [...packedForms()].filter(
  ({ integers, vectors, locals }) => integers <= 3 && vectors <= 1 && (locals === 16 || locals === 528),
);

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'clang', 'llvm'],
  "Microsoft's debugger engine on packed ARM64 entries",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-packed-'));
    beforeAll(ensureEngine);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('the engine finds the caller from every instruction of the functions that the documentation writes out', async () => {
      const { bytes, states } = arm64Dump(packedLibrary(folder, FORMS));
      const file = path.join(folder, 'packed.dmp');
      writeFileSync(file, bytes);
      const session = await askEngine(
        file,
        states.map(({ context }) => `.cxr ${context.toString(16)}; .frame /r 1`),
      );
      const wrong = session.answers.flatMap(({ text }, index) => {
        const state = states[index];
        const [, frame = ''] = text.split(/^01 .*$/m);
        const shown = new Map(
          [...frame.matchAll(/\b(\w+)=([0-9a-f]{16})/g)].map(([, name = '', value = '']) => [
            name,
            BigInt(addressOf(value)),
          ]),
        );
        const caller = ['pc', 'sp', 'x19', 'x20', 'x21', 'fp'].map((name) => shown.get(name)?.toString(16));
        const expected = [ENTRY_LINK, state?.entrySp, ...[19, 20, 21, 29].map(entryRegister)];
        const truth = expected.map((value) => value?.toString(16));
        return String(caller) === String(truth) ? [] : [`${state?.at}: ${caller} is ${truth}`];
      });
      expect(states.length).toBeGreaterThan(400);
      expect(wrong).toEqual([]);
    });
  },
);
