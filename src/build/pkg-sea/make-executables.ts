import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { LIBRARY_FILE } from '../../machine/windows/library/pinned.ts';
import type { Bundle } from '../bundle.ts';
import { cache } from '../tools.ts';
import { provideNode } from './provide-node.ts';
import { sealedConfig, withoutCodeCache } from './sealed-start.ts';
import { blobVersion, type ExecutableTarget } from './targets.ts';

/**
 * Node writes into the executable the name of the script that it was made from, as it was given. pkg gives an absolute one,
 * which would differ from checkout to checkout and show where it was built; but it works in a new folder inside of the
 * temporary one, from where the bundle has the same name everywhere when the temporary folder is the bundle's.
 */
const mainFrom = (entry: string) => `../${path.basename(entry)}`;

type Sea = (entry: string, options: { seaConfig: object; targets: object[] }) => Promise<void>;

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

/** Puts a bundle into the Node of each target. */
export async function makeExecutables({ main, parts }: Bundle, outputs: readonly Output[]): Promise<void> {
  const home = path.join(cache, 'pkg');
  for (const { target } of outputs) await provideNode(target, home);
  const require = createRequire(import.meta.url);
  const { default: sea } = require('@yao-pkg/pkg/lib-es5/sea.js') as { default: Sea };
  const temporary = path.dirname(main);
  // pkg's cache follows the home folder; ours stays inside the checkout.
  const folders = { HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  // One by one: what keeps the environment out is spelled differently on each system.
  for (const { target, output, library } of outputs) {
    mkdirSync(path.dirname(output), { recursive: true });
    rmSync(output, { force: true });
    const assets = library === undefined ? parts : { ...parts, [LIBRARY_FILE]: library };
    const nodeRange = `node${blobVersion()}`;
    await withEnvironment(folders, () =>
      sea(main, {
        seaConfig: { ...sealedConfig(target.platform), main: mainFrom(main), assets },
        targets: [{ nodeRange, platform: target.platform, arch: target.arch, output }],
      }),
    );
    writeFileSync(output, withoutCodeCache(readFileSync(output), readFileSync(main)));
  }
}
