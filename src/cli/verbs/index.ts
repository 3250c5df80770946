import type { Verb } from '../verb.ts';

/**
 * What ktriage can do, in the order of its help. A verb is loaded when it is asked for: what listing threads needs of
 * symbols and networks, which is nothing, it does not wait for.
 */
export const VERBS: ReadonlyMap<string, () => Promise<Verb>> = new Map([
  ['readiness', async () => (await import('./readiness.ts')).readinessVerb],
  ['threads', async () => (await import('./threads.ts')).threadsVerb],
  ['triage', async () => (await import('./triage.ts')).triageVerb],
  ['live', async () => (await import('./live.ts')).liveVerb],
  ['watch', async () => (await import('./watch.ts')).watchVerb],
  ['dump', async () => (await import('./dump.ts')).dumpVerb],
  ['dump-threads', async () => (await import('./dump-threads.ts')).dumpThreadsVerb],
  ['dump-processes', async () => (await import('./dump-processes.ts')).dumpProcessesVerb],
  ['memory', async () => (await import('./memory.ts')).memoryVerb],
  ['stacks', async () => (await import('./stacks.ts')).stacksVerb],
  ['waits', async () => (await import('./waits.ts')).waitsVerb],
  ['locks', async () => (await import('./locks.ts')).locksVerb],
  ['chains', async () => (await import('./chains.ts')).chainsVerb],
  ['fleet', async () => (await import('./fleet.ts')).fleetVerb],
  ['compare', async () => (await import('./compare.ts')).compareVerb],
  ['io', async () => (await import('./io.ts')).ioVerb],
  ['export', async () => (await import('./export.ts')).exportVerb],
  ['resolve', async () => (await import('./resolve.ts')).resolveVerb],
  ['types', async () => (await import('./types.ts')).typesVerb],
  ['commands', async () => (await import('./commands.ts')).commandsVerb],
  ['dsc', async () => (await import('./dsc.ts')).dscVerb],
  ['native', async () => (await import('./native.ts')).nativeVerb],
  ['schema', async () => (await import('./schema.ts')).schemaVerb],
  ['version', async () => (await import('./version.ts')).versionVerb],
]);

/** Every verb, for help and for tests. */
export function allVerbs(): Promise<readonly Verb[]> {
  return Promise.all([...VERBS.values()].map((load) => load()));
}
