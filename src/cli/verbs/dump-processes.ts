import { validateDumpProcessesRequest } from '../../contract/generated/validators/request-dump-processes.js';
import { readKernelObjects } from '../../kernel/kernel-objects.ts';
import { eachDump } from '../../reading/each-dump.ts';
import { whereOf } from '../../reading/records/dump-record.ts';
import { processRecords } from '../../reading/records/object-records.ts';
import { verb } from '../verb.ts';

export const dumpProcessesVerb = verb({
  name: 'dump-processes',
  summary: 'List the processes inside kernel dumps.',
  options: [],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [{ command: 'ktriage dump-processes MEMORY.DMP', does: 'every process with its page tables' }],
  validate: validateDumpProcessesRequest,
  async run({ paths }, { output }) {
    await eachDump(paths, output, async (dump, path) => {
      for (const process of processRecords(whereOf(dump, path), readKernelObjects(dump)))
        await output.record('DumpProcess', process);
    });
  },
});
