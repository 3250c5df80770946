import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadedImage } from '../../src/simulator/images/loaded-images.ts';
import { MODULES } from '../../src/simulator/images/modules.ts';
import { runCli } from '../support/run-cli.ts';

/** Dumps for the engine, each in a file, as a user would have them. */

/** Takes a live dump of the simulated machine with `ktriage live`. */
export async function simulatedLiveDump(
  folder: string,
  scenario: string,
  ...options: readonly string[]
): Promise<string> {
  const file = path.join(mkdtempSync(path.join(folder, 'live-')), 'live.dmp');
  const { exitCode, stderr } = await runCli(['live', file, '--machine', `simulated:${scenario}`, ...options]);
  if (exitCode !== 0) throw new Error(`ktriage live ended with ${exitCode}: ${stderr}`);
  return file;
}

/** Captures the worker process of the simulated machine with `ktriage triage`; the dumps in their order. */
export async function simulatedTriageDumps(
  folder: string,
  scenario: string,
  ...options: readonly string[]
): Promise<readonly string[]> {
  const destination = path.join(folder, `triage-${scenario}`);
  mkdirSync(destination);
  const machine = ['--machine', `simulated:${scenario}`];
  const { exitCode, stderr } = await runCli([
    'triage',
    ...machine,
    '--pid',
    String(SIMULATED_WORKER),
    '--destination',
    destination,
    ...options,
  ]);
  if (exitCode !== 0) throw new Error(`ktriage triage ended with ${exitCode}: ${stderr}`);
  return readdirSync(destination)
    .filter((name) => name.endsWith('.dmp'))
    .sort()
    .map((name) => path.join(destination, name));
}

/** The process id of w3wp.exe in every scenario. */
const SIMULATED_WORKER = 4872;

/** Writes the images and PDBs of the simulated machine as a symbol store. */
export function writeSimulatedStore(folder: string): string {
  const put = (name: string, key: string, bytes: Uint8Array) => {
    mkdirSync(path.join(folder, name, key), { recursive: true });
    writeFileSync(path.join(folder, name, key, name), bytes);
  };
  for (const module of MODULES) {
    const { timeDateStamp, imageSize, file, guid, age, pdb } = loadedImage(module);
    const stamp = timeDateStamp.toString(16).toUpperCase().padStart(8, '0');
    put(module.file, `${stamp}${imageSize.toString(16)}`, file);
    put(module.pdbName, `${guid}${age.toString(16)}`, pdb());
  }
  return folder;
}
