import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildModule } from '../../src/build/module.ts';
import { ARTICLE_LISTING } from '../capture/live/events/article-trace.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { PREPARED, passPester } from '../support/prepared-pester.ts';
import { toWindowsPath } from '../support/wine.ts';
import { recordArticleTrace } from './recorded-events.ts';
import { threadObject, worker } from './scenario.ts';
import { ensureStandIn, standIn } from './stand-in.ts';

/** What becomes of threads of the scenario that are not captured, by their place in it. */
const OTHER_VERDICTS: Readonly<Record<number, string>> = { 12: 'Refused', 40: 'Exited' };

/**
 * The whole way on Windows code: the module on PowerShell for Windows starts `ktriage.exe`, which captures from the kernel
 * stand-in. What the module must give is in test/powershell/Pipeline.Tests.ps1.
 */
describeWith(['wine', 'mingw', 'dotnet'], 'The module on PowerShell for Windows under Wine', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-pipeline-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it(
    'the module on PowerShell for Windows under Wine passes Pipeline.Tests.ps1, and the kernel gets everything back',
    PREPARED,
    async () => {
      await ensureStandIn();
      const destination = path.join(scratch, 'dumps');
      mkdirSync(destination);
      const module = buildModule(scratch, []);
      const process = worker(300, { 12: 'protected', 40: 'exits' });
      const program = path.join(repositoryRoot, 'bin', 'ktriage.exe');
      const kernel = standIn(program, { processes: [process] }, path.join(module, 'bin'));
      recordArticleTrace(path.join(module, 'bin'));
      const waiting = process.threads.flatMap(({ id, state, reason }, ordinal) =>
        state !== 5
          ? []
          : [
              {
                ...{ id, reason: reason === 0 ? 'Executive' : 'WrResource' },
                object: threadObject(ordinal).toString(16),
                verdict: OTHER_VERDICTS[ordinal] ?? 'Captured',
              },
            ],
      );
      expect(waiting).toHaveLength(270);
      await passPester('wine', 'Pipeline.Tests.ps1', {
        ...{ module: toWindowsPath(module), destination: toWindowsPath(destination), waiting },
        listing: ARTICLE_LISTING.split('\n').map((line) => line.replace(/^\d+\.\d{7} /, '')),
      });
      for (const end of kernel.calls('exit')) {
        expect(end).toMatchObject({ openThreads: 0, openProcesses: 0, debugPrivilege: false });
      }
      expect(kernel.calls('exit').length).toBeGreaterThan(0);
      expect(kernel.calls('exit')).toHaveLength(kernel.calls('start').length);
    },
  );
});
