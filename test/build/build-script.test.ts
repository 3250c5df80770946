import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
import { literal, runScript } from '../powershell/engines.ts';
import { describeEngines } from '../powershell/suites.ts';
import { repositoryRoot } from '../support/equipment.ts';

const THUMBPRINT = '0123456789ABCDEF0123456789ABCDEF01234567';

/** build.ps1 with an npm that writes down what it was called with, and fails when it is told to. */
describeEngines('build.ps1', (engine) => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-build-script-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const script = literal(engine.pathFor(path.join(repositoryRoot, 'build.ps1')));

  function standIn(folder: string, status: number): void {
    const seen = path.join(folder, 'seen');
    if (process.platform === 'win32') {
      writeFileSync(
        path.join(folder, 'npm.cmd'),
        `@for %%a in (%*) do @echo %%~a>>"${seen}"\r\n${status === 0 ? '' : '@echo npm error 1>&2\r\n'}@exit /b ${status}\r\n`,
      );
    } else {
      const file = path.join(folder, 'npm');
      writeFileSync(
        file,
        `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\n${status === 0 ? '' : "echo 'npm error' >&2\n"}exit ${status}\n`,
      );
      chmodSync(file, 0o755);
    }
    // npm brings a script for PowerShell too, which a bare name would find first; it cannot take our arguments.
    writeFileSync(path.join(folder, 'npm.ps1'), "throw 'npm.ps1 was called'");
  }

  async function build(call: string, status = 0, before = '') {
    const folder = mkdtempSync(path.join(scratch, 'npm-'));
    standIn(folder, status);
    const places = literal(`${folder}${path.delimiter}${process.env['PATH'] ?? ''}`);
    const { output, errors } = await runScript(
      engine,
      `$env:PATH = ${places}\n${before}& ${script} ${call}\n$LASTEXITCODE`,
    );
    const seen = path.join(folder, 'seen');
    return {
      errors: errors.map(({ message }) => message),
      status: output.at(-1)?.value,
      seen: existsSync(seen) ? readFileSync(seen, 'utf8').trim().split(/\r?\n/) : undefined,
    };
  }
  const calls = (...args: readonly string[]) => ['--prefix', repositoryRoot, 'run', ...args];

  it('build.ps1 builds by default, and passes on what the task is given', async () => {
    expect(await build('')).toEqual({ errors: [], status: 0, seen: calls('build', '--') });
    expect((await build('Test test/dump test/cli')).seen).toEqual(
      calls('test', '--', 'test/dump', 'test/cli'),
    );
    expect((await build('Package --sign-with ./sign.sh')).seen).toEqual(
      calls('package', '--', '--sign-with', './sign.sh'),
    );
  });

  it('build.ps1 passes on the signer and the time stamp server', async () => {
    const time = 'http://timestamp.example';
    expect(
      (await build(`Package -CertificateThumbprint ${THUMBPRINT} -TimestampServer ${time}`)).seen,
    ).toEqual(calls('package', '--', '--certificate-thumbprint', THUMBPRINT, '--timestamp-server', time));
  });

  it('build.ps1 refuses what cannot be, before npm starts', async () => {
    for (const call of [
      `Build -CertificateThumbprint ${THUMBPRINT}`,
      'Package -CertificateThumbprint 1234',
      `Package -CertificateThumbprint ${THUMBPRINT} -TimestampServer https://timestamp.example`,
      'Publish',
    ]) {
      const { errors, seen } = await build(call);
      expect(errors, call).toHaveLength(1);
      expect(seen, call).toBeUndefined();
    }
  });

  it('build.ps1 fails as npm does', async () => {
    expect((await build('Check', 3)).status).toBe(3);
    // Nothing that PowerShell makes of npm's end or of its standard error comes before.
    const strict = '$PSNativeCommandUseErrorActionPreference = $true\n';
    expect((await build('Check 2>&1', 3, strict)).status).toBe(3);
  });
});
