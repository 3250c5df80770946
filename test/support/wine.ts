import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { withLock } from '../../src/build/lock.ts';
import { repositoryRoot } from './equipment.ts';
import { compileFilesForWindows } from './mingw.ts';
import { WINE_FAILED } from './wine-failure.ts';

/**
 * Windows programs from tests, under Wine (Debian's package wine64). Call `ensureWine()` in a `beforeAll`, then
 *
 *     const { status, stdout, stderr } = await runWindowsProgram(exe, ['threads', '--id', '4'], { stdin: '…' });
 *     const running = startWindowsProgram(exe, ['triage', …]);   // talk to it: running.stdin, running.stdout
 *     running.stdin.end();                                       // closing standard input is how a capture is cancelled
 *     const result = await running.finished;
 *
 * Paths in arguments are the program's business: use `toWindowsPath`. Streams go through `relay.c`, which makes the pipes
 * that Node's Windows build accepts and hands back the whole 32-bit exit code. Nothing of the caller's environment
 * reaches the program beyond what Wine itself needs: give what it should see in `env`.
 *
 * The prefix (`.cache/wine/prefix`, set to Windows 10, because Node refuses Windows 7) is made once per checkout, which
 * takes about 12 s; a first process costs 2.5 s, and 0.1 s while another one lives, so a small one is kept for as long as
 * the test run.
 */

const WINE = '/usr/lib/wine/wine64';
const home = path.join(repositoryRoot, '.cache', 'wine');
const prefix = path.join(home, 'prefix');
const ready = path.join(prefix, 'ready');

const wineEnvironment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  HOME: process.env['HOME'] ?? home,
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  // File names beyond ASCII exist for Wine in a UTF-8 locale alone.
  LC_ALL: 'C.UTF-8',
});

/** While the prefix is made: no offers to install Mono or Gecko. (Programs for .NET need mscoree afterwards.) */
const QUIET_SETUP = { WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=d' };

export interface WindowsProgramOptions {
  /** Text for standard input. */
  readonly stdin?: string;
  /** Leave standard input open after `stdin`; without it, it is closed, which cancels a capture. */
  readonly keepStdinOpen?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The program is killed after this time. Default 60,000. */
  readonly timeoutMs?: number;
  /**
   * The end of every whole output of the program, whatever its exit code. A run that ends by itself and without it has lost
   * its output: a failure of Wine.
   */
  readonly ending?: RegExp;
}

/** From here on exit codes are those of Windows for a process that dies. */
const FIRST_DEATH = 0x8000_0000;

export interface WindowsProgramResult {
  /** The whole exit code (`0xc0000005` after an access violation); absent when the program was killed. */
  readonly status?: number;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningWindowsProgram {
  readonly stdin: NodeJS.WritableStream;
  /** What the program has written so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Waits until `seen` accepts the standard output so far. Rejects when the program ends without that. */
  until(seen: (stdout: string) => boolean): Promise<void>;
  /** Ends the program without ceremony, as Task Manager would. */
  kill(): void;
  readonly finished: Promise<WindowsProgramResult>;
}

/**
 * Wine's server loses a process now and then: its relay ends without a status, or the end of its output is missing although it
 * ended well. Each such error is noted in the file that KTRIAGE_WINE_FAILURES names, for the closing summary of `npm test`.
 */
export function wineFailure(what: string): Error {
  const notes = process.env['KTRIAGE_WINE_FAILURES'];
  if (notes !== undefined) appendFileSync(notes, `${what.slice(0, 300).replace(/\s+/g, ' ').trim()}\n`);
  return new Error(`${WINE_FAILED}${what}`);
}

/** Makes the prefix if there is none, and keeps Wine warm. Safe to call from several workers at once. */
export async function ensureWine(): Promise<void> {
  mkdirSync(home, { recursive: true });
  if (!existsSync(ready)) await withLock(path.join(home, 'prefix.lock'), makePrefix);
  await keepWarm(relayProgram());
}

/** Runs a Windows program to its end. */
export function runWindowsProgram(
  program: string,
  args: readonly string[] = [],
  options: WindowsProgramOptions = {},
): Promise<WindowsProgramResult> {
  return startWindowsProgram(program, args, options).finished;
}

/** Starts a Windows program to talk to. `options.stdin` is sent at once; standard input then stays open. */
export function startWindowsProgram(
  program: string,
  args: readonly string[] = [],
  options: WindowsProgramOptions = {},
): RunningWindowsProgram {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-wine-'));
  const statusFile = path.join(scratch, 'status');
  const commandLine = [relayProgram(), toWindowsPath(statusFile), toWindowsPath(program), ...args];
  const child = spawn(WINE, commandLine, {
    env: { ...wineEnvironment(), ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const collected = collect(child);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, options.timeoutMs ?? 60_000);

  const finished = new Promise<WindowsProgramResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => closeWhenSilent(child));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const status = existsSync(statusFile) ? Number(readFileSync(statusFile, 'utf8')) : undefined;
      rmSync(scratch, { recursive: true, force: true });
      if (status === undefined && signal === null) {
        reject(
          wineFailure(
            `the relay ended with ${code} and no status: ${collected.stdout()}${collected.stderr()}`,
          ),
        );
      } else {
        const streams = { stdout: collected.stdout(), stderr: collected.stderr() };
        const endedItself = !timedOut && status !== undefined && status < FIRST_DEATH;
        if (endedItself && options.ending?.test(streams.stdout) === false) {
          const said = `${streams.stdout.slice(-200)}${streams.stderr.slice(-200)}`;
          reject(
            wineFailure(`the output of ${args.join(' ')} has no end, with exit code ${status}: ${said}`),
          );
          return;
        }
        resolve({ ...(status === undefined ? {} : { status }), timedOut, ...streams });
      }
    });
  });

  // A program may end without reading what it was sent; that is the test's business, not an error of the pipe.
  child.stdin.on('error', () => undefined);
  if (options.stdin !== undefined) child.stdin.write(options.stdin);
  if (options.keepStdinOpen !== true) child.stdin.end();

  return {
    stdin: child.stdin,
    output: () => ({ stdout: collected.stdout(), stderr: collected.stderr() }),
    until: (seen) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!seen(collected.stdout())) return;
          child.stdout.off('data', look);
          resolve();
        };
        child.stdout.on('data', look);
        child.once('close', () =>
          reject(new Error(`ended early: ${collected.stdout()}${collected.stderr()}`)),
        );
        look();
      }),
    kill: () => child.kill('SIGKILL'),
    finished,
  };
}

/** So long nothing more has come: on a busy machine reading goes on well after the program has ended. */
const SILENCE_MS = 10_000;

/**
 * Everything the program wrote is in the pipes when the relay ends. Another process may still hold their other end (Wine's
 * services inherit it), and then they never close by themselves.
 */
function closeWhenSilent(child: ChildProcessWithoutNullStreams): void {
  const streams = [child.stdout, child.stderr];
  const close = () => {
    for (const stream of streams) stream.destroy();
  };
  let timer = setTimeout(close, SILENCE_MS);
  for (const stream of streams) {
    stream.on('data', () => {
      clearTimeout(timer);
      timer = setTimeout(close, SILENCE_MS);
    });
  }
  child.once('close', () => clearTimeout(timer));
}

/** A path of this system as Wine's programs see it. Windows paths and bare names pass unchanged. */
export function toWindowsPath(file: string): string {
  return file.startsWith('/') ? `Z:${file.replaceAll('/', '\\')}` : file;
}

/** Where a Windows path of drive C: or Z: is on this system. */
export function fromWindowsPath(file: string): string {
  const onDrive = (root: string) => path.join(root, ...file.slice(2).split('\\'));
  return /^c:/i.test(file) ? onDrive(path.join(prefix, 'drive_c')) : onDrive('/');
}

/** Gives Windows programs this folder as a drive. Returns what takes the drive away. */
export async function mountDrive(letter: string, folder: string): Promise<() => Promise<void>> {
  const program = compileFilesForWindows(
    [path.join(import.meta.dirname, 'drive.c')],
    ['-municode'],
    'drive.exe',
  );
  const drive = `${letter}:`;
  const call = async (...args: string[]) => {
    const { status } = await runWindowsProgram(program, args);
    if (status !== 0) throw new Error(`drive ${args.join(' ')} ended with ${status}`);
  };
  // The link is where Wine looks for files of the drive, the definition what lists it among the drives.
  const link = path.join(prefix, 'dosdevices', drive.toLowerCase());
  rmSync(link, { force: true });
  symlinkSync(folder, link);
  await call(drive, toWindowsPath(folder));
  return async () => {
    rmSync(link, { force: true });
    await call(drive);
  };
}

/**
 * Gives Windows programs the kernel's own name of the folder of Windows, \\?\GLOBALROOT\SystemRoot, which Wine lacks. Returns what takes
 * it away.
 */
export function mountSystemRoot(): () => void {
  const folder = mkdtempSync(path.join(home, 'system-root-'));
  symlinkSync(path.join(prefix, 'drive_c', 'windows'), path.join(folder, 'SystemRoot'));
  const link = path.join(prefix, 'dosdevices', 'globalroot');
  rmSync(link, { force: true });
  symlinkSync(folder, link);
  return () => {
    rmSync(link, { force: true });
    rmSync(folder, { recursive: true });
  };
}

function relayProgram(): string {
  return compileFilesForWindows([path.join(import.meta.dirname, 'relay.c')], ['-municode'], 'relay.exe');
}

function makePrefix(): void {
  if (existsSync(ready)) return;
  rmSync(prefix, { recursive: true, force: true });
  for (const args of [
    ['wineboot', '-u'],
    ['winecfg', '-v', 'win10'],
  ]) {
    const { status, stderr } = spawnSync(WINE, args, {
      env: { ...wineEnvironment(), ...QUIET_SETUP },
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (status !== 0) throw new Error(`wine ${args.join(' ')} ended with ${status}: ${stderr}`);
  }
  writeFileSync(ready, '');
}

/**
 * One idle Windows process for the whole test run: a shell loop lives as long as the runner does, and the process ends
 * with the loop's output. Wine's own services then belong to it, not to a test's program, whose streams they would
 * inherit and hold open.
 */
async function keepWarm(relay: string): Promise<void> {
  const runner = process.env['VITEST'] === undefined ? process.pid : process.ppid;
  const mark = path.join(home, `keeper-${runner}`);
  const warm = `${mark}-warm`;
  try {
    writeFileSync(mark, '', { flag: 'wx' });
    const script =
      'while kill -0 "$1" 2>/dev/null; do sleep 1; done | "$2" "$3" --keep "$5"; rm -f "$4" "$4-warm"';
    const options = { env: wineEnvironment(), stdio: 'ignore', detached: true } as const;
    const args = [String(runner), WINE, relay, mark, toWindowsPath(warm)];
    spawn('sh', ['-c', script, 'sh', ...args], options).unref();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  for (let waited = 0; !existsSync(warm); waited += 50) {
    if (waited > 60_000) throw new Error('Wine did not start within a minute');
    await delay(50);
  }
}

/**
 * What Wine 8 itself now and then writes while a process with several threads ends, after the program's own last word:
 * one thread still talks to the server when another has closed the connection.
 */
const WINE_FAREWELL = /^wine client error:[0-9a-f]+: .*\r?\n/gm;

function collect(child: ChildProcessWithoutNullStreams): { stdout(): string; stderr(): string } {
  const gather = (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  };
  const stderr = gather(child.stderr);
  return { stdout: gather(child.stdout), stderr: () => stderr().replace(WINE_FAREWELL, '') };
}
