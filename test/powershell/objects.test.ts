import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';
import { moduleUnderTest } from './built-module.ts';
import { DOCUMENT, rowsOf } from './documented-properties.ts';
import { captureExample, EACH_TYPE } from './every-type.ts';
import { describeEngines } from './suites.ts';

/** docs/objects.md is what scripts rely on: real objects must be what it says. */

/** The .NET types that a word of the document stands for, in PowerShell 7 and in Windows PowerShell. */
const DOTNET: Readonly<Record<string, RegExp>> = {
  String: /^System\.String$/,
  Boolean: /^System\.Boolean$/,
  DateTime: /^System\.DateTime$/,
  integer: /^System\.(Int32|Int64|Numerics\.BigInteger|Decimal)$/,
  number: /^System\.(Double|Decimal|Int32|Int64)$/,
  object: /PSCustomObject$/,
  array: /\[\]$|List`1/,
  added: /^System\./,
};

describe('docs/objects.md', () => {
  it('is about every type that a function gives', () => {
    const types = [...DOCUMENT.matchAll(/^Given by/gm)];
    expect(types.length).toBeGreaterThan(10);
    expect(Object.keys(EACH_TYPE).filter((type) => rowsOf(type).length === 0)).toEqual([]);
  });
});

const functions = path.join(repositoryRoot, 'module', 'KernelTriage', 'Public');

describe('the help', () => {
  it.each(readdirSync(functions))('of %s lists properties that its objects have', (name) => {
    const text = readFileSync(path.join(functions, name), 'utf8');
    const outputs = text.match(/\.OUTPUTS\n([\s\S]*?)\n\s+\.[A-Z]+\n/)?.[1] ?? '';
    const described = [
      ...outputs.matchAll(/^ +KernelTriage\.(\w+)\n([\s\S]*?)(?=^ +KernelTriage\.|(?![\s\S]))/gm),
    ];
    expect(described.length).toBeGreaterThan(0);
    for (const [, type = '', prose = ''] of described) {
      const listed = prose
        .replace(/\([^)]*\)/g, '')
        .replace(/^[^:,]*:/, '')
        .split(/,|\band\b|\.\s/)
        .map((word) => word.trim().replace(/\.$/, ''))
        .filter((word) => /^[A-Z]\w+$/.test(word));
      expect(listed.length, type).toBeGreaterThan(1);
      const known = rowsOf(type).map(({ name }) => name);
      expect(
        listed.filter((word) => !known.includes(word)),
        type,
      ).toEqual([]);
    }
  });
});

describeEngines('objects', (engine) => {
  const module = moduleUnderTest(engine);
  beforeAll(async () => {
    expect((await captureExample(engine, module)).errors).toEqual([]);
  });

  it.each(Object.entries(EACH_TYPE))('%s is what the document says', async (type, make) => {
    const { output, errors } = await module.run(`@(${make(engine, module)})[0]`);
    expect(errors).toEqual([]);
    expect(output[0]?.typeNames?.[0]).toBe(`KernelTriage.${type}`);
    const properties = output[0]?.properties ?? {};
    const types = output[0]?.propertyTypes ?? {};
    const rows = rowsOf(type);
    const names = rows.map(({ name }) => name);
    expect(Object.keys(properties).filter((name) => !names.includes(name))).toEqual([]);
    for (const { name, type: written, always } of rows) {
      if (always) expect(properties[name] ?? null, name).not.toBeNull();
      const kind = written.split(' ')[0] ?? '';
      const dotnet = types[name];
      if (dotnet !== undefined) expect(dotnet, name).toMatch(DOTNET[kind] ?? /PSCustomObject$/);
    }
  });
});
