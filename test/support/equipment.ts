import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { debuggerEngine } from '../run/debugger-engine.ts';
import { CHROMIUM } from './chromium.ts';
import { missingTestFiles, testDataFolder } from './test-data.ts';
import { WINE_FAILURE } from './wine-failure.ts';

/**
 * What some suites need beyond the npm packages, and how a machine shows that it has it. A suite whose equipment is
 * missing is skipped by name on a developer's machine and fails under CI=true, so that nothing is skipped silently.
 */

export const repositoryRoot = path.resolve(import.meta.dirname, '..', '..');

/** Real dumps, symbols and manifests. They are other people's files and never copied into the repository. */
export const sharedData = testDataFolder();

const onPath = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

interface EquipmentRow {
  readonly name: string;
  readonly present: () => boolean;
  /** Comes from a network alone, and no installer brings it. */
  readonly fetched?: boolean;
}

const EQUIPMENT = {
  'shared-data': {
    name: 'real files: npm run testdata',
    present: () => missingTestFiles(sharedData).length === 0,
    fetched: true,
  },
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
  go: { name: 'Go (Debian package golang-go)', present: () => onPath('go') },
  dotnet: { name: 'the .NET SDK', present: () => onPath('dotnet') },
  chromium: { name: 'Chromium (Debian package chromium)', present: () => existsSync(CHROMIUM) },
  'debugger-engine': {
    name: "Microsoft's debugger engine (NuGet package, restored by the .NET SDK)",
    present: () => debuggerEngine() !== undefined,
  },
} as const satisfies Record<string, EquipmentRow>;

export type Equipment = keyof typeof EQUIPMENT;

const verdicts = new Map<Equipment, boolean>();

export function has(equipment: Equipment): boolean {
  const known = verdicts.get(equipment) ?? EQUIPMENT[equipment].present();
  verdicts.set(equipment, known);
  return known;
}

/**
 * In place of a suite whose equipment is missing: a skipped suite with the reason in its name, or under CI=true a failed test.
 * Files that only a network brings are `optional`: without one the suite is skipped under CI=true too, and `npm test` names
 * the run partial.
 */
export function describeMissing(name: string, missing: readonly string[], optional = false): void {
  const reason = `${name} [needs ${missing.join(', ')}]`;
  if (process.env['CI'] === 'true' && !optional) {
    it(reason, () => expect.fail('equipment is missing, and CI skips nothing'));
  } else {
    describe.skip(reason, () => it('is not run'));
  }
}

/**
 * What is recognised as a failure of Wine itself (`wineFailure` in test/support/wine.ts), and nothing else, runs again, in suites with Wine
 * alone; the closing summary of `npm test` lists each.
 */
const WINE_RETRY = { retry: { count: 2, condition: WINE_FAILURE } };

/** `describe`, for a suite that needs equipment. */
export function describeWith(needs: readonly Equipment[], name: string, suite: () => void): void {
  const missing = needs.filter((need) => !has(need)).map((need): EquipmentRow => EQUIPMENT[need]);
  if (missing.length === 0) describe(name, needs.includes('wine') ? WINE_RETRY : {}, suite);
  else
    describeMissing(
      name,
      missing.map((row) => row.name),
      missing.every((row) => row.fetched === true),
    );
}
