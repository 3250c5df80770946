import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { KernelStack } from '../../src/contract/generated/types.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';
import { framesOf } from './answers.ts';
import { expectAgreement } from './disagreements.ts';
import { askEngine, ensureEngine } from './engine.ts';
import { compareDump } from './facts.ts';

/** A dump that a real Windows wrote after a crash, with the image and PDB of one driver. */
const FILE = path.join(sharedData, 'triage_x64.dmp');
const STORE = path.join(sharedData, 'symbols');

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'shared-data'],
  "Microsoft's debugger engine on a real triage dump",
  () => {
    beforeAll(ensureEngine);

    it("Microsoft's debugger engine on a real triage dump agrees with ktriage on the header, 151 drivers, the unloaded drivers and each of 1831 data blocks", async () => {
      const { ours, theirs } = await compareDump(FILE);
      expectAgreement(ours, theirs);
      expect([...ours.keys()].filter((name) => name.startsWith('virtual memory')).length).toBeGreaterThan(
        3600,
      );
    });

    it("Microsoft's debugger engine on a real triage dump agrees with ktriage on the frames of the driver whose image is here", async () => {
      const { records } = await runCli(['stacks', FILE, '--symbol-path', STORE, '--format', 'ndjson']);
      const frames = records<KernelStack>('KernelStack').flatMap((stack) => stack.frames);
      const first = frames.findIndex(({ module, foundBy }) => module === 'amdppm' && foundBy === 'TrapFrame');
      const ours = frames.slice(first, first + 6);
      const [start] = ours;
      if (start === undefined) throw new Error('ktriage finds no frame of amdppm');
      // The engine has no unwind data for nt, which is above. It starts where the trap frame does.
      const question = `kn = ${start.stackPointer} ${start.address} 6`;
      const session = await askEngine(FILE, [question], { store: STORE });
      const theirs = framesOf(session.answer(question));
      expect(theirs.map(({ stackPointer, site }) => `${stackPointer} ${site}`)).toEqual(
        ours.map(({ stackPointer, text }) => `${stackPointer} ${text}`),
      );
      expect(theirs.map(({ returnAddress }) => returnAddress).slice(0, -1)).toEqual(
        ours.map(({ address }) => address).slice(1),
      );
    });
  },
);
