import { spawnSync } from 'node:child_process';
import path from 'node:path';
import {
  canInstallPowerShell,
  POWERSHELL,
  powerShellEnvironment,
  powerShellFolder,
} from './powershell-equipment.ts';
import { environmentFor } from './windows-powershell-environment.ts';

/** A PowerShell to run scripts with, all of which take pwsh's own command line. */
export interface Shell {
  /** Its description for the user. */
  readonly name: string;
  readonly command: string;
  /** What it is to be started with. */
  readonly environment: NodeJS.ProcessEnv;
}

function isInstalled(command: string): boolean {
  const args = ['-NoProfile', '-NonInteractive', '-Command', 'exit 0'];
  return spawnSync(command, args, { stdio: 'ignore', env: environmentFor(command) }).status === 0;
}

/** The PowerShell that this repository pins, fetched first where it is missing. Needs the .NET SDK. */
export async function pinnedPowerShell(): Promise<Shell> {
  const folder = await powerShellFolder();
  return {
    name: `PowerShell ${POWERSHELL.version}`,
    command: path.join(folder, 'pwsh'),
    environment: powerShellEnvironment(folder),
  };
}

/** The installed PowerShell, else the pinned one; undefined where neither can be had. */
export async function findPowerShell(): Promise<Shell | undefined> {
  const installed = ['pwsh', 'powershell'].find(isInstalled);
  if (installed !== undefined) {
    const environment = environmentFor(installed);
    return { name: `the installed ${installed}`, command: installed, environment };
  }
  return canInstallPowerShell() ? await pinnedPowerShell() : undefined;
}
