import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../src/cli/verbs/index.ts';
import { repositoryRoot } from './support/equipment.ts';

const read = (name: string) => readFileSync(path.join(repositoryRoot, name), 'utf8');
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const cmdlets = readdirSync(path.join(repositoryRoot, 'module', 'KernelTriage', 'Public')).map(
  (name) => path.parse(name).name,
);
const documents = [
  ...readdirSync(repositoryRoot).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(repositoryRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(documents)('%s', (name) => {
  const text = read(name);

  it('each document names only scripts that there are', () => {
    expect(matches(text, /npm run ([a-z]+)/g).filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it('each document names only cmdlets that there are', () => {
    const named = matches(text, /\b((?:Get|New|Group|Resolve|Test|Export)-(?:Kernel|Live|Triage)\w*)/g);
    expect(named.filter((cmdlet) => !cmdlets.includes(cmdlet))).toEqual([]);
  });

  it('each document names only verbs that there are', () => {
    const named = matches(text, /`ktriage ([a-z][a-z-]+)/g);
    expect(named.filter((verb) => !VERBS.has(verb))).toEqual([]);
  });

  it('each document links only to files that there are', () => {
    const folder = path.dirname(path.join(repositoryRoot, name));
    const links = matches(text, /\]\(([^)#:]+)(?:#[^)]*)?\)/g);
    expect(links.filter((link) => !existsSync(path.join(folder, link)))).toEqual([]);
  });
});

describe('the README', () => {
  it('the README shows every cmdlet', () => {
    const text = read('README.md');
    expect(cmdlets.filter((cmdlet) => !text.includes(cmdlet))).toEqual([]);
  });
});
