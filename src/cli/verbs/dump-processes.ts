import { validateDumpProcessesRequest } from '../../contract/generated/validators/request-dump-processes.js';
import { listDumpProcesses } from '../../reading/list-dump-processes.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const dumpProcessesVerb = verb({
  name: 'dump-processes',
  summary: 'List the processes inside kernel dumps.',
  examples: [{ command: 'ktriage dump-processes MEMORY.DMP', does: 'every process with its page tables' }],
  validate: validateDumpProcessesRequest,
  run: stoppable(listDumpProcesses),
});
