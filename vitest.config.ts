import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole processes (packaged executables, Wine, the PowerShell engine) start inside tests.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two cores: more workers would only make the ones that wait on a child process slower.
    maxWorkers: 2,
  },
});
