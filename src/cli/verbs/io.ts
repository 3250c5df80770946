import { validateIoRequest } from '../../contract/generated/validators/request-io.js';
import { listPendingIo } from '../../reading/list-pending-io.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const ioVerb = verb({
  name: 'io',
  summary: 'List I/O requests that are not finished and the drivers that have them.',
  examples: [
    { command: 'ktriage io MEMORY.DMP', does: 'each request with its file and the driver that has it' },
    { command: 'ktriage io --tid 264 w3wp_4872_001.dmp', does: 'the requests of one thread' },
  ],
  validate: validateIoRequest,
  run: stoppable(listPendingIo),
});
