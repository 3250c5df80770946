import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { canInstallPowerShell, POWERSHELL } from '../../src/build/powershell-equipment.ts';
import type { Judge } from '../run/summary.ts';
import { has } from './equipment.ts';
import { type PesterRun, runPesterHere, runPesterUnderWine } from './pester.ts';

/** The runs of Pester that are part of `npm test`, each with its name in the closing summary. */

const here =
  { linux: 'Linux', win32: 'Windows', darwin: 'macOS' }[process.platform as string] ?? process.platform;
const HERE = `Pester, PowerShell ${POWERSHELL.version} on ${here}`;
const WINE = `Pester, PowerShell ${POWERSHELL.version} for Windows under Wine`;

/** A judge that cannot be had is named; under CI=true that is a failure. */
function absent(name: string, missing: string): Judge {
  console.log(`${name}: not run, for it needs ${missing}`);
  const isFailure = process.env['CI'] === 'true';
  return {
    name: `${name} [needs ${missing}]`,
    passed: 0,
    failed: isFailure ? 1 : 0,
    skipped: isFailure ? 0 : 1,
    failures: isFailure ? [{ file: 'test/powershell', title: name, message: `it needs ${missing}` }] : [],
  };
}

function shown(name: string, runs: readonly PesterRun[]): Judge {
  for (const { output } of runs) console.log(`${name}\n${output.trim()}`);
  const total = (of: 'passed' | 'failed' | 'skipped') => runs.reduce((sum, run) => sum + run[of], 0);
  return {
    name,
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    failures: runs.flatMap(({ failures }) => failures),
  };
}

const scripts = (files: readonly string[]) =>
  files.filter((name) => name.endsWith('.ps1')).map((name) => path.resolve(name));

/**
 * Pester on this system.
 * @param files of test/powershell; every one unless given
 * @param engines how many run at once, each with its part of the files
 */
export async function pesterHere(files: readonly string[], engines: number): Promise<Judge> {
  if (!canInstallPowerShell()) return absent(HERE, 'the .NET SDK 10');
  // What the tests leave goes with this folder, whichever way their engine ends.
  const scratch = mkdtempSync(path.join(tmpdir(), 'kt-'));
  const chosen = { files: scripts(files), environment: { TMPDIR: scratch, TEMP: scratch, TMP: scratch } };
  const parts = Array.from({ length: engines }, (_, index) => `${index + 1}/${engines}`);
  try {
    return shown(HERE, await Promise.all(parts.map((shard) => runPesterHere({ ...chosen, shard }))));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Pester under Wine; nothing where there is no Wine for the system. */
export async function pesterUnderWine(files: readonly string[]): Promise<Judge[]> {
  if (process.platform !== 'linux') return [];
  if (!canInstallPowerShell()) return [absent(WINE, 'the .NET SDK 10')];
  if (!(has('wine') && has('mingw'))) return [absent(WINE, 'Wine and mingw-w64')];
  return [shown(WINE, [await runPesterUnderWine({ files: scripts(files) })])];
}
