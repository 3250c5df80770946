import process from 'node:process';
import { afterAll, beforeAll, expect } from 'vitest';

/**
 * Suites share a process, one after the other. Each must leave that process as it was: what the next one finds would otherwise depend
 * on the order of files.
 */
const state = () => ({
  environment: { ...process.env },
  folder: process.cwd(),
  listeners: Object.fromEntries(
    ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => [name, process.listenerCount(name)]),
  ),
});

let before: ReturnType<typeof state>;

beforeAll(() => {
  before = state();
});

afterAll(() => {
  expect(state(), 'a suite leaves its process as it was').toEqual(before);
});
