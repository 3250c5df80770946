import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { pinnedPowerShell } from '../../src/build/find-powershell.ts';
import { canInstallPowerShell, powerShellForWine } from '../../src/build/powershell-equipment.ts';
import { environmentFor } from '../../src/build/windows-powershell-environment.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type DriverArguments, type EngineProcess, engineProcess } from './engine-process.ts';
import { parseEvents, type RunEvents } from './events.ts';

/**
 * The PowerShells that tests run on, and one way to run a script on any of them. Every engine takes the same command
 * line and the same driver.ps1, so a test is written once. Scripts share an engine process where nothing speaks against it.
 */

export interface Engine {
  /** `powershell`, `pwsh` or `PowerShell under Wine`: the name that test titles carry. */
  readonly name: string;
  /** The system that the engine believes to run on. */
  readonly platform: 'windows' | 'unix';
  /** A path of this machine as the engine spells it. */
  pathFor(file: string): string;
  /** Runs driver.ps1, and returns what was written to the streams meanwhile. Rejects when the engine itself fails. */
  drive(driverArguments: DriverArguments, options: DriveOptions): Promise<Written>;
  /** Ends the process that scripts have shared. */
  end(): Promise<void>;
}

interface DriveOptions {
  /** A folder of the run, removed afterwards. */
  readonly folder: string;
  /** Variables that only this script is to have; with them it gets a process of its own. */
  readonly environment: Readonly<Record<string, string>> | undefined;
  /** Milliseconds after which the engine is killed. */
  readonly timeLimit: number;
}

interface Written {
  readonly stdout: string;
  readonly stderr: string;
}

const onPath = (command: string): boolean =>
  spawnSync(command, ['-NoProfile', '-NonInteractive', '-Command', 'exit 0'], {
    stdio: 'ignore',
    env: environmentFor(command),
  }).status === 0;

const driver = path.join(import.meta.dirname, 'driver.ps1');

/** The command line that makes an engine, whichever it is, run the driver once. */
function commandLine(driverPath: string, driverArguments: DriverArguments): string[] {
  return [
    ...['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', driverPath],
    ...Object.entries(driverArguments).flatMap(([name, value]) =>
      value === true ? [`-${name}`] : [`-${name}`, value],
    ),
  ];
}

function expectSuccess(name: string, status: number | null, { stdout, stderr }: Written): void {
  if (status !== 0) throw new Error(`${name} ended with ${status ?? 'nothing'}:\n${stdout}${stderr}`);
}

/** Not spawnSync, because tests of two workers and timers of their own go on meanwhile. */
async function driveOnce(
  command: string,
  driverArguments: DriverArguments,
  { environment, timeLimit }: { environment: NodeJS.ProcessEnv; timeLimit: number },
): Promise<Written> {
  const child = spawn(command, commandLine(driver, driverArguments), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  });
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('exit', resolve),
  );
  const written = { stdout: await stdout, stderr: await stderr };
  expectSuccess(command, status, written);
  return written;
}

/** No telemetry, no search for updates, and the engine's caches in a folder that is removed. */
function quietEnvironment(platform: Engine['platform'], folder: string): Record<string, string> {
  const quiet = { POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };
  // Wine itself would take TMPDIR for its server.
  if (platform === 'windows') return quiet;
  return { ...quiet, TMPDIR: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
}

function native(name: string, command: string, own = environmentFor(command)): Engine {
  const platform = process.platform === 'win32' ? 'windows' : 'unix';
  const quiet = (folder: string) => ({ ...own, ...quietEnvironment(platform, folder) });
  let shared: EngineProcess | undefined;
  return {
    name,
    platform,
    pathFor: (file) => file,
    drive(driverArguments, { folder, environment, timeLimit }) {
      if (environment !== undefined) {
        return driveOnce(command, driverArguments, {
          environment: { ...quiet(folder), ...environment },
          timeLimit,
        });
      }
      if (shared === undefined) {
        const home = mkdtempSync(path.join(tmpdir(), 'ktriage-engine-'));
        shared = engineProcess(command, home, quiet(home));
      }
      return shared.run(driverArguments, timeLimit);
    },
    async end() {
      await shared?.end();
      shared = undefined;
    },
  };
}

/** The pinned PowerShell, else every one that is installed. Test files call it at the top: its answer shapes their suites. */
export async function findEngines(): Promise<readonly Engine[]> {
  if (!canInstallPowerShell()) return ['powershell', 'pwsh'].filter(onPath).map((name) => native(name, name));
  const { command, environment } = await pinnedPowerShell();
  return [native('pwsh', command, environment)];
}

/** The Windows build of the engine under Wine. Needs the equipment `wine` and `dotnet`; builds what is missing. */
export function engineUnderWine(): Engine {
  return {
    name: 'PowerShell under Wine',
    platform: 'windows',
    pathFor: toWindowsPath,
    async drive(driverArguments, { folder, environment, timeLimit }) {
      const host = await powerShellForWine();
      await ensureWine();
      const ended = await runWindowsProgram(host, commandLine(toWindowsPath(driver), driverArguments), {
        env: {
          ...quietEnvironment('windows', folder),
          ...environment,
          // Memory that is mapped twice, writable and executable, confuses Wine 8: the runtime then dies when it frees code.
          DOTNET_EnableWriteXorExecute: '0',
          DOTNET_gcConcurrent: '0',
        },
        timeoutMs: timeLimit,
      });
      expectSuccess(this.name, ended.status ?? null, ended);
      return ended;
    },
    // Under Wine each script has a process of its own.
    end: async () => undefined,
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
  /** Further variables for the engine, which then runs this script alone. */
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

/** The arguments that make driver.ps1 do what the options say; texts travel as files, for they may hold anything. */
function driverArguments(
  engine: Engine,
  folder: string,
  script: string,
  options: RunOptions,
): DriverArguments {
  const file = (name: string, text: string) => {
    // Windows PowerShell takes a file without a byte order mark for ANSI, but .NET's reader, used here, does not.
    writeFileSync(path.join(folder, name), text);
    return engine.pathFor(path.join(folder, name));
  };
  return {
    Script: file('script.ps1', script),
    Events: engine.pathFor(path.join(folder, 'events.jsonl')),
    ...(options.setup === undefined ? {} : { Setup: file('setup.ps1', options.setup) }),
    ...(options.render === true ? { Render: true } : {}),
    ...(options.stopAfter === undefined ? {} : { StopAfter: String(options.stopAfter) }),
    ...(options.stopAtFirst === undefined ? {} : { StopAtFirst: options.stopAtFirst }),
    ...(options.language === undefined ? {} : { Language: options.language }),
  };
}

/** Runs a script on an engine and returns everything that happened. Only a failure of the equipment itself throws. */
export async function runScript(engine: Engine, script: string, options: RunOptions = {}): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-powershell-'));
  try {
    const { stdout, stderr } = await engine.drive(driverArguments(engine, folder, script, options), {
      folder,
      environment: options.environment,
      timeLimit: options.timeLimit ?? 60_000,
    });
    const plain = (drawn: string) => drawn.replaceAll('\r\n', '\n');
    const lines = path.join(folder, 'events.jsonl');
    if (!existsSync(lines)) throw new Error(`the driver did not start:\n${stdout}${stderr}`);
    return {
      ...parseEvents(plain(readFileSync(lines, 'utf8'))),
      text: plain(stdout),
      errorText: plain(stderr),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
