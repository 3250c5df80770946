import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cache, root } from '../../src/build/tools.ts';

/**
 * Microsoft's debugger engine, which judges what this project reads and writes. It is equipment of the tests: restored into
 * `.cache` from NuGet under the terms of the Windows SDK, never committed, never shipped.
 */

const PACKAGE = 'Microsoft.Debugging.Platform.DbgEng';
const VERSION = '20260109.1235.0';
/** SHA-512 of the package file. */
const DIGEST = '3IBgRyA+N34m6kM3luaLxbzzZPG4FMJRqYcBoiJ9DV8M8knqz5S5Xr86jTZdKtJHbIN9LduQ9YPAqDE4NPd9hQ==';

const engines = path.join(cache, 'debugger-engine');
const target = path.join(engines, VERSION);
const failure = path.join(engines, 'restore-failed.txt');
/** Another test file asks again within seconds; a machine that was offline may be online in the next run. */
const RETRY_AFTER_MS = 10 * 60_000;
/** The package holds 80 MB. */
const LIMIT_MS = 240_000;

/** Where the parts of the engine are. */
export interface DebuggerEngine {
  /** dbgeng.dll, dbghelp.dll and what they load, for x64. */
  readonly libraries: string;
  /** dbgeng.h and dbghelp.h. */
  readonly headers: string;
}

function restore(): void {
  const work = path.join(engines, `restore-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    const packages = path.join(work, 'packages');
    const { status, stdout, stderr, error } = spawnSync(
      'dotnet',
      [
        'restore',
        path.join(root, 'test', 'debugger-engine', 'equipment', 'engine.csproj'),
        `-p:EnginePackage=${PACKAGE}`,
        `-p:EngineVersion=${VERSION}`,
        `-p:BaseIntermediateOutputPath=${path.join(work, 'obj')}${path.sep}`,
        `-p:MSBuildProjectExtensionsPath=${path.join(work, 'obj')}${path.sep}`,
        `-p:RestorePackagesPath=${packages}`,
        '-nodeReuse:false',
      ],
      {
        encoding: 'utf8',
        timeout: LIMIT_MS,
        env: {
          ...process.env,
          DOTNET_CLI_TELEMETRY_OPTOUT: '1',
          DOTNET_NOLOGO: '1',
          DOTNET_CLI_USE_MSBUILD_SERVER: '0',
          NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT: '2',
        },
      },
    );
    if (status !== 0) throw new Error(`${stdout ?? ''}${stderr ?? ''}`.trim() || error?.message);
    const folder = path.join(packages, PACKAGE.toLowerCase(), VERSION);
    const file = path.join(folder, `${PACKAGE.toLowerCase()}.${VERSION}.nupkg`);
    const digest = createHash('sha512').update(readFileSync(file)).digest('base64');
    if (digest !== DIGEST) throw new Error(`the package has SHA-512 ${digest}, not the pinned ${DIGEST}`);
    const whole = path.join(work, 'engine');
    cpSync(path.join(folder, 'content', 'amd64'), path.join(whole, 'amd64'), { recursive: true });
    cpSync(path.join(folder, 'build', 'native', 'inc'), path.join(whole, 'inc'), { recursive: true });
    // A folder under the final name is always whole; another process may have been first.
    if (!existsSync(target)) renameSync(whole, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function failedLately(): boolean {
  const made = statSync(failure, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs < RETRY_AFTER_MS;
}

/** The engine, restored first where it is missing; undefined where it cannot be had. Safe to call from several processes at once. */
export function debuggerEngine(): DebuggerEngine | undefined {
  if (!existsSync(target)) {
    if (failedLately()) return undefined;
    try {
      restore();
      rmSync(failure, { force: true });
    } catch (thrown) {
      mkdirSync(engines, { recursive: true });
      writeFileSync(failure, String(thrown));
      return undefined;
    }
  }
  return { libraries: path.join(target, 'amd64'), headers: path.join(target, 'inc') };
}

/** Why the engine could not be had, after `debuggerEngine` answered undefined. */
export function whyNoDebuggerEngine(): string {
  return existsSync(failure) ? readFileSync(failure, 'utf8') : 'it was not asked for';
}
