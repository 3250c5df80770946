import { validateResolveRequest } from '../../contract/generated/validators/request-resolve.js';
import { resolveAddresses } from '../../reading/resolve-addresses.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const resolveVerb = verb({
  name: 'resolve',
  summary: 'Name addresses, or find names, in the images of a dump.',
  examples: [
    { command: 'ktriage resolve --address 0xfffff80012345678 MEMORY.DMP', does: 'which function that is' },
    { command: 'ktriage resolve --name nt!KeWait* MEMORY.DMP', does: 'where these functions are' },
  ],
  validate: validateResolveRequest,
  run: stoppable(resolveAddresses),
});
