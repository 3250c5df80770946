import { validateWaitsRequest } from '../../contract/generated/validators/request-waits.js';
import { listWaits } from '../../reading/list-waits.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const waitsVerb = verb({
  name: 'waits',
  summary: 'Show what threads wait for and its holder, in dumps or live.',
  examples: [
    {
      command: 'ktriage waits w3wp_4872_001.dmp',
      does: 'what each thread waits for, the longest wait first',
    },
    { command: 'ktriage waits --reason WrResource MEMORY.DMP', does: 'the threads that wait for a resource' },
  ],
  validate: validateWaitsRequest,
  run: stoppable(listWaits),
});
