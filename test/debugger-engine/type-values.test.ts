import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DumpThread, KernelType } from '../../src/contract/generated/types.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';
import { simulatedTriageDumps, writeSimulatedStore } from './dump-sources.ts';
import { askEngine, ensureEngine } from './engine.ts';
import { membersOf, plainValue } from './type-lines.ts';

/** Values in dumps as the engine's `dt` gives them, by those of `ktriage types`. The structures are judged in types.test.ts. */

async function typesByKtriage(file: string, ...args: readonly string[]): Promise<readonly KernelType[]> {
  return (await runCli(['types', file, ...args])).records<KernelType>('KernelType');
}

/** Members that have a value, in one form for both sides. */
const valuesOf = (type: KernelType | undefined) =>
  type?.members?.flatMap(({ name, size = 8, value, text }) =>
    value === undefined && text === undefined
      ? []
      : [[name, plainValue(text?.startsWith("'") ? (value ?? '') : (value ?? text ?? ''), size)]],
  );

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'shared-data'],
  "Microsoft's debugger engine on the values of a real dump",
  () => {
    const dump = path.join(sharedData, 'triage_x64.dmp');
    const store = path.join(sharedData, 'symbols');
    const symbols = ['--symbol-path', `srv*${store}`];
    beforeAll(ensureEngine);

    it.each([
      ['_ERESOURCE', 'fffff8047c644bc0'],
      ['_FILE_OBJECT', 'ffffc08be45f6510'],
      ['_IRP', 'ffffc08be50a72b0'],
      ['_DEVICE_OBJECT', 'ffffc08be450c040'],
    ])(
      "Microsoft's debugger engine on the values of a real dump reads the values of a real %s as ktriage does",
      async (name, address) => {
        const { answers } = await askEngine(dump, [`dt amdppm!${name} ${address}`], { store });
        const [type] = await typesByKtriage(
          dump,
          '--name',
          `amdppm!${name}`,
          '--address',
          address,
          ...symbols,
        );
        const sizes = new Map(type?.members?.map((member) => [member.name, member.size ?? 8]));
        const theirs = new Map(
          answers
            .flatMap(membersOf)
            .map((member) => [member.name, plainValue(member.shown, sizes.get(member.name) ?? 8)]),
        );
        const ours = valuesOf(type) ?? [];
        expect(ours.length).toBeGreaterThan(5);
        expect(ours).toEqual(ours.map(([member = '']) => [member, theirs.get(member)]));
      },
    );
  },
);

describeWith(
  ['wine', 'mingw', 'debugger-engine'],
  "Microsoft's debugger engine on the values of a simulated thread",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-types-'));
    beforeAll(ensureEngine);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("Microsoft's debugger engine on the values of a simulated thread reads every value of a captured KTHREAD as ktriage does", async () => {
      const store = writeSimulatedStore(path.join(folder, 'store'));
      const [dump = ''] = await simulatedTriageDumps(folder, 'w3wp-oplock');
      const [thread] = (await runCli(['dump-threads', dump])).records<DumpThread>('DumpThread');
      const address = thread?.address ?? '';
      const { answers } = await askEngine(dump, [`dt nt!_KTHREAD ${address.slice(2)}`], { store });
      const [type] = await typesByKtriage(dump, '--name', 'nt!_KTHREAD', '--address', address);
      const theirs = new Map(answers.flatMap(membersOf).map((member) => [member.name, member]));
      expect(type?.members?.map(({ name, offset }) => [name, offset])).toEqual(
        [...theirs.values()].map(({ name, offset }) => [name, offset]),
      );
      const sizes = new Map(type?.members?.map((member) => [member.name, member.size ?? 8]));
      const ours = valuesOf(type) ?? [];
      expect(ours.length).toBeGreaterThan(18);
      expect(ours).toEqual(
        ours.map(([name = '']) => [name, plainValue(theirs.get(name)?.shown ?? '', sizes.get(name) ?? 8)]),
      );
    });
  },
);
