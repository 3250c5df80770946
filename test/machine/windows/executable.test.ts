import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { runKtriage } from '../../support/ktriage-on-windows.ts';
import { ensureWine, toWindowsPath } from '../../support/wine.ts';
import { type RunningCrowd, startCrowd } from './crowd.ts';

const EXECUTABLE = path.join(repositoryRoot, 'bin', 'ktriage.exe');
const MEMBERS = 5;

interface Line {
  readonly kind: string;
  readonly code?: string;
  readonly ntStatus?: string;
  readonly value?: {
    readonly threadId: number;
    readonly processName: string;
    readonly userStack?: readonly string[];
  };
}

/** The built executable, as `npm run build` left it (`npm test` builds first). */
describeWith(['wine', 'mingw'], 'ktriage.exe under Wine', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-test-'));
  let crowd: RunningCrowd;
  beforeAll(async () => {
    await ensureWine();
    crowd = await startCrowd(MEMBERS);
  });
  afterAll(async () => {
    await crowd.end();
    rmSync(scratch, { recursive: true });
  });

  async function ktriage(
    args: readonly string[],
    options: { exe?: string; env?: Record<string, string> } = {},
  ) {
    const { exe = EXECUTABLE, ...rest } = options;
    const { messages, ...run } = await runKtriage(exe, args, rest);
    return { ...run, lines: messages as readonly Line[] };
  }
  const folder = () => mkdtempSync(path.join(scratch, 'folder-'));

  it('ktriage.exe under Wine lists the threads of a live process', async () => {
    const { status, lines } = await ktriage(['threads', '--pid', String(crowd.processId)]);
    const threads = lines.flatMap(({ value }) => (value === undefined ? [] : [value]));
    expect(status).toBe(0);
    expect(threads.map(({ threadId }) => threadId)).toEqual([
      crowd.parentThreadId,
      ...crowd.members.map(({ threadId }) => threadId),
    ]);
    expect(threads.every(({ processName }) => processName === 'crowd.exe')).toBe(true);
  });

  it('ktriage.exe under Wine walks the user-mode stacks of its threads', async () => {
    const args = ['threads', '--pid', String(crowd.processId), '--include-user-stack'];
    const { lines } = await ktriage(args);
    const stacks = lines.flatMap(({ value }) => (value?.userStack === undefined ? [] : [value.userStack]));
    expect(stacks).toHaveLength(MEMBERS + 1);
    expect(stacks.slice(1).every((frames) => frames.some((frame) => frame.startsWith('crowd+0x')))).toBe(
      true,
    );
  });

  it('ktriage.exe under Wine ends a capture that this kernel does not know in the typed error, and leaves nothing', async () => {
    const destination = folder();
    const args = ['triage', '--pid', String(crowd.processId), '--destination', toWindowsPath(destination)];
    const { status, lines } = await ktriage(args);
    const error = lines.find(({ kind }) => kind === 'error');
    expect(error).toMatchObject({ code: 'CaptureNotSupported', ntStatus: '0xC0000002' });
    expect(lines.at(-1)).toMatchObject({ kind: 'end', exitCode: status });
    expect(status).not.toBe(0);
    expect(readdirSync(destination)).toEqual([]);
  });

  it('ktriage.exe under Wine takes no Node options from its environment', async () => {
    const marker = path.join(scratch, 'preloaded.cjs');
    const { status, stdout } = await ktriage(['version', '--format', 'ndjson'], {
      env: { NODE_OPTIONS: `--require ${toWindowsPath(marker)}` },
    });
    // With the option honoured, Node would fail on the missing file.
    expect(status).toBe(0);
    expect(stdout).toContain('"kind":"end"');
  });

  it('ktriage.exe under Wine works alone in an empty folder, and refuses the live machine by name where the kernel shows no folder of Windows', async () => {
    const alone = path.join(folder(), 'ktriage.exe');
    copyFileSync(EXECUTABLE, alone);
    expect(await ktriage(['version'], { exe: alone })).toMatchObject({ status: 0 });
    const { lines, status } = await ktriage(['threads', '--pid', '4'], { exe: alone });
    expect(lines.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'UnsafeNativeLibrary' });
    expect(status).toBe(7);
  });

  it('ktriage.exe under Wine is a Windows program with the name, version and rights that it declares', () => {
    const image = readFileSync(EXECUTABLE);
    expect(image.subarray(0, 2).toString()).toBe('MZ');
    expect(image.includes(Buffer.from('KernelTriage', 'utf16le'))).toBe(true);
    expect(image.includes('requireAdministrator')).toBe(false);
  });
});
