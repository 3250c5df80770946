import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

/**
 * What some suites need beyond the npm packages, and how a machine shows that it has it. A suite whose equipment is
 * missing is skipped by name on a developer's machine and fails under CI=true, so that nothing is skipped silently.
 */

export const repositoryRoot = path.resolve(import.meta.dirname, '..', '..');

/** Real dumps, symbols and manifests beside the repository. They are other people's files and never copied into it. */
export const sharedData = path.resolve(repositoryRoot, '..', 'shared', 'data');

const onPath = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

const EQUIPMENT = {
  'shared-data': { name: 'real dumps in ../shared/data', present: () => existsSync(sharedData) },
  wine: { name: 'Wine (Debian package wine64)', present: () => existsSync('/usr/lib/wine/wine64') },
  mingw: { name: 'mingw-w64 (gcc-mingw-w64-x86-64)', present: () => onPath('x86_64-w64-mingw32-gcc') },
  clang: {
    name: 'clang and lld (Debian packages clang, lld)',
    present: () => onPath('clang') && onPath('lld-link'),
  },
  llvm: { name: 'LLVM tools (Debian package llvm)', present: () => onPath('llvm-pdbutil') },
  unzip: { name: 'unzip', present: () => onPath('unzip') },
  osslsigncode: {
    name: 'osslsigncode and openssl',
    present: () => onPath('osslsigncode') && onPath('openssl'),
  },
  dotnet: { name: 'the .NET SDK', present: () => onPath('dotnet') },
} as const;

export type Equipment = keyof typeof EQUIPMENT;

const verdicts = new Map<Equipment, boolean>();

export function has(equipment: Equipment): boolean {
  const known = verdicts.get(equipment) ?? EQUIPMENT[equipment].present();
  verdicts.set(equipment, known);
  return known;
}

/** In place of a suite whose equipment is missing: a skipped suite that says so, or under CI=true a failed test. */
export function describeMissing(name: string, missing: readonly string[]): void {
  const reason = `${name} [needs ${missing.join(', ')}]`;
  if (process.env['CI'] === 'true') {
    it(reason, () => expect.fail('equipment is missing, and CI skips nothing'));
  } else {
    describe.skip(reason, () => it('is not run'));
  }
}

/** `describe`, for a suite that needs equipment. */
export function describeWith(needs: readonly Equipment[], name: string, suite: () => void): void {
  const missing = needs.filter((need) => !has(need)).map((need) => EQUIPMENT[need].name);
  if (missing.length === 0) describe(name, suite);
  else describeMissing(name, missing);
}
