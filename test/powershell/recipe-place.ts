import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installModule } from './built-module.ts';
import { type Engine, literal, type Run, type RunOptions, runScript } from './engines.ts';
import { MISSING_CMDLETS } from './recipe-stand-ins.ts';

/**
 * Where recipes run without a change: drives C: and D: of their own (on Windows D: alone), the module installed for all users,
 * and the simulated machine. Everything comes with the module itself, whichever process imports it: a job, a session, a task.
 */
export interface RecipePlace {
  /** A file on one of the drives, on this system. */
  onDrive(letter: 'C' | 'D', ...names: readonly string[]): string;
  /** Names in D:\dumps, sorted. */
  dumps(): string[];
  /** What a session begins with that imports no module yet: the text for `computers`. */
  readonly sessionSetup: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Runs a script in a process of its own, at the root of D:, by its real name: jobs begin at the same place. */
  run(script: string, options?: RunOptions): Promise<Run>;
}

/** Runs again in every session of every process. */
const placeScript = (folder: string, drives: readonly string[], defaults: string) => `
$root = if ($env:KTRIAGE_TEST_COMPUTER) { [System.IO.Path]::Combine($env:KTRIAGE_TEST_COMPUTERS, $env:KTRIAGE_TEST_COMPUTER) } else { ${literal(folder)} }
$drives = $ExecutionContext.SessionState.Drive
foreach ($name in ${drives.map(literal).join(', ')}) {
  $own = [System.IO.Path]::Combine($root, $name)
  $there = $drives.GetAll() | Where-Object Name -eq $name
  if ($there -and $there.Root.StartsWith($own)) { continue }
  if ($there) { $drives.Remove($name, $true, 'Global') }
  $null = [System.IO.Directory]::CreateDirectory($own)
  $files = $ExecutionContext.SessionState.Provider.GetOne('FileSystem')
  $null = $drives.New([System.Management.Automation.PSDriveInfo]::new($name, $files, $own, '', $null), 'Global')
}
# A session of restricted users gives commands longer names when it wraps them.
$global:PSDefaultParameterValues = @{ 'Test-KernelDumpReadiness*:Machine' = 'simulated:w3wp-oplock'; ${defaults} }
${MISSING_CMDLETS}`;

/** Six threads that wait and two that run, of the 300: enough to be chosen from, and captured in a moment. */
export const EIGHT_THREADS = `
  'Get-KernelThread*:Machine' = 'simulated:w3wp-oplock'
  'Get-KernelThread*:ThreadId' = 10276, 10368, 10384, 10404, 10424, 10440, 12172, 12232`;

export interface PlaceOptions {
  /** What parameters get that a recipe does not give, as the inside of $PSDefaultParameterValues. */
  readonly defaults?: string;
  /** Leaves the module as users have it: only scripts of `run` are in the place, and no other process. */
  readonly plainModule?: boolean;
}

/** Makes a place in this folder. */
export function recipePlace(
  engine: Engine,
  folder: string,
  { defaults = EIGHT_THREADS, plainModule = false }: PlaceOptions = {},
): RecipePlace {
  // Windows needs its own C: for everything else.
  const drives = engine.platform === 'windows' ? ['D'] : ['C', 'D'];
  const onDrive = (letter: 'C' | 'D', ...names: readonly string[]) => path.join(folder, letter, ...names);
  const modules = onDrive('C', 'Program Files', 'WindowsPowerShell', 'Modules');
  mkdirSync(modules, { recursive: true });
  mkdirSync(onDrive('D', 'dumps'), { recursive: true });
  const module = installModule(engine, modules);
  const script = path.join(plainModule ? folder : module, 'place.ps1');
  writeFileSync(script, placeScript(engine.pathFor(folder), drives, defaults));
  if (!plainModule) {
    const manifest = path.join(module, 'KernelTriage.psd1');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/^@\{$/m, "@{\n    ScriptsToProcess = @('place.ps1')"));
  }
  const sessionSetup = `. ${literal(engine.pathFor(script))}`;
  const separator = engine.platform === 'windows' ? ';' : ':';
  const environment = {
    PSModulePath: [engine.pathFor(modules), process.env['PSModulePath']].filter(Boolean).join(separator),
  };
  return {
    onDrive,
    dumps: () => readdirSync(onDrive('D', 'dumps')).sort(),
    sessionSetup,
    environment,
    run: (test, options = {}) =>
      runScript(engine, test, {
        ...options,
        environment: { ...environment, ...options.environment },
        setup: `${sessionSetup}
Import-Module KernelTriage
$null = $ExecutionContext.SessionState.Path.SetLocation(${literal(engine.pathFor(onDrive('D')))})
${options.setup ?? ''}`,
      }),
  };
}
