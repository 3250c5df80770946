import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMON_OPTIONS, REQUEST_OPTIONS, type VerbName } from '../../src/contract/generated/options.ts';
import type { RequestOptions } from '../../src/contract/option.ts';
import { SCHEMAS } from '../../src/contract/schemas.ts';
import { repositoryRoot } from '../support/equipment.ts';

/** The parameters of the cmdlets against the request schemas, so that neither face lacks what the other offers. */
const module = path.join(repositoryRoot, 'module', 'KernelTriage');
const read = (...parts: string[]) => readFileSync(path.join(module, ...parts), 'utf8');
const scripts = readdirSync(path.join(module, 'Public'));
const helpers = readdirSync(path.join(module, 'Private'))
  .map((name) => read('Private', name))
  .join('\n');

/** Verbs that no cmdlet of their own calls. */
const NO_CMDLET: Readonly<Partial<Record<VerbName, string>>> = {
  dsc: 'DSC calls it, and the class of the module through Invoke-DumpReadiness',
  native: 'for the executable that is used alone; a module has its library beside it',
  schema: 'describes requests and records to programs',
  version: 'the module compares versions in each request',
};

/** Properties that no option sets, because a command line is no place for a login or for objects, and their parameters. */
const ON_STANDARD_INPUT: Readonly<Record<string, string>> = {
  symbolCredentials: 'SymbolCredential',
  records: 'InputObject',
};

const rows = Object.entries(REQUEST_OPTIONS) as [VerbName, RequestOptions][];

/** The parts of a request schema that this test looks at. */
interface RequestSchema {
  readonly properties: object;
  readonly required?: readonly string[];
}
const schemaOf = (verb: VerbName) => SCHEMAS[`request-${verb}`] as RequestSchema;

/** Verbs that cannot do without dump files ask no machine. */
const fileReaders = rows.map(([verb]) => verb).filter((verb) => schemaOf(verb).required?.includes('paths'));

/** Properties that no parameter sets, each with the reason. */
const NO_PARAMETER: Readonly<Record<string, string>> = {
  '*.propertyCase': 'the module sets it in each request',
  '*.callerVersion': 'the module sets it in each request',
  '*.adviceFor': 'the module sets it in each request',
  '*.cancelOnEndOfInput': 'the module sets it in each request',
  '*.symbolCredentialFile': 'a cmdlet takes the login itself, as a PSCredential',
  'triage.threadRecords': 'the module sets it in each request',
  'fleet.computers': 'the cmdlet names the computers that it captured on',
  'fleet.idleComputers': 'the cmdlet knows which had nothing to capture',
  'fleet.silentComputers': 'the cmdlet knows which did not answer',
  'compare.referenceAddresses': 'the objects of -Reference name their threads',
  'compare.differenceAddresses': 'the objects of -Difference name their threads',
  'compare.referenceThreads': 'the objects of -Reference carry what is compared of their threads',
  'compare.differenceThreads': 'the objects of -Difference carry what is compared of their threads',
  'stacks.groupBy': 'Group-KernelStack groups in the module, over the stacks of several commands',
  'stacks.tree': 'Group-KernelStack -Tree makes the tree in the module, over the stacks of several commands',
  'stacks.topFrames': 'Group-KernelStack groups in the module, over the stacks of several commands',
  ...Object.fromEntries(
    ['stacks', 'waits', 'locks', 'chains', 'io', 'export'].flatMap((verb) => [
      [`${verb}.threadIds`, 'piped threads name their object address, which no other thread has'],
      [`${verb}.machine`, 'piped live threads name their machine'],
    ]),
  ),
  ...Object.fromEntries(
    fileReaders.map((verb) => [`${verb}.machine`, 'the verb reads files and asks no machine']),
  ),
};

/** Names of the parameters in the first param block of a script, and those that PowerShell adds. */
function parametersOf(script: string): ReadonlySet<string> {
  const block = /^ {4}param\(([\s\S]*?)^ {4}\)/m.exec(script)?.[1] ?? '';
  const names = [...block.matchAll(/^ {8}\[[^$]*\$(\w+)/gm)].map(([, name = '']) => name);
  return new Set([...names, ...(/SupportsShouldProcess/.test(script) ? ['WhatIf', 'Confirm'] : [])]);
}

describe('the request schemas and the cmdlets', () => {
  it('the request schemas name a cmdlet for every verb, or the reason why none calls it', () => {
    const without = rows.filter(([, { cmdlet }]) => cmdlet === undefined).map(([verb]) => verb);
    expect(without.sort()).toEqual(Object.keys(NO_CMDLET).sort());
  });

  it.each(rows.flatMap(([verb, { cmdlet }]) => (cmdlet ? [[verb, cmdlet] as const] : [])))(
    'the request schema of `%s` names a cmdlet of the module: %s',
    (_verb, cmdlet) => expect(scripts).toContain(`${cmdlet}.ps1`),
  );

  describe.each(
    rows.flatMap(([verb, offers]) =>
      scripts.includes(`${offers.cmdlet}.ps1`) ? [[verb, offers.cmdlet, offers] as const] : [],
    ),
  )('of `%s` and %s', (verb, cmdlet, { options, operands }) => {
    const script = read('Public', `${cmdlet}.ps1`);
    const parameters = parametersOf(script);
    const { properties } = schemaOf(verb);
    const ways = [...options, ...COMMON_OPTIONS, ...(operands === undefined ? [] : [operands])];

    it.each(Object.keys(properties))('the parameters of a cmdlet reach the property %s', (property) => {
      const reason = NO_PARAMETER[`${verb}.${property}`] ?? NO_PARAMETER[`*.${property}`];
      const way = ways.find((each) => each.property === property)?.parameter ?? ON_STANDARD_INPUT[property];
      const parameter = way?.replace(/:.*/, '');
      if (reason !== undefined) {
        expect(parameters.has(parameter ?? ''), `${property} has a parameter: drop the exception`).toBe(
          false,
        );
        return;
      }
      expect([...parameters]).toContain(parameter);
      // The cmdlet, or a helper that it calls, writes the property into the request.
      expect(`${script}\n${helpers}`).toMatch(new RegExp(`\\['${property}'\\]|\\b${property} = `));
    });
  });

  it('the request schemas have no exception for a property that does not exist', () => {
    const known = Object.entries(SCHEMAS).flatMap(([name, schema]) =>
      Object.keys((schema as { properties?: object }).properties ?? {}).flatMap((property) => [
        `${name.replace('request-', '')}.${property}`,
        `*.${property}`,
      ]),
    );
    expect(Object.keys(NO_PARAMETER).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('the cmdlets ask ktriage through Invoke-KernelTriageVerb, for Invoke-KernelTriage is a cmdlet of its own', () => {
    const callers = [...scripts.map((name) => read('Public', name)), helpers];
    expect(callers.filter((text) => /\bInvoke-KernelTriage \$/.test(text))).toEqual([]);
  });
});
