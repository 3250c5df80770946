import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { canBuildPowerShellHost, powerShellHost } from '../../src/build/powershell-host.ts';
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
  readonly command: string;
  readonly leadingArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** A path of this machine as the engine spells it. */
  pathFor(file: string): string;
}

const onPath = (command: string): boolean =>
  spawnSync(command, ['-NoProfile', '-NonInteractive', '-Command', 'exit 0'], { stdio: 'ignore' }).status ===
  0;

function native(name: string, command: string): Engine {
  return {
    name,
    platform: process.platform === 'win32' ? 'windows' : 'unix',
    command,
    leadingArguments: [],
    environment: {},
    pathFor: (file) => file,
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

/** Starts a program with its standard streams on files, which serves Wine too, and waits for it. */
async function runToFiles(
  command: string,
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  timeLimit: number,
): Promise<number | null> {
  const output = openSync(path.join(folder, 'stdout.txt'), 'w');
  const errors = openSync(path.join(folder, 'stderr.txt'), 'w');
  try {
    const child = spawn(command, args, {
      stdio: ['ignore', output, errors],
      env: { ...process.env, ...environment },
      timeout: timeLimit,
      killSignal: 'SIGKILL',
    });
    return await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  } finally {
    closeSync(output);
    closeSync(errors);
  }
}

/** Runs a script on an engine and returns everything that happened. Only a failure of the equipment itself throws. */
export async function runScript(engine: Engine, script: string, options: RunOptions = {}): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-powershell-'));
  try {
    const args = [...engine.leadingArguments, ...driverArguments(engine, folder, script, options)];
    const home = engine.pathFor(folder);
    const status = await runToFiles(
      engine.command,
      args,
      folder,
      {
        // The engine writes caches below these, and telemetry needs a network.
        POWERSHELL_TELEMETRY_OPTOUT: '1',
        POWERSHELL_UPDATECHECK: 'Off',
        TMPDIR: home,
        XDG_CACHE_HOME: home,
        XDG_DATA_HOME: home,
        XDG_CONFIG_HOME: home,
        ...engine.environment,
        ...options.environment,
      },
      options.timeLimit ?? 60_000,
    );
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    const errorText = read('stderr.txt');
    if (status !== 0)
      throw new Error(`${engine.name} ended with ${status}:\n${read('stdout.txt')}${errorText}`);
    return { ...parseEvents(read('events.jsonl')), text: read('stdout.txt'), errorText };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
