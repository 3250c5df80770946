import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { canBuildPowerShellHost, powerShellHost } from './powershell-host.ts';
import { environmentFor } from './windows-powershell-environment.ts';

/** A PowerShell to run scripts with, all of which take pwsh's own command line. */
export interface Shell {
  /** What a person is told it is. */
  readonly name: string;
  readonly command: string;
  /** What it is to be started with. */
  readonly environment: NodeJS.ProcessEnv;
}

function isInstalled(command: string): boolean {
  const args = ['-NoProfile', '-NonInteractive', '-Command', 'exit 0'];
  return spawnSync(command, args, { stdio: 'ignore', env: environmentFor(command) }).status === 0;
}

/** The installed PowerShell, else the engine host, which is built first; undefined where neither can be had. */
export async function findPowerShell(): Promise<Shell | undefined> {
  const installed = ['pwsh', 'powershell'].find(isInstalled);
  if (installed !== undefined) {
    const environment = environmentFor(installed);
    return { name: `the installed ${installed}`, command: installed, environment };
  }
  if (process.platform !== 'linux' || !canBuildPowerShellHost()) return undefined;
  const name = "Microsoft's PowerShell engine, in the host that this repository builds with the .NET SDK";
  return { name, command: await powerShellHost('linux-x64'), environment: process.env };
}
