import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pinnedPowerShell } from '../../src/build/find-powershell.ts';
import { powerShellForWine, providePester } from '../../src/build/powershell-equipment.ts';
import type { FailedTest } from '../run/summary.ts';
import { repositoryRoot } from './equipment.ts';
import { compileFilesForWindows } from './mingw.ts';
import { ensureWine, runWindowsProgram, toWindowsPath, wineFailure } from './wine.ts';
import { WINE_FAILED } from './wine-failure.ts';

/** Pester runs: test/powershell/Invoke-Tests.ps1 on the pinned PowerShell, on this system or under Wine. */

const entry = path.join(repositoryRoot, 'test', 'powershell', 'Invoke-Tests.ps1');
const results = path.join(repositoryRoot, '.cache', 'pester');

export interface PesterOptions {
  /** Test files; all of test/powershell unless given. */
  readonly files?: readonly string[];
  readonly tags?: readonly string[];
  /** `1/2` for the first half of the files. */
  readonly shard?: string;
  /** Further variables of the engine. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface PesterRun {
  readonly passed: number;
  /** Tests, and files that could not be run. */
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly FailedTest[];
  /** What Pester wrote, with the name and message of each failed test. */
  readonly output: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string) =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
    name === undefined
      ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
      : (ENTITIES[name] ?? whole),
  );

/** Test files are suites, whose name is a path; what follows one belongs to it. */
const FILE_OR_FAILURE =
  /<test-suite [^>]*\bname="([^"]*\.Tests\.ps1)"|<test-case description="([^"]*)"[^>]*\bresult="(?:Failure|Error)"[^>]*>\s*(?:<failure>\s*<message>([^<]*))?/g;

/** The failed tests of a file in NUnit's format. */
function readFailures(xml: string): FailedTest[] {
  const failures: FailedTest[] = [];
  let file = '';
  for (const [, suite, title = '', message = ''] of xml.matchAll(FILE_OR_FAILURE)) {
    if (suite === undefined) failures.push({ file, title: decoded(title), message: decoded(message) });
    else file = `test/powershell/${decoded(suite).split(/[\\/]/).at(-1)}`;
  }
  return failures;
}

/** For a run that failed without a failed test: what Pester wrote of a file or a block, or else its last words. */
function failureOfRun(status: number | null | undefined, output: string): FailedTest {
  const marked = output.split('\n').find((line) => line.trimStart().startsWith('[-]'));
  return {
    file: 'test/powershell',
    title: `the run ended with ${status ?? 'nothing'}`,
    message: marked ?? output.trim().split('\n').at(-1) ?? '',
  };
}

/** The totals that NUnit's format has at its root. A run without a file, or whose exit code alone is bad, has failed once. */
export function readTotals(file: string, status: number | null | undefined, output: string): PesterRun {
  const xml = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const root = /<test-results [^>]*>/.exec(xml)?.[0];
  const once = { failed: 1, failures: [failureOfRun(status, output)] };
  if (root === undefined) {
    // A part of the tests was asked for, and this engine has none of it.
    const hasNone = status === 0 && output.includes('No test file is left');
    return { passed: 0, skipped: 0, output, ...(hasNone ? { failed: 0, failures: [] } : once) };
  }
  const count = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(root)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  const skipped = count('skipped') + count('ignored') + count('inconclusive');
  const passed = count('total') - failed - skipped;
  if (failed === 0 && status !== 0) return { passed, skipped, output, ...once };
  return { passed, failed, skipped, output, failures: readFailures(xml) };
}

let serial = 0;

function resultFile(name: string): string {
  mkdirSync(results, { recursive: true });
  const file = path.join(results, `${name}-${process.pid}-${serial++}.xml`);
  rmSync(file, { force: true });
  return file;
}

function argumentsFor(options: PesterOptions, file: string, spell: (name: string) => string): string[] {
  const { files = [], tags = [], shard } = options;
  return [
    ...(files.length === 0 ? [] : ['-Path', files.map(spell).join(',')]),
    ...(tags.length === 0 ? [] : ['-Tag', tags.join(',')]),
    ...(shard === undefined ? [] : ['-Shard', shard]),
    ...['-ResultPath', spell(file)],
  ];
}

const options = (script: string) => [
  ...['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script],
];

/**
 * Settings of the .NET runtime. It compiles each method once: a test calls hardly anything often enough to gain from compiling it
 * again, which took a fifth of the processor time of a run. Its garbage collector has no thread of its own.
 */
const CLR = { DOTNET_TieredPGO: '0', DOTNET_TC_CallCounting: '0', DOTNET_gcConcurrent: '0' };

/** Runs Pester on the pinned PowerShell of this system. */
export async function runPesterHere(run: PesterOptions = {}): Promise<PesterRun> {
  await providePester();
  const shell = await pinnedPowerShell();
  const file = resultFile('here');
  const child = spawn(shell.command, [...options(entry), ...argumentsFor(run, file, (name) => name)], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...shell.environment, ...CLR, ...run.environment },
    timeout: run.timeoutMs ?? 1_800_000,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return readTotals(file, status, output);
}

/** Under Wine: without these two the .NET runtime dies now and then, "Internal CLR error". */
const CLR_UNDER_WINE = { ...CLR, DOTNET_EnableWriteXorExecute: '0', DOTNET_gcConcurrent: '0' };

/** What Wine writes of the root of this system, which is its drive Z:. */
const WINE_NOISE = /^wine: Read access denied for device .*\n/gm;

/** The stand-in for ktriage.exe of ChildEnvironment.Tests.ps1. */
const childProgram = () =>
  toWindowsPath(
    compileFilesForWindows([path.join(path.dirname(entry), 'wine', 'child.c')], [], 'ktriage.exe'),
  );

async function onceUnderWine(host: string, run: PesterOptions): Promise<PesterRun> {
  const file = resultFile('wine');
  const args = [...options(toWindowsPath(entry)), ...argumentsFor(run, file, toWindowsPath)];
  const { status, stdout, stderr } = await runWindowsProgram(host, args, {
    env: {
      POWERSHELL_TELEMETRY_OPTOUT: '1',
      KTRIAGE_TEST_PROGRAM: childProgram(),
      ...CLR_UNDER_WINE,
      ...run.environment,
    },
    timeoutMs: run.timeoutMs ?? 1_800_000,
  });
  const output = `${stdout}${stderr}`.replaceAll('\r\n', '\n').replace(WINE_NOISE, '');
  // The codes of Windows for a process that dies: no exit code of a test run.
  if (!existsSync(file) && (status ?? 0) >= 0xc0000000)
    throw wineFailure(`the engine died with 0x${status?.toString(16)}: ${output.slice(-200)}`);
  return readTotals(file, status, output);
}

/** Runs Pester on the pinned PowerShell for Windows, under Wine; again where Wine itself fails, twice at most. */
export async function runPesterUnderWine(run: PesterOptions = {}): Promise<PesterRun> {
  await providePester();
  const host = await powerShellForWine();
  await ensureWine();
  for (let attempt = 0; ; attempt++) {
    try {
      return await onceUnderWine(host, run);
    } catch (error) {
      if (attempt === 2 || !(error instanceof Error) || !error.message.startsWith(WINE_FAILED)) throw error;
    }
  }
}
