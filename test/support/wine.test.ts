import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeWith } from './equipment.ts';
import { measureLayouts } from './measured-layouts.ts';
import { compileForWindows } from './mingw.ts';
import {
  ensureWine,
  fromWindowsPath,
  runWindowsProgram,
  startWindowsProgram,
  toWindowsPath,
} from './wine.ts';
import { WINE_FAILURE } from './wine-failure.ts';

/** Answers what it was given, so that the equipment itself can be trusted. */
const ECHO = `
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <io.h>
int main(int argc, char **argv) {
  char line[4096];
  _setmode(0, _O_BINARY); _setmode(1, _O_BINARY);
  if (argc > 2 && strcmp(argv[1], "write") == 0) {
    FILE *file = fopen(argv[2], "wb"); fputs("written", file); fclose(file); return 0;
  }
  for (int i = 1; i < argc; i++) printf("<%s>\\n", argv[i]);
  printf("env %s\\n", getenv("KT_WORD") ? getenv("KT_WORD") : "none");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) { printf("got %s", line); fflush(stdout); }
  fprintf(stderr, "end of input");
  return (int)0xc0000005;
}`;

describeWith(['wine', 'mingw'], 'Windows programs under Wine', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-test-'));
  let echo = '';
  beforeAll(async () => {
    await ensureWine();
    echo = compileForWindows(ECHO);
  });
  afterAll(() => rmSync(scratch, { recursive: true }));

  it('Windows programs under Wine carry arguments, environment, three streams and the whole exit code', async () => {
    const args = ['plain', 'two words', 'a"quote', 'back\\slash\\', ''];
    const run = await runWindowsProgram(echo, args, { stdin: 'hello\n', env: { KT_WORD: 'seen' } });
    expect(run).toEqual({
      status: 0xc0000005,
      timedOut: false,
      stdout: `${args.map((arg) => `<${arg}>`).join('\n')}\nenv seen\ngot hello\n`,
      stderr: 'end of input',
    });
  });

  it('Windows programs under Wine can be talked to while they run, and see the end of their input', async () => {
    const running = startWindowsProgram(echo, [], { stdin: 'one\n', keepStdinOpen: true });
    await running.until((stdout) => stdout.includes('got one'));
    running.stdin.write('two\n');
    await running.until((stdout) => stdout.includes('got two'));
    expect(running.output().stderr).toBe('');
    running.stdin.end();
    expect((await running.finished).stderr).toBe('end of input');
  });

  it('Windows programs under Wine die with a time limit', async () => {
    const run = await runWindowsProgram(echo, [], { keepStdinOpen: true, timeoutMs: 1500 });
    expect(run).toMatchObject({ timedOut: true });
    expect(run.status).toBeUndefined();
  });

  it('Windows programs under Wine write where a translated path points', async () => {
    const file = path.join(scratch, 'a file.txt');
    await runWindowsProgram(echo, ['write', toWindowsPath(file)]);
    expect(readFileSync(file, 'utf8')).toBe('written');
    expect(fromWindowsPath(toWindowsPath(file))).toBe(file);
  });

  it('Windows programs under Wine report the layout that a compiler gives a structure', async () => {
    const tables = await measureLayouts('#include <windows.h>', {
      TOKEN_PRIVILEGES: ['PrivilegeCount', 'Privileges'],
      CONTEXT: ['Rsp', 'Rip'],
    });
    expect(tables.TOKEN_PRIVILEGES).toEqual({
      size: 16,
      fields: { PrivilegeCount: { offset: 0, size: 4 }, Privileges: { offset: 4, size: 12 } },
    });
    expect(tables.CONTEXT.fields['Rip']?.offset).toBe(0xf8);
  });

  it('a whole output of a Windows program is an answer, and one that lost its end is a failure of Wine, counted', async () => {
    const file = path.join(scratch, 'b file.txt');
    const args = ['write', toWindowsPath(file)];
    const notes = path.join(scratch, 'failures.txt');
    vi.stubEnv('KTRIAGE_WINE_FAILURES', notes);
    try {
      expect(await runWindowsProgram(echo, args, { ending: /^$/ })).toMatchObject({ status: 0, stdout: '' });
      await expect(runWindowsProgram(echo, args, { ending: /end$/ })).rejects.toThrow(WINE_FAILURE);
      expect(readFileSync(notes, 'utf8')).toMatch(/^the output of write .* has no end, with exit code 0/);
      // A process that dies has no end to write.
      expect(await runWindowsProgram(echo, [], { ending: /end$/ })).toMatchObject({ status: 0xc0000005 });
    } finally {
      vi.unstubAllEnvs();
    }
  });

  const runs = { wine: 0, other: 0 };

  it('a test of a suite with Wine runs again where Wine itself has failed', () => {
    runs.wine += 1;
    if (runs.wine < 3) throw new Error('Wine failed: on purpose');
  });

  it.fails('a test of a suite with Wine that fails for another reason runs once', () => {
    runs.other += 1;
    throw new Error('the program failed; Wine failed: is not how this begins');
  });

  it('a suite with Wine has run three times what Wine failed, and once what failed otherwise', () => {
    expect(runs).toEqual({ wine: 3, other: 1 });
  });
});
