import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../support/equipment.ts';
import { compileFilesForWindows } from '../../support/mingw.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine, type RunningWindowsProgram, startWindowsProgram } from '../../support/wine.ts';

interface Told {
  readonly processId: number;
  readonly threadId: number;
  /** inner, middle, outer, start. */
  readonly functions: readonly string[];
  readonly frames: readonly string[];
}

interface Seen {
  readonly addresses: readonly string[];
  readonly frames: readonly string[];
  readonly bytes: number;
  readonly modules: readonly string[];
  readonly [more: string]: unknown;
}

describeWith(['wine', 'mingw'], 'user-mode stacks of live threads', () => {
  let program: RunningWindowsProgram;
  let told: Told;
  let seen: Seen;
  beforeAll(async () => {
    await ensureWine();
    const source = path.join(import.meta.dirname, 'callers.c');
    program = startWindowsProgram(compileFilesForWindows([source], ['-ldbghelp'], 'callers.exe'), [], {
      keepStdinOpen: true,
    });
    await program.until((stdout) => stdout.includes('\n'));
    told = JSON.parse(program.output().stdout) as Told;
    const driver = path.join(import.meta.dirname, 'drivers', 'user-stack.ts');
    seen = await runDriver<Seen>(driver, [String(told.processId), String(told.threadId)]);
  });
  afterAll(async () => {
    program.stdin.end();
    await program.finished;
  });

  it('user-mode stacks of live threads have the frames that StackWalk64 finds', () => {
    expect(told.frames.length).toBeGreaterThan(5);
    expect(seen.addresses).toEqual(told.frames);
  });

  it('user-mode stacks of live threads go through the functions that called each other', () => {
    const within = (index: number) => {
      const start = BigInt(told.functions[index] ?? 0);
      return (address: string) => BigInt(address) > start && BigInt(address) < start + 0x200n;
    };
    const places = [0, 1, 2, 3].map((index) => seen.addresses.findIndex(within(index)));
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual([0, 1, 2, 3].map((step) => (places[0] ?? 0) + step));
  });

  it('user-mode stacks of live threads name each frame by module and export', () => {
    expect(seen.frames[0]).toMatch(/^ntdll!NtWait\w+\+0x[0-9a-f]+$/);
    expect(seen.frames.some((frame) => frame.startsWith('callers+0x'))).toBe(true);
    expect(seen.frames.at(-1)).toMatch(/^ntdll!RtlUserThreadStart|^kernel32!BaseThreadInitThunk|^ntdll/);
    expect(seen.modules.map((name) => name.toLowerCase())).toEqual(
      expect.arrayContaining(['callers.exe', 'ntdll.dll', 'kernel32.dll']),
    );
    expect(seen.bytes).toBeGreaterThan(600);
  });

  it('user-mode stacks of live threads are refused for threads and processes that are gone, replaced, or our own', () => {
    expect(seen['refusals']).toEqual({
      thread: 'exited',
      replacedThread: 'replaced',
      self: 'denied',
      nobody: 'exited',
      replaced: 'replaced',
    });
    expect(seen).toMatchObject({ nothingAtZero: true, handlesGained: 0 });
  });

  it('user-mode stacks of live threads leave the thread running, even when ktriage ends while it is suspended', async () => {
    const driver = path.join(import.meta.dirname, 'drivers', 'exit-suspended.ts');
    await runDriver(driver, [String(told.processId), String(told.threadId)]);
    program.stdin.write('end\n');
    await program.until((stdout) => stdout.includes('ended') || stdout.includes('stuck'));
    expect(program.output().stdout).toContain('ended');
  });
});
