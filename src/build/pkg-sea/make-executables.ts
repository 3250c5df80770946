import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { LIBRARY_FILE } from '../../machine/windows/library/pinned.ts';
import type { Bundle } from '../bundle.ts';
import { foreignPackage } from '../foreign-package.ts';
import { cache } from '../tools.ts';
import { withBlob } from './inject-blob.ts';
import { provideNode } from './provide-node.ts';
import { sealedConfig, withoutCodeCache } from './sealed-start.ts';
import { blobVersion, type ExecutableTarget, TARGETS } from './targets.ts';

/**
 * Node writes into the executable the name of the script that it was made from, as it was given. pkg gives an absolute one,
 * which would differ from checkout to checkout and show where it was built; but it works in a new folder inside of the
 * temporary one, from where the bundle has the same name everywhere when the temporary folder is the bundle's. The blob for Windows is
 * written in such a folder too.
 */
const mainFrom = (entry: string) => `../${path.basename(entry)}`;

type Sea = (entry: string, options: { seaConfig: object; targets: object[] }) => Promise<void>;

/** The home folder of pkg. */
const home = path.join(cache, 'pkg');

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

/** An executable to be made. */
interface Output {
  readonly target: ExecutableTarget;
  readonly output: string;
  /** The file of the native library, for Windows: it becomes an asset. */
  readonly library?: string | undefined;
}

/**
 * The Node that writes the blob: its layout is that of one version of Node, so it is the one that the executables are made of.
 * @throws Error on a system for which the build has none, unless its Node is of that version
 */
async function blobWriter(): Promise<string> {
  const target = TARGETS.find(
    ({ platform, arch }) => process.platform.startsWith(platform) && process.arch === arch,
  );
  if (target !== undefined) return path.join(await foreignPackage(target.node), target.nodeFile);
  if (process.version === `v${blobVersion()}`) return process.execPath;
  throw new Error(`the build needs Node ${blobVersion()} on this system, and this is ${process.version}`);
}

/** The blob of a program. @param folder where `main` is */
async function blobOf(main: string, config: object, folder: string): Promise<Buffer> {
  const work = mkdtempSync(path.join(folder, 'sea-'));
  try {
    const file = path.join(work, 'sea-config.json');
    const output = path.join(work, 'sea.blob');
    writeFileSync(file, JSON.stringify({ ...config, main: mainFrom(main), output }));
    const { status, stderr } = spawnSync(await blobWriter(), ['--experimental-sea-config', file], {
      cwd: work,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`Node wrote no blob: ${stderr}`);
    return readFileSync(output);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Makes an executable that is not for Windows. */
async function makeByPkg(
  main: string,
  seaConfig: object,
  target: ExecutableTarget,
  output: string,
): Promise<void> {
  const require = createRequire(import.meta.url);
  const { default: sea } = require('@yao-pkg/pkg/lib-es5/sea.js') as { default: Sea };
  const temporary = path.dirname(main);
  // pkg's cache follows the home folder; ours stays inside the checkout.
  const folders = { HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const nodeRange = `node${blobVersion()}`;
  await withEnvironment(folders, () =>
    sea(main, {
      seaConfig: { ...seaConfig, main: mainFrom(main) },
      targets: [{ nodeRange, platform: target.platform, arch: target.arch, output }],
    }),
  );
}

/** Puts a bundle into the Node of each target. */
export async function makeExecutables({ main, parts }: Bundle, outputs: readonly Output[]): Promise<void> {
  const program = readFileSync(main);
  // One by one: what keeps the environment out is spelled differently on each system.
  for (const { target, output, library } of outputs) {
    const node = await provideNode(target, home);
    mkdirSync(path.dirname(output), { recursive: true });
    rmSync(output, { force: true });
    const assets = library === undefined ? parts : { ...parts, [LIBRARY_FILE]: library };
    const config = { ...sealedConfig(target.platform), assets };
    if (target.platform === 'win') {
      const executable = withBlob(readFileSync(node), await blobOf(main, config, path.dirname(main)));
      writeFileSync(output, withoutCodeCache(executable, program));
    } else {
      await makeByPkg(main, config, target, output);
      writeFileSync(output, withoutCodeCache(readFileSync(output), program));
    }
  }
}
