import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { FIND_ENGINE_PROGRAM } from './engine-program.ts';

/**
 * Other computers for a script: any name that it gives as -HostName is a process of its own, which serves PowerShell's
 * remoting protocol as `pwsh -sshs` does behind a real ssh. Only ssh itself is a stand-in: it starts that process here.
 */
export interface Computers {
  /** For the run that is to reach them. */
  readonly environment: Readonly<Record<string, string>>;
  /** The root of what a computer keeps: `<folder>/<name>`, made when it is first reached. */
  readonly folder: string;
}

/** Ends a script with `unsupported` where there is no remoting over ssh, or no shell to play ssh with. */
export const NEEDS_COMPUTERS = `
if (-not (Get-Command New-PSSession).Parameters.ContainsKey('HostName') -or $IsWindows) { 'unsupported'; return }
${FIND_ENGINE_PROGRAM}
$env:KTRIAGE_TEST_PWSH = $engineProgram`;

/** What a test says that is skipped because of NEEDS_COMPUTERS. */
export const NO_COMPUTERS = 'this PowerShell has no remoting over ssh, or this system no stand-in for ssh';

/** PowerShell calls `ssh [-l user] ... -s <host> powershell` and talks to the standard streams. */
const SSH = `#!/bin/sh
while [ $# -gt 2 ]; do shift; done
case "$1" in offline*) echo "ssh: connect to host $1 port 22: No route to host" >&2; exit 255 ;; esac
mkdir -p "$KTRIAGE_TEST_COMPUTERS/$1"
export KTRIAGE_TEST_COMPUTER="$1"
exec "$KTRIAGE_TEST_PWSH" -sshs -NoLogo -NoProfile -EncodedCommand "$KTRIAGE_TEST_SETUP"
`;

/**
 * Names that begin with `offline` do not answer.
 * @param setup runs first in every session; $env:KTRIAGE_TEST_COMPUTER is the name of its computer
 */
export function computers(scratch: string, setup: string): Computers {
  const folder = mkdtempSync(path.join(scratch, 'computers-'));
  const programs = path.join(folder, '.bin');
  mkdirSync(programs);
  const ssh = path.join(programs, 'ssh');
  writeFileSync(ssh, SSH);
  chmodSync(ssh, 0o755);
  return {
    folder,
    environment: {
      PATH: `${programs}:${process.env['PATH']}`,
      KTRIAGE_TEST_COMPUTERS: folder,
      KTRIAGE_TEST_SETUP: Buffer.from(setup, 'utf16le').toString('base64'),
    },
  };
}
