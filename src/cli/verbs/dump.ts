import { openFileSource } from '../../binary/byte-source.ts';
import { asFailure } from '../../contract/failure.ts';
import { validateDumpRequest } from '../../contract/generated/validators.js';
import { openDump } from '../../dump/open-dump.ts';
import { dumpRecord } from '../../report/dump/dump-record.ts';
import { verb } from '../verb.ts';

export const dumpVerb = verb({
  name: 'dump',
  summary: 'Read kernel dumps: system, bug check, drivers, processes and threads inside, completeness.',
  options: [{ name: 'raw', property: 'raw', type: 'boolean', help: 'every header field with its offset' }],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [
    { command: 'ktriage dump w3wp_4872_001.dmp', does: 'what the dump is, and whose threads it holds' },
    { command: 'ktriage dump --raw MEMORY.DMP --format ndjson', does: 'everything, for a program to read' },
  ],
  validate: validateDumpRequest,
  async run({ paths, raw = false }, { output }) {
    for (const path of paths) {
      try {
        const source = openFileSource(path);
        try {
          await output.record('Dump', dumpRecord(openDump(source), { path, raw }));
        } finally {
          source.close();
        }
      } catch (thrown) {
        // One bad file among many must not hide the others.
        output.error(asFailure(thrown));
      }
    }
  },
});
