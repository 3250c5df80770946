import { Failure } from '../../contract/failure.ts';
import { validateSchemaRequest } from '../../contract/generated/validators/request-schema.js';
import { SCHEMAS } from '../../contract/schemas.ts';
import { verb } from '../verb.ts';

export const schemaVerb = verb({
  name: 'schema',
  summary: 'Print the JSON Schemas of requests and records.',
  examples: [
    { command: 'ktriage schema --format ndjson', does: 'every schema, one a line' },
    { command: 'ktriage schema request-triage', does: 'the schema of a triage request' },
  ],
  validate: validateSchemaRequest,
  async run({ name }, { output }) {
    const names = name === undefined ? Object.keys(SCHEMAS) : [name];
    for (const each of names) {
      const schema = Object.hasOwn(SCHEMAS, each) ? SCHEMAS[each] : undefined;
      if (schema === undefined) {
        const known = Object.keys(SCHEMAS).join(', ');
        throw new Failure('InvalidRequest', `There is no schema '${each}'; there are ${known}.`, {
          target: each,
        });
      }
      await output.record('SchemaDocument', { name: each, schema });
    }
  },
});
