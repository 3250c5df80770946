import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { canBuildPowerShellHost, powerShellHost } from '../../src/build/powershell-host.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { parseEvents, type RunEvents } from './events.ts';

/**
 * The PowerShells that tests run on, and one way to run a script on any of them. Every engine takes the same command
 * line and the same driver.ps1, so a test is written once.
 */

export interface Engine {
  /** `powershell`, `pwsh`, `host` or `host under Wine`: the name that test titles carry. */
  readonly name: string;
  /** The system that the engine believes to run on. */
  readonly platform: 'windows' | 'unix';
  /** A path of this machine as the engine spells it. */
  pathFor(file: string): string;
  /** Runs a command line of the engine to its end. */
  start(args: readonly string[], options: StartOptions): Promise<Ended>;
}

interface StartOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds after which the engine is killed. */
  readonly timeLimit: number;
}

interface Ended {
  /** Absent when it was killed. */
  readonly status?: number;
  readonly stdout: string;
  readonly stderr: string;
}

const onPath = (command: string): boolean =>
  spawnSync(command, ['-NoProfile', '-NonInteractive', '-Command', 'exit 0'], { stdio: 'ignore' }).status ===
  0;

/** Not spawnSync, because tests of two workers and timers of their own go on meanwhile. */
function startNative(command: string): Engine['start'] {
  return async (args, { environment, timeLimit }) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
      timeout: timeLimit,
      killSignal: 'SIGKILL',
    });
    const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
    const status = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('exit', resolve),
    );
    return { ...(status === null ? {} : { status }), stdout: await stdout, stderr: await stderr };
  };
}

function native(name: string, command: string): Engine {
  return {
    name,
    platform: process.platform === 'win32' ? 'windows' : 'unix',
    pathFor: (file) => file,
    start: startNative(command),
  };
}

/**
 * Every PowerShell on this machine: Windows PowerShell, PowerShell 7, and the engine host where neither is installed
 * and the .NET SDK can build it. Test files call it at the top, so that its answer can shape their suites.
 */
export async function findEngines(): Promise<readonly Engine[]> {
  const installed = ['powershell', 'pwsh'].filter(onPath).map((name) => native(name, name));
  if (installed.length > 0) return installed;
  if (process.platform !== 'linux' || !canBuildPowerShellHost()) return [];
  return [native('host', await powerShellHost('linux-x64'))];
}

/** The Windows build of the engine under Wine. Needs the equipment `wine` and `dotnet`; builds what is missing. */
export function engineUnderWine(): Engine {
  return {
    name: 'host under Wine',
    platform: 'windows',
    pathFor: toWindowsPath,
    async start(args, { environment, timeLimit }) {
      const host = await powerShellHost('win-x64');
      await ensureWine();
      return runWindowsProgram(host, args, {
        env: {
          ...environment,
          // Memory that is mapped twice, writable and executable, confuses Wine 8: the runtime then dies when it frees code.
          DOTNET_EnableWriteXorExecute: '0',
        },
        timeoutMs: timeLimit,
      });
    },
  };
}

/** Text as a PowerShell literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export interface RunOptions {
  /** Script text that runs first, unobserved and in full language: imports, for the most part. */
  readonly setup?: string;
  /** Draw the output as a prompt would, into `text`, instead of collecting objects. */
  readonly render?: boolean;
  /** Stop as Ctrl+C does: after some milliseconds, or as soon as this stream has something. */
  readonly stopAfter?: number;
  readonly stopAtFirst?: 'output' | 'progress';
  readonly language?: 'FullLanguage' | 'ConstrainedLanguage';
  readonly environment?: Readonly<Record<string, string>>;
  /** Kills the engine, and fails the run, when it takes longer than this. */
  readonly timeLimit?: number;
}

export interface Run extends RunEvents {
  /** What stood on standard output: with `render`, the tables and lists. Warnings are drawn here too. */
  readonly text: string;
  /** What stood on standard error. */
  readonly errorText: string;
}

const driver = path.join(import.meta.dirname, 'driver.ps1');

/** The arguments that make driver.ps1 do what the options say; texts travel as files, for they may hold anything. */
function driverArguments(engine: Engine, folder: string, script: string, options: RunOptions): string[] {
  const file = (name: string, text: string) => {
    // Windows PowerShell takes a file without a byte order mark for ANSI, but .NET's reader, used here, does not.
    writeFileSync(path.join(folder, name), text);
    return engine.pathFor(path.join(folder, name));
  };
  return [
    ...['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', engine.pathFor(driver)],
    ...['-Script', file('script.ps1', script)],
    ...['-Events', engine.pathFor(path.join(folder, 'events.jsonl'))],
    ...(options.setup === undefined ? [] : ['-Setup', file('setup.ps1', options.setup)]),
    ...(options.render === true ? ['-Render'] : []),
    ...(options.stopAfter === undefined ? [] : ['-StopAfter', String(options.stopAfter)]),
    ...(options.stopAtFirst === undefined ? [] : ['-StopAtFirst', options.stopAtFirst]),
    ...(options.language === undefined ? [] : ['-Language', options.language]),
  ];
}

/** No telemetry, no search for updates, and the engine's caches in the folder of the run, which is removed. */
function quietEnvironment({ platform }: Engine, folder: string): Record<string, string> {
  const quiet = { POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };
  // Wine itself would take TMPDIR for its server.
  if (platform === 'windows') return quiet;
  return { ...quiet, TMPDIR: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
}

/** Runs a script on an engine and returns everything that happened. Only a failure of the equipment itself throws. */
export async function runScript(engine: Engine, script: string, options: RunOptions = {}): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-powershell-'));
  try {
    const args = driverArguments(engine, folder, script, options);
    const { status, stdout, stderr } = await engine.start(args, {
      environment: { ...quietEnvironment(engine, folder), ...options.environment },
      timeLimit: options.timeLimit ?? 60_000,
    });
    if (status !== 0)
      throw new Error(`${engine.name} ended with ${status ?? 'nothing'}:\n${stdout}${stderr}`);
    const events = parseEvents(
      readFileSync(path.join(folder, 'events.jsonl'), 'utf8').replaceAll('\r\n', '\n'),
    );
    const plain = (drawn: string) => drawn.replaceAll('\r\n', '\n');
    return { ...events, text: plain(stdout), errorText: plain(stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
