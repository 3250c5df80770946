import { spawn } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';

/** Runs the program as a caller does that keeps standard input open after the request. */
function runWithOpenInput(verb: string, request: object): Promise<number | null> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', verb, '-'],
    {
      cwd: repositoryRoot,
      stdio: ['pipe', 'ignore', 'inherit'],
      timeout: 20_000,
    },
  );
  child.stdin.write(`${JSON.stringify(request)}\n`);
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('a caller that keeps standard input open', () => {
  it.each([
    ['is answered', 'version', {}, 0],
    ['is refused', 'threads', { unknown: 1 }, 2],
    ['is of another version', 'threads', { callerVersion: '99.0.0' }, 2],
  ])(
    'a caller that keeps standard input open sees the program end when the request %s',
    async (_how, verb, request, status) => {
      expect(await runWithOpenInput(verb, request)).toBe(status);
    },
  );
});
