import { configDefaults, defineConfig } from 'vitest/config';

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

export default defineConfig({
  test: {
    globalSetup: 'test/support/scratch.ts',
    // Whole processes (packaged executables, Wine, the PowerShell engine) start inside tests.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'here',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...WINDOWS_SESSIONS],
          // Two cores: more workers would only make the ones that wait on a child process slower.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'windows',
          include: WINDOWS_SESSIONS,
          maxWorkers: 1,
          // What is recognised as a failure of Wine itself (`wineFailure` in test/support/wine.ts), and nothing else; the
          // closing summary of `npm test` lists each. The configuration is sent to workers as data: no import of the text.
          retry: { count: 2, condition: /^Wine failed: / },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
