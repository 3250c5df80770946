import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';

/** A process of its own: one that waits for a pipe gets no event, and would take the tests with it. */
function ktriage(...args: string[]): Promise<string> {
  const script = path.join(repositoryRoot, 'src', 'cli', 'main.ts');
  const command = ['--disable-warning=ExperimentalWarning', script, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { timeout: 20_000, killSignal: 'SIGKILL' }, (error, stdout) => {
      resolve(error?.killed === true ? 'it waited' : stdout);
    });
  });
}

describe.runIf(process.platform !== 'win32')('a named pipe without a writer', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-pipes-'));
  const pipe = (name: string) => {
    const file = path.join(folder, name);
    expect(spawnSync('mkfifo', [file]).status).toBe(0);
    return file;
  };
  beforeAll(async () => {
    const machine = ['--machine', 'simulated:w3wp-oplock', '--thread', '4872:10276', '--name', 'whole'];
    expect(await ktriage('triage', '--destination', folder, ...machine)).toContain('"exitCode":0');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['dump', 'stacks', 'commands'])(
    'a named pipe without a writer in the place of a dump is refused by %s',
    async (verb) => {
      expect(await ktriage(verb, pipe(`${verb}.dmp`))).toMatch(/"code":"FileUnreadable".*is not a file/);
    },
  );

  it('a named pipe without a writer in the place of a manifest is passed over', async () => {
    pipe('a.ktriage.json');
    const answer = await ktriage('stacks', path.join(folder, 'whole.dmp'));
    expect(answer).toContain('"threadId":10276');
    expect(answer).toContain('"exitCode":0');
  });

  it.each(['FIFO', '/dev/zero'])('%s in the place of a signature file is refused by chains', async (kind) => {
    const file = kind === 'FIFO' ? pipe('signatures.json') : kind;
    const answer = await ktriage('chains', path.join(folder, 'whole.dmp'), '--signature-path', file);
    expect(answer).toMatch(/"code":"FileUnreadable".*is not a file/);
  });
});
