import { buildExecutables } from './executables.ts';

/** Brings everything that is built up to date; what has not changed costs about a second. */
export async function buildAll(): Promise<void> {
  await buildExecutables();
}
