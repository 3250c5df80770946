import type { Verb } from '../verb.ts';
import { commandsVerb } from './commands.ts';
import { dumpVerb } from './dump.ts';
import { dumpProcessesVerb } from './dump-processes.ts';
import { dumpThreadsVerb } from './dump-threads.ts';
import { liveVerb } from './live.ts';
import { memoryVerb } from './memory.ts';
import { resolveVerb } from './resolve.ts';
import { schemaVerb } from './schema.ts';
import { stacksVerb } from './stacks.ts';
import { threadsVerb } from './threads.ts';
import { triageVerb } from './triage.ts';
import { versionVerb } from './version.ts';

/** What ktriage can do, in the order of its help. */
export const VERBS: readonly Verb[] = [
  threadsVerb,
  triageVerb,
  liveVerb,
  dumpVerb,
  dumpThreadsVerb,
  dumpProcessesVerb,
  memoryVerb,
  stacksVerb,
  resolveVerb,
  commandsVerb,
  schemaVerb,
  versionVerb,
];
