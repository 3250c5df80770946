/** A PowerShell text between single quotes; the typographic ones end a text there too. */
const quoted = (text: string) => `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

export interface StoreSigning {
  readonly file: string;
  readonly thumbprint: string;
  readonly timestampServer: string | undefined;
}

/**
 * Signs a file with a certificate of the user's or the computer's store, in Windows PowerShell. It throws when there is no
 * such certificate and when the signature is not a valid one afterwards.
 */
export function storeSigningScript({ file, thumbprint, timestampServer }: StoreSigning): string {
  if (!/^[0-9a-f]{40}$/i.test(thumbprint)) throw new Error('a thumbprint has 40 hex digits');
  // Windows PowerShell 5.1 takes no other scheme; the answer is signed, so it needs none.
  if (timestampServer !== undefined && !/^http:\/\/[^\s]+$/i.test(timestampServer)) {
    throw new Error(`a time stamp server is an address that begins with http://, not ${timestampServer}`);
  }
  const time = timestampServer === undefined ? '' : ` -TimestampServer ${quoted(timestampServer)}`;
  return [
    "$ErrorActionPreference = 'Stop'",
    `$certificate = @(Get-ChildItem -Path Cert:\\CurrentUser\\My, Cert:\\LocalMachine\\My -CodeSigningCert | Where-Object { $_.Thumbprint -eq ${quoted(thumbprint)} -and $_.HasPrivateKey })[0]`,
    "if (-not $certificate) { throw 'There is no such code-signing certificate with a private key.' }",
    `$signature = Set-AuthenticodeSignature -LiteralPath ${quoted(file)} -Certificate $certificate -HashAlgorithm SHA256${time}`,
    "if ($signature.Status -ne 'Valid') { throw $signature.StatusMessage }",
    ...(timestampServer === undefined
      ? []
      : ["if (-not $signature.TimeStamperCertificate) { throw 'The signature has no time stamp.' }"]),
  ].join('; ');
}
