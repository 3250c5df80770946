import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Signs a file in place. */
export type Signer = (file: string) => void;

function run(command: string, args: readonly string[]): void {
  const result = spawnSync(command, args, { stdio: 'inherit', shell: false });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ended with ${result.status}`);
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Authenticode with a certificate of this user's or computer's store, by Windows PowerShell. */
function storeSigner(thumbprint: string): Signer {
  if (process.platform !== 'win32') {
    throw new Error('--certificate-thumbprint needs Windows; elsewhere use --sign-with <program>');
  }
  if (!/^[0-9a-f]{40}$/i.test(thumbprint)) throw new Error('a thumbprint has 40 hex digits');
  return (file) => {
    const script = [
      `$c = Get-ChildItem Cert:\\CurrentUser\\My, Cert:\\LocalMachine\\My -CodeSigningCert | Where-Object Thumbprint -eq ${quoted(thumbprint)} | Select-Object -First 1`,
      "if (-not $c) { throw 'There is no such code-signing certificate.' }",
      `$s = Set-AuthenticodeSignature -LiteralPath ${quoted(file)} -Certificate $c -HashAlgorithm SHA256`,
      "if ($s.Status -ne 'Valid') { throw $s.StatusMessage }",
    ].join('; ');
    run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script]);
  };
}

export interface SigningOptions {
  readonly certificateThumbprint?: string | undefined;
  /** A program that signs the file which is its only argument, in place: a wrapper around osslsigncode, or a signing service's. */
  readonly signWith?: string | undefined;
}

/** Undefined: nothing is signed. */
export function signerOf({ certificateThumbprint, signWith }: SigningOptions): Signer | undefined {
  if (signWith !== undefined) return (file) => run(signWith, [file]);
  return certificateThumbprint === undefined ? undefined : storeSigner(certificateThumbprint);
}
