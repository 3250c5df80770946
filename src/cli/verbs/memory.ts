import { validateMemoryRequest } from '../../contract/generated/validators/request-memory.js';
import { readDumpMemory } from '../../reading/read-memory.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const memoryVerb = verb({
  name: 'memory',
  summary: 'Read virtual or physical memory from kernel dumps.',
  examples: [
    {
      command: 'ktriage memory --address 0xffffc08bde9e1640 --length 64 MEMORY.DMP',
      does: 'the first bytes of an object, as a hex view',
    },
    { command: 'ktriage memory --physical --address 1ad000 MEMORY.DMP', does: 'a page of the page tables' },
  ],
  validate: validateMemoryRequest,
  run: stoppable(readDumpMemory),
});
