import { validateDumpRequest } from '../../contract/generated/validators/request-dump.js';
import { threadHints } from '../../kernel/thread-hints.ts';
import { manifestFinder } from '../../manifest/manifest-file.ts';
import { eachDump } from '../../reading/each-dump.ts';
import { dumpRecord } from '../../reading/records/dump-record.ts';
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
    const manifests = manifestFinder((message, target) => output.warning(message, target));
    await eachDump(paths, output, async (dump, path) => {
      const manifest = manifests.of(path);
      await output.record('Dump', dumpRecord(dump, { path, raw, manifest, hints: threadHints(manifest) }));
    });
  },
});
