import { validateDumpRequest } from '../../contract/generated/validators/request-dump.js';
import { describeDumps } from '../../reading/describe-dump.ts';
import { stoppable } from '../../reading/sources/stoppable.ts';
import { verb } from '../verb.ts';

export const dumpVerb = verb({
  name: 'dump',
  summary: 'Read kernel dumps: system, bug check, drivers, processes and threads inside, completeness.',
  examples: [
    { command: 'ktriage dump w3wp_4872_001.dmp', does: 'what the dump is, and which threads it holds' },
    { command: 'ktriage dump --raw MEMORY.DMP --format ndjson', does: 'everything, for a program to read' },
  ],
  validate: validateDumpRequest,
  run: stoppable(describeDumps),
});
