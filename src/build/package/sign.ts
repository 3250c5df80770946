import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { windowsPowerShellEnvironment } from '../windows-powershell-environment.ts';

/** Signs a file in place. */
export type Signer = (file: string) => void;

function run(command: string, args: readonly string[], environment = process.env): void {
  const result = spawnSync(command, args, { stdio: 'inherit', shell: false, env: environment });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ended with ${result.status}`);
}

/** A signature changes a file. A program that ends well and leaves it alone would let an unsigned package pass for a signed one. */
function mustChange(sign: Signer): Signer {
  return (file) => {
    const before = readFileSync(file);
    sign(file);
    if (readFileSync(file).equals(before)) throw new Error(`${file} is as it was before it was signed`);
  };
}

/** Authenticode with a certificate of this user's or computer's store, by Windows PowerShell. */
function storeSigner(thumbprint: string, timestampServer: string | undefined): Signer {
  if (process.platform !== 'win32') {
    throw new Error('--certificate-thumbprint needs Windows; elsewhere use --sign-with <program>');
  }
  return (file) => {
    const script = path.join(import.meta.dirname, 'Set-StoreSignature.ps1');
    const time = timestampServer === undefined ? [] : ['-TimestampServer', timestampServer];
    const args = ['-LiteralPath', file, '-Thumbprint', thumbprint, ...time];
    run(
      'powershell.exe',
      ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script, ...args],
      windowsPowerShellEnvironment(),
    );
  };
}

export interface SigningOptions {
  readonly certificateThumbprint?: string | undefined;
  /** Without the time of a third party, a signature dies with its certificate. */
  readonly timestampServer?: string | undefined;
  /** A program that signs the file which is its only argument, in place: a wrapper around osslsigncode, or a signing service's. */
  readonly signWith?: string | undefined;
}

/** Undefined: nothing is signed. */
export function signerOf({
  certificateThumbprint,
  timestampServer,
  signWith,
}: SigningOptions): Signer | undefined {
  if (certificateThumbprint !== undefined && signWith !== undefined) {
    throw new Error('give --certificate-thumbprint or --sign-with, not both');
  }
  if (timestampServer !== undefined && certificateThumbprint === undefined) {
    throw new Error(
      '--timestamp-server goes with --certificate-thumbprint; the program of --sign-with asks for the time itself',
    );
  }
  if (signWith !== undefined) return mustChange((file) => run(signWith, [file]));
  if (certificateThumbprint !== undefined)
    return mustChange(storeSigner(certificateThumbprint, timestampServer));
  return undefined;
}
