import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { runKtriage } from '../../support/ktriage-on-windows.ts';
import {
  ensureWine,
  type RunningWindowsProgram,
  startWindowsProgram,
  toWindowsPath,
} from '../../support/wine.ts';

const EXECUTABLE = path.join(repositoryRoot, 'bin', 'ktriage.exe');

/** Functions that no export names but the PDB publishes; the program says one byte and then waits for the end of standard input. */
const SOURCE = `
extern "C" __declspec(dllimport) void *__stdcall GetStdHandle(unsigned);
extern "C" __declspec(dllimport) int __stdcall WriteFile(void *, const void *, unsigned, unsigned *, void *);
extern "C" __declspec(dllimport) int __stdcall ReadFile(void *, void *, unsigned, unsigned *, void *);
extern "C" __declspec(dllimport) void __stdcall ExitProcess(unsigned);
namespace cache {
  struct Handle { int wait(int depth); };
  __attribute__((noinline)) int Handle::wait(int depth) {
    char byte[64]; unsigned got = 0;
    WriteFile(GetStdHandle(-11), "r\\n", 2, &got, 0);
    while (ReadFile(GetStdHandle(-10), byte, 1, &got, 0) && got) depth += byte[0];
    return depth;
  }
}
__attribute__((noinline)) int lookup(int depth) { cache::Handle handle; return handle.wait(depth) + 1; }
extern "C" void entry() { ExitProcess(lookup(3)); }
`;

describeWith(['wine', 'mingw', 'clang'], 'user-mode frames with a PDB', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-test-'));
  const place = (name: string) => path.join(folder, name);
  let program: RunningWindowsProgram;

  beforeAll(async () => {
    await ensureWine();
    writeFileSync(place('cachfile.cpp'), SOURCE);
    execFileSync('clang', [
      '--target=x86_64-pc-windows-msvc',
      '-gcodeview',
      '-O1',
      '-c',
      place('cachfile.cpp'),
      '-o',
      place('cachfile.obj'),
    ]);
    execFileSync('lld-link', [
      '/debug',
      '/nodefaultlib',
      '/entry:entry',
      '/subsystem:console',
      place('cachfile.obj'),
      '/usr/x86_64-w64-mingw32/lib/libkernel32.a',
      `/out:${place('cachfile.exe')}`,
      `/pdb:${place('cachfile.pdb')}`,
    ]);
    program = startWindowsProgram(place('cachfile.exe'), [], { keepStdinOpen: true });
    await program.until((stdout) => stdout.includes('r'));
  });
  afterAll(async () => {
    program.stdin.end();
    await program.finished;
    rmSync(folder, { recursive: true });
  });

  async function stack(...args: readonly string[]): Promise<string[]> {
    const { stdout } = await runKtriage(EXECUTABLE, ['threads', 'cachfile', '--include-user-stack', ...args]);
    const first = stdout.split('\n').find((line) => line.includes('"kind":"record"')) ?? stdout;
    return (JSON.parse(first) as { value: { userStack: string[] } }).value.userStack;
  }

  it('user-mode frames with a PDB have the names of functions that nothing exports', async () => {
    const frames = await stack('--symbol-path', toWindowsPath(folder));
    const own = frames.filter((frame) => frame.startsWith('cachfile!'));
    expect(own.map((frame) => frame.replace(/\+0x[0-9a-f]+$/, ''))).toEqual([
      'cachfile!cache::Handle::wait',
      'cachfile!lookup',
      'cachfile!entry',
    ]);
  });

  it('user-mode frames with a PDB have the place in the image where no PDB is at hand', async () => {
    const frames = await stack('--symbol-path', 'C:\\windows');
    expect(frames.filter((frame) => frame.startsWith('cachfile+0x'))).toHaveLength(3);
  });
});
