import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { toWindowsPath } from '../support/wine.ts';
import { WORKER_ID, worker } from './scenario.ts';
import { expectAllGivenBack, type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/**
 * An attacker that may turn a link on the way to the destination turns it while the shipped executable writes, and has a file of his
 * own wait under every name that it could use next.
 */
describeWith(['wine', 'mingw'], 'ktriage.exe, when its destination is exchanged', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());

  const WINDOWS_11 = 22631;
  const VERBS = [
    ['triage', { processIds: [WORKER_ID], name: 'taken', manifest: false }],
    ['live', { scope: 'Full' }],
  ] as const;

  it.each(VERBS)(
    '%s keeps its dump in the folder that was meant when the destination is exchanged',
    async (verb, wishes) => {
      const here = machineOf({
        settings: { build: WINDOWS_11, 'write-ms': 700, 'call-ms': 700, 'chunk-ms': 300 },
        processes: [worker(4)],
      });
      machine = here;
      const link = path.join(here.kernel.folder, 'link');
      const other = path.join(here.kernel.folder, 'other');
      mkdirSync(other);
      symlinkSync(here.destination, link);
      const place =
        verb === 'live'
          ? { path: toWindowsPath(path.join(link, 'taken.dmp')) }
          : { destination: toWindowsPath(link) };
      const running = here.start(verb, { force: true, ...place, ...wishes });
      for (let waited = 0; here.files().length === 0 && waited < 30_000; waited += 5) await delay(5);
      const [temporary = ''] = here.files();
      expect(temporary).toMatch(/\.partial$/);
      for (const name of [temporary, 'taken.dmp']) writeFileSync(path.join(other, name), 'mine');
      rmSync(link);
      symlinkSync(other, link);

      const { errors, exitCode } = await here.answer(running);
      expect(errors).toEqual([]);
      expect(exitCode).toBe(0);
      expect(here.files()).toEqual(['taken.dmp']);
      expect(readFileSync(path.join(here.destination, 'taken.dmp')).subarray(0, 8).toString()).toBe(
        'PAGEDU64',
      );
      expect(readdirSync(other).sort()).toEqual([temporary, 'taken.dmp'].sort());
      for (const name of readdirSync(other))
        expect(readFileSync(path.join(other, name), 'utf8')).toBe('mine');
      expectAllGivenBack(here);
    },
  );
});
