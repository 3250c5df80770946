import { validateStacksRequest } from '../../contract/generated/validators/request-stacks.js';
import { readStacks } from '../../reading/read-stacks.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const stacksVerb = verb({
  name: 'stacks',
  summary: 'Walk and name the kernel stacks of threads, in dumps or live.',
  examples: [
    { command: 'ktriage stacks w3wp_4872_001.dmp', does: 'every thread with its frames' },
    {
      command:
        'ktriage stacks *.dmp --symbol-path srv*C:\\Symbols*https://msdl.microsoft.com/download/symbols',
      does: 'with names from a symbol server, kept in C:\\Symbols',
    },
  ],
  validate: validateStacksRequest,
  run: stoppable(readStacks),
});
