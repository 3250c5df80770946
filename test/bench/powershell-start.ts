import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findPowerShell } from '../../src/build/find-powershell.ts';
import { root } from '../../src/build/tools.ts';
import { type Figures, median, NotHere } from './measure.ts';

/**
 * What a user waits for in a new session, against the executable that is built: each run is a PowerShell of its own. The first command
 * hashes the executable; the later ones do not.
 */
const SCRIPT = `
$clock = [System.Diagnostics.Stopwatch]::StartNew()
function Lap([string] $Name) { [Console]::Out.WriteLine("$Name $($clock.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture))"); $clock.Restart() }
$clock.Restart()
Import-Module '${path.join(root, 'bin', 'KernelTriage')}'
Lap import
$null = Get-KernelThread w3wp -Snapshot -Machine simulated:w3wp-oplock | Select-Object -First 1
Lap first
$null = Get-KernelThread w3wp -Snapshot -Machine simulated:w3wp-oplock | Select-Object -First 1
Lap later
$threads = @(Get-KernelThread -Snapshot -Machine simulated:crowded | Select-Object -First 4800)
$clock.Restart()
$null = $threads | New-TriageDump ([System.IO.Path]::GetTempPath()) -WhatIf 6> $null
Lap plan
exit 0
`;

const LAPS = [
  ['import', 'module imported in a new session', 250],
  ['first', 'first object of a session, the executable hashed and started', 600],
  ['later', 'later object, the executable started', 200],
  ['plan', 'New-TriageDump -WhatIf of 4,800 threads, the executable included', 1000],
] as const;

const ROUNDS = 5;
let laps: Promise<ReadonlyMap<string, number>> | undefined;

async function run(): Promise<ReadonlyMap<string, number>> {
  const shell = await findPowerShell();
  if (shell === undefined) throw new NotHere('there is no PowerShell here, and no .NET SDK to fetch it with');
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const { stdout, stderr, status } = spawnSync(
      shell.command,
      ['-NoProfile', '-NonInteractive', '-Command', '-'],
      { env: shell.environment, input: SCRIPT, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`PowerShell ended with ${status}: ${stderr}`);
    // PowerShell may write escape sequences of its terminal before a line.
    for (const [, name = '', value] of stdout.matchAll(/(import|first|later|plan) ([\d.]+)$/gm))
      times.set(name, [...(times.get(name) ?? []), Number(value)]);
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** One run of the shells serves all four figures. */
export const powerShellStart: readonly Figures[] = LAPS.map(([lap, name, goal]) => ({
  name: `PowerShell: ${name}`,
  async measure() {
    laps ??= run();
    return [{ what: 'median', value: (await laps).get(lap) ?? Number.NaN, unit: 'ms', goal }];
  },
}));
