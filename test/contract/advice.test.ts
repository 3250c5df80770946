import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorTable } from '../../src/contract/error-table.ts';
import { type Face, inWordsOf } from '../../src/contract/face.ts';
import { COMMON_OPTIONS, REQUEST_OPTIONS } from '../../src/contract/generated/options.ts';
import type { LiveDump, ReadinessCheck } from '../../src/contract/generated/types.ts';
import type { RequestOptions } from '../../src/contract/option.ts';
import { repositoryRoot } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';

/** Advice in both spellings, against the options and verbs of the executable and the scripts of the module. */
const source = path.join(repositoryRoot, 'src');
const publicFolder = path.join(repositoryRoot, 'module', 'KernelTriage', 'Public');
const scripts = new Map(
  readdirSync(publicFolder).map((name) => [
    path.parse(name).name,
    readFileSync(path.join(publicFolder, name), 'utf8'),
  ]),
);

const offers = Object.values(REQUEST_OPTIONS) as RequestOptions[];
const options = new Set(
  [...offers.flatMap((row) => [...row.options]), ...COMMON_OPTIONS].map(({ name }) => name),
);
const verbs = new Set(Object.keys(REQUEST_OPTIONS));

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Cmdlets of this module; those of Windows may be named anywhere. */
const CMDLET = /\b((?:Get|New|Group|Resolve|Test|Export)-(?:Kernel|Live|Triage)\w*)/g;

/** What a text names that does not exist at a shell, or belongs to the other face. */
function strangeAtShell(text: string): string[] {
  return [
    ...all(text, /(?<=^|[\s`'"(])--([a-z][a-z-]+)/g).filter((name) => !options.has(name) && name !== 'help'),
    ...all(text, /\bktriage ([a-z][a-z-]+)/g).filter((name) => !verbs.has(name) && name !== 'schema'),
    ...all(text, CMDLET),
    ...all(text, /(?<=^|[\s`'"(])(-[A-Z]\w+)/g),
    ...all(text, /(\{[a-z]+:?[a-z-]*\})/g),
  ];
}

/** The same at a PowerShell prompt. */
function strangeInModule(text: string): string[] {
  const parameters = all(text, /(?<=^|[\s`'"(|])-([A-Z]\w+)/g).filter(
    (name) => name !== 'Full' && name !== 'Module',
  );
  return [
    ...parameters.filter((name) => ![...scripts.values()].some((script) => script.includes(`] $${name}`))),
    ...all(text, CMDLET).filter((name) => !scripts.has(name)),
    ...all(text, /\b(ktriage [a-z][a-z-]+ )/g),
    ...all(text, /(?<=^|[\s`'"(])(--[a-z][a-z-]+)/g),
    ...all(text, /(\{[a-z]+:?[a-z-]*\})/g),
  ];
}

const STRANGE: Readonly<Record<Face, (text: string) => string[]>> = {
  executable: strangeAtShell,
  module: strangeInModule,
};
const FACES = Object.keys(STRANGE) as Face[];

/** Every token in the source of the core, with its file. */
const tokens = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
  .flatMap((name) =>
    all(readFileSync(path.join(source, name), 'utf8'), /(?<!`)(\{(?:option|command):[a-z-]+\})/g).map(
      (token) => [name, token] as const,
    ),
  );

describe.each(FACES)('advice for the %s', (face) => {
  it.each(Object.entries(errorTable()))('advice of %s names only what exists there', (_code, { advice }) => {
    expect(STRANGE[face](inWordsOf(face, advice))).toEqual([]);
  });

  it.each([...new Set(tokens.map(([, token]) => token))])('advice spells %s', (token) => {
    expect(STRANGE[face](inWordsOf(face, token))).toEqual([]);
    expect(inWordsOf(face, token)).toMatch(face === 'executable' ? /^(--|ktriage )/ : /^(-[A-Z]|[A-Z]\w+-)/);
  });

  const request = (value: object) => JSON.stringify({ ...value, adviceFor: face });

  it('advice of failures names only what exists there', async () => {
    const failing: readonly (readonly [string, object])[] = [
      ['triage', { machine: 'simulated:w3wp-oplock', destination: tmpdir() }],
      ['live', { machine: 'simulated:w3wp-oplock', path: path.join(repositoryRoot, 'package.json') }],
      ['threads', { noSuchProperty: 1 }],
      ['threads', {}],
      ['triage', { machine: 'simulated:not-elevated', destination: tmpdir(), processIds: [4872] }],
    ];
    for (const [verb, value] of failing) {
      const { messages } = await runCli([verb, '-'], request(value));
      const advice = messages.flatMap((message) => (message.kind === 'error' ? [message.advice] : []));
      expect(advice.length, verb).toBeGreaterThan(0);
      for (const text of advice) expect(STRANGE[face](text), text).toEqual([]);
    }
  });

  it('advice of a request that a verb refuses leads to the help of that verb', async () => {
    const { messages } = await runCli(['watch', '-'], request({ noSuchProperty: 1 }));
    expect(messages[0]).toMatchObject({
      advice:
        face === 'executable'
          ? 'See `ktriage watch --help` and `ktriage schema request-watch`.'
          : 'See `Get-Help Watch-KernelThread -Full`.',
    });
  });

  it('advice of readiness checks names only what exists there', async () => {
    const texts: string[] = [];
    for (const machine of ['simulated:not-elevated', 'simulated:w3wp-oplock', 'simulated:crowded']) {
      const { records } = await runCli(
        ['readiness', '-'],
        request({ machine, destination: '/no/such/folder' }),
      );
      texts.push(...records<ReadinessCheck>('ReadinessCheck').flatMap(({ advice }) => advice ?? []));
    }
    expect(texts.join('\n')).toContain(face === 'executable' ? '--destination' : '-Destination');
    for (const text of texts) expect(STRANGE[face](text), text).toEqual([]);
  });

  it('advice of a live dump leads to commands that exist there', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-advice-'));
    const { records } = await runCli(
      ['live', '-'],
      request({ machine: 'simulated:w3wp-oplock', path: path.join(folder, 'live.dmp') }),
    );
    rmSync(folder, { recursive: true, force: true });
    const [dump] = records<LiveDump>('LiveDump');
    const steps = dump?.nextSteps?.filter((step) => !step.startsWith('windbg')) ?? [];
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) {
      expect(step).toMatch(face === 'executable' ? /^ktriage / : /^Get-Kernel/);
      expect(STRANGE[face](step), step).toEqual([]);
    }
  });
});

describe('the core', () => {
  it('the core names an option or a command by its token alone', () => {
    // These rooms belong to one face: the command line, and what the build writes for each.
    const own = /^(?:cli|build)[\\/]|generated|contract[\\/]face\.ts|live-record\.ts/;
    const named = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !own.test(name))
      .flatMap((name) => {
        const text = readFileSync(path.join(source, name), 'utf8').replaceAll(
          /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
          '',
        );
        const strings = all(text, /('(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/g).join('\n');
        return [
          ...all(strings, CMDLET),
          ...all(
            strings,
            /[\s(](-(?:Scope|Force|Wait|TimeLimit|SymbolPath|ImagePath|Destination|Include\w+))\b/g,
          ),
          ...all(strings, /\bktriage ([a-z][a-z-]+) --/g),
        ].map((found) => `${name}: ${found}`);
      });
    expect(named).toEqual([]);
  });
});
