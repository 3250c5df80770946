import { spawn } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';

/** Runs the program as a caller does that keeps standard input open after the request. */
function runWithOpenInput(verb: string, request: object | undefined): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'src/cli/main.ts',
      verb,
      ...(request === undefined ? [] : ['-']),
    ],
    {
      cwd: repositoryRoot,
      stdio: ['pipe', 'ignore', 'inherit'],
      timeout: 20_000,
    },
  );
  if (request !== undefined) child.stdin.write(`${JSON.stringify(request)}\n`);
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('a caller that keeps standard input open', () => {
  it.each([
    ['is answered', 'version', {}, 0],
    ['is empty, of a verb that takes no argument', 'version', undefined, 0],
    ['is refused', 'threads', { unknown: 1 }, 2],
    ['is of another version', 'threads', { callerVersion: '99.0.0' }, 2],
  ])(
    'a caller that keeps standard input open sees the program end when the request %s',
    async (_how, verb, request, status) => {
      expect(await runWithOpenInput(verb, request)).toBe(status);
    },
  );
});
