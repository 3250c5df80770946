import { validateCompareRequest } from '../../contract/generated/validators/request-compare.js';
import { compareDumps } from '../../reading/comparing/compare-dumps.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const compareVerb = verb({
  name: 'compare',
  summary:
    'Separate stuck threads from slow ones, by two looks at one machine. Exit code 10: threads are stuck.',
  examples: [
    {
      command: 'ktriage compare --reference first --difference second',
      does: 'two folders, each with the dumps of a capture',
    },
    {
      command: 'ktriage compare --reference first.ktriage.json --live',
      does: 'a set, and the same threads now',
    },
    {
      command: 'ktriage compare --reference a.dmp --difference b.dmp --verdict Stuck,StuckExceptCapture',
      does: 'stuck threads alone',
    },
  ],
  validate: validateCompareRequest,
  run: stoppable(compareDumps),
});
