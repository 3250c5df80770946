import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allVerbs, VERBS as LOADERS } from '../../src/cli/verbs/index.ts';
import { COMMON_OPTIONS } from '../../src/contract/generated/options.ts';
import { SCHEMAS } from '../../src/contract/schemas.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

/** Properties that only a calling program sets, with its request on standard input. */
const PROGRAM_ONLY = [
  'callerVersion',
  'adviceFor',
  'cancelOnEndOfInput',
  'threadRecords',
  'symbolCredentials',
  // What the module has in its hands: computers with their sets, the threads of piped objects, and records of earlier answers.
  'computers',
  'referenceAddresses',
  'differenceAddresses',
  'referenceThreads',
  'differenceThreads',
  'records',
];

const VERBS = await allVerbs();
const names = VERBS.map(({ name }) => name);

async function singleError(args: string[], input: string) {
  const result = await runCli(args, input);
  expect(contractViolations(result.messages)).toEqual([]);
  const errors = result.messages.filter((message) => message.kind === 'error');
  expect(errors).toHaveLength(1);
  return { exitCode: result.exitCode, error: errors[0] };
}

describe('requests', () => {
  it('requests reach the verb of their name', () => {
    expect([...LOADERS.keys()]).toEqual(names);
  });

  it.each(names)('%s answers a malformed line with one typed error', async (name) => {
    for (const line of ['{', '[]', '"text"', '{"a":1', 'null', '\u0000']) {
      const { exitCode, error } = await singleError([name, '-'], line);
      expect(exitCode).toBe(2);
      expect(error).toMatchObject({ code: 'InvalidRequest' });
    }
  });

  it.each(names)('%s names an unknown property', async (name) => {
    const { required = [], properties } = SCHEMAS[`request-${name}`] as {
      required?: string[];
      properties: Record<string, { type?: string; enum?: readonly string[] }>;
    };
    const sample = (property: string) => {
      const { type, enum: names } = properties[property] ?? {};
      return names?.[0] ?? (type === 'array' ? [property === 'addresses' ? '0x1000' : 'x.dmp'] : '0x1000');
    };
    const needed = Object.fromEntries(required.map((property) => [property, sample(property)]));
    const { error } = await singleError([name, '-'], JSON.stringify({ ...needed, noSuchProperty: 1 }));
    expect(error?.message).toContain('noSuchProperty');
  });

  it.each(names)('%s survives any JSON object', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (request) => {
        // A watch ends by itself after so long.
        const end = name === 'watch' ? { durationSeconds: 0.01 } : {};
        const line = JSON.stringify({ ...request, ...end, machine: 'simulated:idle' });
        const result = await runCli([name, '-'], line);
        expect(contractViolations(result.messages)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each(names)('%s has help with examples that begin with its name', async (name) => {
    const { stdout, exitCode } = await runCli([name, '--help']);
    expect((await runCli(['help', name])).stdout).toBe(stdout);
    expect(exitCode).toBe(0);
    const examples = VERBS.find((verb) => verb.name === name)?.examples ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const { command } of examples) {
      expect(command.startsWith(`ktriage ${name}`)).toBe(true);
      expect(stdout).toContain(command);
    }
  });

  it.each(VERBS.map((verb) => [verb.name, verb.offers] as const))(
    'every property of a request of `%s` is set by an option or an argument',
    (name, { options, operands }) => {
      const { properties } = SCHEMAS[`request-${name}`] as { properties: object };
      const set = [...options, ...COMMON_OPTIONS].map(({ property }) => property);
      const reached = [...set, ...(operands ? [operands.property] : []), ...PROGRAM_ONLY];
      expect(Object.keys(properties).filter((property) => !reached.includes(property))).toEqual([]);
      expect(set.filter((property) => !Object.hasOwn(properties, property))).toEqual([]);
    },
  );

  it('an unknown verb or machine is refused with the names that exist', async () => {
    const verb = await singleError(['bogus'], '');
    expect(verb.error).toMatchObject({ code: 'UnknownVerb', target: 'bogus' });
    for (const name of names) expect(verb.error?.message).toContain(name);
    const machine = await singleError(['threads', '--machine', 'simulated:nowhere'], '');
    expect(machine.error).toMatchObject({ code: 'UnknownMachine' });
    expect(machine.error?.message).toContain('w3wp-oplock');
    const other = await singleError(['threads', '--machine', 'elsewhere'], '');
    expect(other.error).toMatchObject({ code: 'UnknownMachine', target: 'elsewhere' });
  });
});

describe('ktriage schema and version', () => {
  it('ktriage schema prints every schema', async () => {
    const { records } = await runCli(['schema']);
    expect(records<{ name: string }>('SchemaDocument').map(({ name }) => name)).toEqual(Object.keys(SCHEMAS));
  });

  it('ktriage version names the product and its version', async () => {
    const result = await runCli(['version']);
    expect(contractViolations(result.messages)).toEqual([]);
    expect(result.records('Version')).toHaveLength(1);
  });
});
