import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type Scenario, threadObject, worker, workerThreadId } from '../windows-stand-in/scenario.ts';
import { ensureStandIn, type StandIn, standIn } from '../windows-stand-in/stand-in.ts';
import { expectAgreement, NO_IMAGE_HEADER } from './disagreements.ts';
import { ensureEngine } from './engine.ts';
import { compareDump } from './facts.ts';

/** Dumps that the C stand-in for the Windows kernel writes: a third writer, which shares nothing with the other two. */
describeWith(
  ['wine', 'mingw', 'debugger-engine'],
  "Microsoft's debugger engine on the kernel stand-in",
  () => {
    let client = '';
    const used: StandIn[] = [];
    beforeAll(async () => {
      await ensureEngine();
      await ensureStandIn();
      const source = path.join(import.meta.dirname, '..', 'windows-stand-in', 'client', 'client.c');
      client = compileFilesForWindows([source], ['-lntdll', '-ladvapi32'], 'client.exe');
    });
    afterEach(() => {
      for (const one of used.splice(0)) one.remove();
    });

    /** Has the stand-in write a dump; the words are those of its C client. */
    async function take(scenario: Scenario, wordsFor: (file: string) => readonly string[]): Promise<string> {
      const kernel = standIn(client, scenario);
      used.push(kernel);
      const file = path.join(kernel.folder, 'taken.dmp');
      const words = ['privilege,on', ...wordsFor(toWindowsPath(file))];
      const { status, stdout } = await runWindowsProgram(kernel.program, words);
      expect(status, stdout).toBe(7);
      return file;
    }

    const scenario = { settings: { build: 22631 }, processes: [worker(12)] };

    it("Microsoft's debugger engine on the kernel stand-in agrees with ktriage on a triage dump of its threads", async () => {
      const open = Array.from({ length: 12 }, (_, index) => `open,${workerThreadId(index)},0x1fffff`);
      const file = await take(scenario, (target) => [...open, `triage,56,0x100000,0,0,${target}`]);
      const { ours, theirs } = await compareDump(file);
      expectAgreement(ours, theirs);
      expect(ours.get(`virtual memory 0x${threadObject(11).toString(16)}+0x40`)).toMatch(/^06/);
    });

    it("Microsoft's debugger engine on the kernel stand-in agrees with ktriage on its live dump", async () => {
      const file = await take(scenario, (target) => [
        `live-file,${target},sync`,
        'live-event,full',
        'live,64,1,0,0',
      ]);
      const { ours, theirs } = await compareDump(file);
      expectAgreement(ours, theirs, [NO_IMAGE_HEADER]);
      expect(ours.get(`virtual memory 0x${threadObject(11).toString(16)}+0x40`)).toMatch(/^06/);
    });
  },
);
