import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { root } from './tools.ts';

/** A package of NuGet, by its version and its content. */
export interface Pinned {
  readonly version: string;
  /** What NuGet calls the content hash of a package: SHA-512, base64. */
  readonly contentHash: string;
}

const execute = promisify(execFile);

/** Runs a program to its end. @throws Error with its output where it fails */
export async function runToEnd(program: string, args: readonly string[], env = process.env): Promise<void> {
  try {
    await execute(program, args, { env, maxBuffer: 2 ** 26 });
  } catch (thrown) {
    const { stdout = '', stderr = '', message } = thrown as Error & { stdout?: string; stderr?: string };
    const output = `${stdout}${stderr}`.trim();
    throw new Error(`${program} ${args.slice(0, 3).join(' ')} failed:\n${output || message}`);
  }
}

/** Runs the .NET SDK. @throws Error with its output where it fails */
export function dotnet(args: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_NOLOGO: '1',
    DOTNET_CLI_USE_MSBUILD_SERVER: '0',
  };
  return runToEnd('dotnet', args, env);
}

/**
 * Compares a package with its pin.
 * @param metadata the note that NuGet writes beside an unpacked package
 * @throws Error where the content is another
 */
export function expectContent(name: string, { version, contentHash }: Pinned, metadata: string): void {
  const found = (JSON.parse(readFileSync(metadata, 'utf8')) as { contentHash: string }).contentHash;
  if (found !== contentHash) throw new Error(`${name} ${version} is not the pinned package: ${found}`);
}

/**
 * Unpacks a package below `work`.
 * @param name in lower case, as NuGet names the folder of a package
 * @returns its folder
 * @throws Error where it cannot be had, or its content is not the pinned one
 */
export async function restorePackage(name: string, pinned: Pinned, work: string): Promise<string> {
  await dotnet([
    'restore',
    path.join(root, 'test', 'powershell', 'package', 'Package.csproj'),
    '-nodeReuse:false',
    `--packages=${path.join(work, 'packages')}`,
    `-p:PackageName=${name}`,
    `-p:PinnedVersion=${pinned.version}`,
    `-p:BaseIntermediateOutputPath=${path.join(work, 'obj')}${path.sep}`,
  ]);
  const folder = path.join(work, 'packages', name, pinned.version);
  expectContent(name, pinned, path.join(folder, '.nupkg.metadata'));
  return folder;
}
