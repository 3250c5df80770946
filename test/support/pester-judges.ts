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

/** @param files of test/powershell; every one unless given */
export async function pesterJudges(files: readonly string[] = []): Promise<Judge[]> {
  if (!canInstallPowerShell()) return [absent(HERE, 'the .NET SDK 10')];
  // What the tests leave goes with this folder, whichever way their engine ends.
  const scratch = mkdtempSync(path.join(tmpdir(), 'kt-'));
  const environment = { TMPDIR: scratch, TEMP: scratch, TMP: scratch };
  const chosen = {
    files: files.filter((name) => name.endsWith('.ps1')).map((name) => path.resolve(name)),
    environment,
  };
  try {
    // Two engines, for two cores; a single file is one shard.
    const shards = chosen.files.length === 1 ? ['1/1'] : ['1/2', '2/2'];
    const judges = [
      shown(HERE, await Promise.all(shards.map((shard) => runPesterHere({ ...chosen, shard })))),
    ];
    if (process.platform === 'linux') {
      judges.push(
        has('wine') && has('mingw')
          ? shown(WINE, [await runPesterUnderWine({ files: chosen.files })])
          : absent(WINE, 'Wine and mingw-w64'),
      );
    }
    return judges;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}
