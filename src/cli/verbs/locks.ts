import { validateLocksRequest } from '../../contract/generated/validators/request-locks.js';
import { listLocks } from '../../reading/list-locks.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const locksVerb = verb({
  name: 'locks',
  summary: 'List kernel locks with their owners and waiters, in dumps or live.',
  examples: [
    { command: 'ktriage locks MEMORY.DMP', does: 'every lock that is owned or waited for' },
    { command: 'ktriage locks --contended *.dmp', does: 'the locks that threads wait for, in several dumps' },
  ],
  validate: validateLocksRequest,
  run: stoppable(listLocks),
});
