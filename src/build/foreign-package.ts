import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { extract } from 'tar';
import { cache, root } from './tools.ts';

interface LockEntry {
  readonly version: string;
  readonly integrity: string;
}

/** What package-lock.json pins for a package: the same version and hash on every machine. */
export function lockedPackage(name: string): LockEntry {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry | undefined>;
  };
  const entry = lock.packages[`node_modules/${name}`];
  if (entry === undefined) throw new Error(`${name} is not in package-lock.json`);
  return entry;
}

/**
 * Runs npm by the script that started this process (npm passes its place to its scripts), else the one on PATH; never through
 * a shell, which would read the arguments a second time. Returns what it printed.
 */
function npm(args: readonly string[], folder: string): string {
  const script = process.env['npm_execpath'];
  if (script === undefined && process.platform === 'win32') {
    throw new Error('On Windows npm is a batch file, which only a shell can start: use `npm run`.');
  }
  const [command, first] = script === undefined ? ['npm', []] : [process.execPath, [script]];
  const result = spawnSync(command, [...first, ...args], { cwd: folder, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${result.stderr}`);
  return result.stdout;
}

/**
 * The folder of a package that npm does not install here because it is for another system: node_modules when it is
 * there all the same, else fetched by `npm pack`, checked against the hash in the lock, and kept in the cache.
 */
export async function foreignPackage(name: string): Promise<string> {
  const installed = path.join(root, 'node_modules', name);
  if (existsSync(path.join(installed, 'package.json'))) return installed;
  const { version, integrity } = lockedPackage(name);
  const folder = path.join(cache, 'packages', `${name.replaceAll('/', '+')}@${version}`);
  if (existsSync(folder)) return folder;
  console.error(`build: fetching ${name}@${version}`);
  const staging = `${folder}.${process.pid}.partial`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const [packed] = JSON.parse(npm(['pack', `${name}@${version}`, '--json'], staging)) as {
    filename: string;
  }[];
  const archive = path.join(staging, packed?.filename.replaceAll('/', '-').replace(/^@/, '') ?? '');
  const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (hash !== integrity) throw new Error(`${name}@${version} is not what package-lock.json pins: ${hash}`);
  await extract({ file: archive, cwd: staging, strip: 1 });
  rmSync(archive);
  renameSync(staging, folder);
  return folder;
}
