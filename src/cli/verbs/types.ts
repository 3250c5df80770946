import { validateTypesRequest } from '../../contract/generated/validators/request-types.js';
import { readTypes } from '../../reading/read-types.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const typesVerb = verb({
  name: 'types',
  summary: 'Show structures of the images of a dump, and what the dump holds in them.',
  examples: [
    { command: 'ktriage types --name nt!_KTHREAD MEMORY.DMP', does: 'members with offsets and types' },
    {
      command: 'ktriage types --name nt!_ETHREAD --address 0xffffa38f6cddcb00 --depth 2 MEMORY.DMP',
      does: 'the values of one thread, and of the structures inside',
    },
    { command: 'ktriage types --name nt!_K*WAIT* MEMORY.DMP', does: 'names that match' },
  ],
  validate: validateTypesRequest,
  run: stoppable(readTypes),
});
