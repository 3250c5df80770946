import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { compileAhead } from './compile-ahead.ts';
import { withLock } from './lock.ts';
import { dotnet, expectContent, type Pinned, restorePackage } from './nuget.ts';
import { cache, root } from './tools.ts';

/**
 * PowerShell and Pester from NuGet, for tests and the demo, on machines that have the .NET SDK: pinned by version and by the
 * hash of the package, kept in `.cache`. The first call fetches; later calls find what is there.
 */

export const POWERSHELL: Pinned = {
  version: '7.6.9',
  contentHash: 'Mbe0ZL/+PD3apnlrNzTDwtAYNXTeYs/fdWpEYVmFYPEmCy8N42NMwiBg2Bh//OCoAUu2L7AXxWZKiY+2JFtSuQ==',
};

export const PESTER: Pinned = {
  version: '6.2.0',
  contentHash: 'tMdBujYtaatxlN6c4BtFKB2J2qpTPiutZ3fkKVWR/jOlK+jJwzAii4FiWbjhgfqyxJV5hb55SvcatHSOjIPrcw==',
};

const home = path.join(cache, 'powershell');
const tests = path.join(root, 'test', 'powershell');

/** Fills `target` by one process at a time. A folder with this name is always whole. */
async function provide(target: string, fill: (work: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) return;
    const work = mkdtempSync(`${target}.work-`);
    try {
      await fill(work);
      renameSync(path.join(work, 'done'), target);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

let sdk: boolean | undefined;

/** True where PowerShell can be fetched: the .NET SDK 10 is on PATH. */
export function canInstallPowerShell(): boolean {
  if (sdk === undefined) {
    const result = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8' });
    sdk = result.status === 0 && /^10\./m.test(result.stdout);
  }
  return sdk;
}

/** The folder of the `pwsh` that is the pinned PowerShell for this system. */
export async function powerShellFolder(): Promise<string> {
  const { version } = POWERSHELL;
  const target = path.join(home, `pwsh-${version}`);
  await provide(target, async (work) => {
    const folder = path.join(work, 'done');
    await dotnet(['tool', 'install', 'PowerShell', '--version', version, '--tool-path', folder]);
    const store = path.join(folder, '.store', 'powershell', version, 'powershell', version);
    expectContent('PowerShell', POWERSHELL, path.join(store, '.nupkg.metadata'));
    const framework = dotnetRoot();
    if (process.platform === 'linux' && process.arch === 'x64' && framework !== undefined)
      await compileAhead(path.join(store, 'tools', 'net10.0', 'any', 'unix'), framework, work);
  });
  return target;
}

/** Brings Pester to where Invoke-Tests.ps1 looks for it. */
export async function providePester(): Promise<void> {
  const { version } = PESTER;
  await provide(path.join(home, 'packages', 'pester', version), async (work) => {
    renameSync(await restorePackage('pester', PESTER, work), path.join(work, 'done'));
  });
}

const wineSources = ['wine/Host.cs', 'wine/Host.csproj', 'wine/packages.lock.json', 'RecordingHost.cs'];

/** The program that is the pinned PowerShell for Windows and runs under Wine: test/powershell/wine/Host.cs. */
export async function powerShellForWine(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of wineSources) hash.update(name).update(readFileSync(path.join(tests, name)));
  const target = path.join(home, `wine-${POWERSHELL.version}-${hash.digest('hex').slice(0, 16)}`);
  await provide(target, async (work) => {
    const intermediate = (name: string) => path.join(work, name) + path.sep;
    await dotnet([
      'publish',
      path.join(tests, 'wine', 'Host.csproj'),
      '--configuration=Release',
      `--output=${path.join(work, 'done')}`,
      `-p:PowerShellVersion=${POWERSHELL.version}`,
      `-p:BaseIntermediateOutputPath=${intermediate('obj')}`,
      `-p:OutputPath=${intermediate('bin')}`,
      '-p:RestoreLockedMode=true',
      // A compiler server would outlive this build and keep its folder busy.
      '-p:UseSharedCompilation=false',
      '-nodeReuse:false',
    ]);
  });
  return path.join(target, 'pwsh.exe');
}

/** Where the .NET of the SDK is: the launcher of a tool looks for it. */
function dotnetRoot(): string | undefined {
  const places = (process.env['PATH'] ?? '').split(path.delimiter);
  const name = process.platform === 'win32' ? 'dotnet.exe' : 'dotnet';
  const found = places.map((place) => path.join(place, name)).find((file) => existsSync(file));
  return found === undefined ? undefined : path.dirname(realpathSync(found));
}

/**
 * What the pinned PowerShell is started with: `pwsh` on PATH, because jobs start it by its name, a home of its own, because it
 * leaves files there, and no telemetry.
 */
export function powerShellEnvironment(folder: string): NodeJS.ProcessEnv {
  const own = path.join(home, 'home');
  mkdirSync(own, { recursive: true });
  const found = process.env['DOTNET_ROOT'] ?? dotnetRoot();
  return {
    ...process.env,
    ...(found === undefined ? {} : { DOTNET_ROOT: found }),
    PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
    HOME: own,
    XDG_CACHE_HOME: path.join(own, 'cache'),
    XDG_CONFIG_HOME: path.join(own, 'config'),
    XDG_DATA_HOME: path.join(own, 'data'),
  };
}
