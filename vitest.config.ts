import process from 'node:process';
import { configDefaults, defineConfig } from 'vitest/config';
import { suitesThatMock, suitesWithWine } from './test/run/suites.ts';

/**
 * Suites that play with whole Windows processes: they kill some, and count what others leave behind. They share one Wine
 * session, so they run after the others and one file at a time.
 */
const WINDOWS_SESSIONS = [
  'test/windows-stand-in/**/*.test.ts',
  'test/real-windows/**/*.test.ts',
  'test/machine/windows/**/*.test.ts',
  'test/debugger-engine/**/*.test.ts',
  'test/build/environment.test.ts',
  'test/build/package/windows.test.ts',
];

/** Suites that build and pack executables, which takes minutes. */
const BUILDS = 'test/build/**/*.test.ts';

/** Other suites with a program under Wine: where sessions count its processes, there are no others. */
const WITH_WINE = suitesWithWine();

/** Suites that replace a module have a process each; the others share one, which has loaded the product once and compiled it. */
const APART = suitesThatMock();

/** `npm test` runs several at once, with one worker each. */
const WORKERS = Number(process.env['KTRIAGE_TEST_WORKERS'] ?? 2);

export default defineConfig({
  test: {
    globalSetup: 'test/support/scratch.ts',
    setupFiles: 'test/support/shared-process.ts',
    // Whole processes (packaged executables, Wine, the PowerShell engine) start inside tests.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'here',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...WINDOWS_SESSIONS, ...WITH_WINE, ...APART, BUILDS],
          isolate: false,
          // Two cores: more workers would only make the ones that wait on a child process slower.
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: APART,
          exclude: [...configDefaults.exclude, ...WINDOWS_SESSIONS, ...WITH_WINE, BUILDS],
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: [BUILDS],
          exclude: [...configDefaults.exclude, ...WINDOWS_SESSIONS, ...WITH_WINE],
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'windows',
          isolate: false,
          include: WINDOWS_SESSIONS,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'wine',
          isolate: false,
          include: WITH_WINE,
          exclude: [...configDefaults.exclude, ...WINDOWS_SESSIONS],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
