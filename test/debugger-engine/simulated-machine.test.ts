import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { expectAgreement, NO_IMAGE_HEADER } from './disagreements.ts';
import { simulatedLiveDump, simulatedTriageDumps, writeSimulatedStore } from './dump-sources.ts';
import { ensureEngine } from './engine.ts';
import { bugCheckParametersIn, compareDump } from './facts.ts';
import { type WalkedThread, walkBoth } from './stacks.ts';

/**
 * Dumps of the simulated machine, taken as a user takes them. The engine judges the simulator, which has to write what Windows
 * writes, and the walk: every stack pointer, address and name of every thread.
 */

/** Threads whose walks differ, with both walks. */
const differing = (threads: readonly WalkedThread[]) =>
  threads.filter(({ ours, theirs }) => ours.join('\n') !== theirs.join('\n'));

const framesIn = (threads: readonly WalkedThread[]) =>
  threads.reduce((sum, { ours }) => sum + ours.length, 0);

/** Idle threads of processors that run another thread. Such a thread has no switch frame, and the engine walks what is there. */
const isIdleOfBusyProcessor = ({ thread, end }: WalkedThread) =>
  thread.startsWith('0:0 ') && end === 'NoSwitchFrame';

describeWith(
  ['wine', 'mingw', 'debugger-engine'],
  "Microsoft's debugger engine on the simulated machine",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-simulated-'));
    let store = '';
    beforeAll(async () => {
      await ensureEngine();
      store = writeSimulatedStore(path.join(folder, 'store'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("Microsoft's debugger engine on the simulated machine agrees with ktriage on a live dump of the kernel, and on the stack of every thread", async () => {
      const file = await simulatedLiveDump(folder, 'w3wp-oplock');
      const { ours, theirs } = await compareDump(file);
      expectAgreement(ours, theirs);
      const threads = await walkBoth(file, { store });
      expect(threads.length).toBeGreaterThan(500);
      expect(framesIn(threads)).toBeGreaterThan(7000);
      expect(differing(threads).filter((thread) => !isIdleOfBusyProcessor(thread))).toEqual([]);
      expect(threads.filter(isIdleOfBusyProcessor).length).toBeLessThan(3);
    });

    /** The dump holds no page of an image, and the engine takes the code around a return address from memory alone: no stacks here. */
    it("Microsoft's debugger engine on the simulated machine agrees with ktriage on a live dump of thread stacks alone", async () => {
      const file = await simulatedLiveDump(folder, 'windows-11', '--scope', 'ThreadStacks');
      const { ours, theirs } = await compareDump(file);
      expectAgreement(ours, theirs, [NO_IMAGE_HEADER]);
      expect(ours.size).toBeGreaterThan(1000);
    });

    it("Microsoft's debugger engine on the simulated machine agrees with ktriage on triage dumps, and on the stacks of their threads", async () => {
      const files = await simulatedTriageDumps(folder, 'w3wp-oplock', '--max-threads-per-dump', '14');
      for (const file of files.slice(0, 3)) {
        const { ours, theirs } = await compareDump(file);
        expectAgreement(ours, theirs);
        const threads = await walkBoth(file, { store });
        expect(threads).toHaveLength(14);
        // By default the parameters are the addresses of the first four threads.
        expect(bugCheckParametersIn(theirs)).toEqual(
          threads.slice(0, 4).map(({ objectAddress }) => objectAddress),
        );
        expect(differing(threads)).toEqual([]);
      }
    });
  },
);
