import { describe, expect, it } from 'vitest';
import { storeSigningScript } from '../../../src/build/package/store-signing-script.ts';
import { type Run, runScript } from '../../powershell/engines.ts';
import { describeEngines } from '../../powershell/suites.ts';

const THUMBPRINT = '0123456789ABCDEF0123456789ABCDEF01234567';
const FILE = "C:\\it's $HOME\\a \u2018quoted\u2019 `name` [1].psm1";

/**
 * In the place of the two cmdlets that only Windows has: stores with other certificates, one with the right one without its
 * key, and a signer that says what it was called with and gives the signature that a test wants.
 */
const standIns = (signature: string, thumbprints: readonly string[]) => `
function Get-ChildItem([string[]] $Path, [switch] $CodeSigningCert) {
    if (-not $CodeSigningCert) { throw 'asked for more than code-signing certificates' }
    foreach ($place in $Path) {
        foreach ($thumbprint in ${thumbprints.map((each) => `'${each}'`).join(', ')}) {
            [pscustomobject] @{ Place = $place; Thumbprint = $thumbprint; HasPrivateKey = $place -like '*LocalMachine*' }
        }
    }
}
function Set-AuthenticodeSignature {
    param([string] $LiteralPath, [object] $Certificate, [string] $HashAlgorithm, [string] $TimestampServer)
    $global:called = [pscustomobject] @{
        LiteralPath = $LiteralPath; Place = $Certificate.Place; Thumbprint = $Certificate.Thumbprint
        HashAlgorithm = $HashAlgorithm; TimestampServer = $TimestampServer
    }
    return [pscustomobject] ${signature}
}`;

const VALID = "@{ Status = 'Valid'; StatusMessage = 'Signature verified.'; TimeStamperCertificate = $null }";

describe('the script that signs from the store', () => {
  it('the script that signs from the store is not made of what is no thumbprint and no address', () => {
    const made = (thumbprint: string, timestampServer?: string) => () =>
      storeSigningScript({ file: 'f', thumbprint, timestampServer });
    expect(made("' ; Remove-Item x")).toThrow(/40 hex digits/);
    expect(made(THUMBPRINT, 'https://timestamp.example')).toThrow(/begins with http:/);
    expect(made(THUMBPRINT, 'timestamp.example')).toThrow(/begins with http:/);
    expect(made(THUMBPRINT, 'http://timestamp.example/a')).not.toThrow();
  });
});

describeEngines('the script that signs from the store', (engine) => {
  function sign(
    signature: string,
    { thumbprints = ['FF00', THUMBPRINT], timestampServer = undefined as string | undefined } = {},
  ): Promise<Run> {
    const script = storeSigningScript({ file: FILE, thumbprint: THUMBPRINT.toLowerCase(), timestampServer });
    return runScript(engine, `${standIns(signature, thumbprints)}\n${script}\n$global:called`);
  }
  const problem = ({ errors }: Run) => errors.map(({ message }) => message);

  it('the script that signs from the store signs this file, whatever its name, with the certificate that has its key', async () => {
    const { output, errors } = await sign(VALID);
    expect(errors).toEqual([]);
    expect(output.map(({ properties }) => properties)).toEqual([
      {
        LiteralPath: FILE,
        Place: 'Cert:\\LocalMachine\\My',
        Thumbprint: THUMBPRINT,
        HashAlgorithm: 'SHA256',
        TimestampServer: '',
      },
    ]);
  });

  it('the script that signs from the store fails where there is no such certificate, and signs nothing', async () => {
    const run = await sign(VALID, { thumbprints: ['FF00'] });
    expect(problem(run)).toEqual(['There is no such code-signing certificate with a private key.']);
    expect(run.state).toBe('Failed');
    expect(run.output).toEqual([]);
  });

  it('the script that signs from the store fails with the reason where the signature is not valid', async () => {
    const run = await sign("@{ Status = 'UnknownError'; StatusMessage = 'The root is not trusted.' }");
    expect(problem(run)).toEqual(['The root is not trusted.']);
    expect(run.state).toBe('Failed');
  });

  it('the script that signs from the store asks for the time, and fails where none came', async () => {
    const timestampServer = 'http://timestamp.example/x?y=1&z';
    const stamped = await sign(VALID.replace('$null', "'somebody'"), { timestampServer });
    expect(stamped.errors).toEqual([]);
    expect(stamped.output[0]?.properties).toMatchObject({ TimestampServer: timestampServer });
    expect(problem(await sign(VALID, { timestampServer }))).toEqual(['The signature has no time stamp.']);
  });
});
