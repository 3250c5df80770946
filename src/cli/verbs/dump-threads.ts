import { validateDumpThreadsRequest } from '../../contract/generated/validators/request-dump-threads.js';
import { readKernelObjects } from '../../kernel/kernel-objects.ts';
import { threadHints } from '../../kernel/thread-hints.ts';
import { manifestFinder } from '../../manifest/manifest-file.ts';
import { eachDump } from '../../reading/each-dump.ts';
import { whereOf } from '../../reading/records/dump-record.ts';
import { threadRecords } from '../../reading/records/object-records.ts';
import { verb } from '../verb.ts';

export const dumpThreadsVerb = verb({
  name: 'dump-threads',
  summary: 'List the threads inside kernel dumps, each with how it was found and how sure that is.',
  options: [
    { name: 'pid', property: 'processIds', type: 'numbers', value: 'PID,…', help: 'only of these processes' },
  ],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [
    { command: 'ktriage dump-threads w3wp_4872_001.dmp', does: 'whose stacks the dump holds' },
    { command: 'ktriage dump-threads --pid 4 MEMORY.DMP --format ndjson', does: 'the threads of System' },
  ],
  validate: validateDumpThreadsRequest,
  async run({ paths, processIds }, { output }) {
    const manifests = manifestFinder((message, target) => output.warning(message, target));
    await eachDump(paths, output, async (dump, path) => {
      const manifest = manifests.of(path);
      const objects = readKernelObjects(dump, threadHints(manifest));
      for (const thread of threadRecords(whereOf(dump, path), objects, manifest)) {
        const wanted = processIds === undefined || processIds.some((id) => id === thread.processId);
        if (wanted) await output.record('DumpThread', thread);
      }
    });
  },
});
