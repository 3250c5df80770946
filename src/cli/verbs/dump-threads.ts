import { validateDumpThreadsRequest } from '../../contract/generated/validators/request-dump-threads.js';
import { listDumpThreads } from '../../reading/list-dump-threads.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const dumpThreadsVerb = verb({
  name: 'dump-threads',
  summary: 'List the threads inside kernel dumps, each with how it was found and how sure that is.',
  examples: [
    { command: 'ktriage dump-threads w3wp_4872_001.dmp', does: 'which stacks the dump holds' },
    { command: 'ktriage dump-threads --pid 4 MEMORY.DMP --format ndjson', does: 'the threads of System' },
  ],
  validate: validateDumpThreadsRequest,
  run: stoppable(listDumpThreads),
});
