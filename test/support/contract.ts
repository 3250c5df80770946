import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Message } from '../../src/contract/generated/types.ts';
import { SCHEMAS } from '../../src/contract/schemas.ts';

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/ },
});
for (const schema of Object.values(SCHEMAS)) ajv.addSchema(schema);

const idByTitle = new Map(
  Object.values(SCHEMAS).map((schema) => {
    const { title, $id } = schema as { title: string; $id: string };
    return [title, $id];
  }),
);

/** What is wrong with a value by the schema of an id. */
export function schemaViolations(id: string, value: unknown): string[] {
  const valid = ajv.validate(id, value);
  return valid ? [] : [ajv.errorsText()];
}

/**
 * What is wrong with an answer as the contract has it: every line fits the message schema, every record the schema of
 * its type, `end` is last and its counts are right.
 */
export function contractViolations(messages: readonly Message[]): string[] {
  const problems = messages.flatMap((message) => {
    const problems = schemaViolations('ktriage://schema/1/message.schema.json', message);
    if (message.kind !== 'record') return problems;
    const id = idByTitle.get(message.type);
    return id === undefined
      ? [`no schema for ${message.type}`]
      : [...problems, ...schemaViolations(id, message.value)];
  });
  const last = messages.at(-1);
  if (last?.kind !== 'end') return [...problems, 'the last line is not end'];
  const count = (kind: string) => messages.filter((message) => message.kind === kind).length;
  if (last.records !== count('record')) problems.push(`end counts ${last.records} records`);
  if (last.errors !== count('error')) problems.push(`end counts ${last.errors} errors`);
  if (last.warnings !== count('warning')) problems.push(`end counts ${last.warnings} warnings`);
  return problems;
}
