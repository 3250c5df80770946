import { validateChainsRequest } from '../../contract/generated/validators/request-chains.js';
import { findWaitChains } from '../../reading/chains/find-wait-chains.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const chainsVerb = verb({
  name: 'chains',
  summary: 'Explain why threads are stuck: each cause, what waits behind it, and how that is known.',
  examples: [
    {
      command: 'ktriage chains w3wp_4872_*.dmp',
      does: 'the causes behind the waiting threads of a captured set',
    },
    { command: 'ktriage chains --deadlock MEMORY.DMP', does: 'deadlocks alone' },
  ],
  validate: validateChainsRequest,
  run: stoppable(findWaitChains),
});
