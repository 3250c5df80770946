import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withLock } from './lock.ts';
import { cache, root } from './tools.ts';

/**
 * A console for Microsoft's own PowerShell engine, for machines that have the .NET SDK and no pwsh. Tests and the demo
 * share it. The first call builds it into `.cache`; afterwards it is there at once until its sources change.
 */

export type HostRuntime = 'linux-x64' | 'win-x64';

const sources = path.join(root, 'test', 'powershell', 'host');

/** The folder's name changes with every source file, so a stale host is never run. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(cs|csproj|psd1|json)$/.test(name))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
  for (const name of names)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(sources, name)));
  return hash.digest('hex').slice(0, 16);
}

function publish(runtime: HostRuntime, target: string): void {
  const work = `${target}.${process.pid}.work`;
  const intermediate = (name: string) => path.join(work, name) + path.sep;
  const result = spawnSync(
    'dotnet',
    [
      'publish',
      sources,
      '--configuration=Release',
      `--runtime=${runtime}`,
      // Wine has no .NET of its own; on Linux the SDK that builds also runs.
      runtime === 'win-x64' ? '--self-contained' : '--no-self-contained',
      `--output=${path.join(work, 'out')}`,
      `-p:BaseIntermediateOutputPath=${intermediate('obj')}`,
      `-p:OutputPath=${intermediate('bin')}`,
      '-p:RestoreLockedMode=true',
      // A compiler server would outlive this build and keep its folder busy.
      '-p:UseSharedCompilation=false',
      '-nodeReuse:false',
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        DOTNET_CLI_TELEMETRY_OPTOUT: '1',
        DOTNET_NOLOGO: '1',
        DOTNET_CLI_USE_MSBUILD_SERVER: '0',
      },
    },
  );
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
    throw new Error(`dotnet publish of the PowerShell host failed:\n${output || result.error?.message}`);
  }
  // A folder under the final name is always whole.
  if (!existsSync(target)) renameSync(path.join(work, 'out'), target);
  rmSync(work, { recursive: true, force: true });
}

/** True where the host can be built: the .NET SDK of the major version that its project names is on PATH. */
export function canBuildPowerShellHost(): boolean {
  const result = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8' });
  return result.status === 0 && /^10\./m.test(result.stdout);
}

/** The path of the host's executable, built first where it is missing. Safe to call from several processes at once. */
export async function powerShellHost(runtime: HostRuntime): Promise<string> {
  const hosts = path.join(cache, 'powershell-host');
  const target = path.join(hosts, `${runtime}-${sourceHash()}`);
  const executable = path.join(target, runtime === 'win-x64' ? 'PowerShellHost.exe' : 'PowerShellHost');
  if (!existsSync(executable)) {
    mkdirSync(hosts, { recursive: true });
    await withLock(`${target}.lock`, () => {
      if (!existsSync(executable)) publish(runtime, target);
    });
  }
  return executable;
}
