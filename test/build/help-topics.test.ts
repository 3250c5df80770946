import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { topicText } from '../../src/build/help/topic-text.ts';
import { helpTopics, TOPICS } from '../../src/build/help/topics.ts';
import { repositoryRoot } from '../support/equipment.ts';

const DOCUMENT = `<!-- Generated. -->
# The title

A paragraph with **weight**, *stress*, \`a *.dmp file\`,
a [link](b.md#there), [another](https://example.com/x) and [c.md](c.md).

## A part

- one item that
  goes on and on and on, until at the end of the line there is just room for \`a command -with parameters\`.
- two

| what | then | else |
| --- | --- | --- |
| \`a\\|b\` | first | second |

\`\`\`powershell
Get-KernelThread |
    New-TriageDump D:\\dumps
\`\`\`

    typed

> Said.
`;

const topic = { name: 'about_Sample', document: 'sample.md', summary: 'What it is about.' };

describe('a topic of Get-Help', () => {
  it('a topic of Get-Help is a document without its marks, code as it is', () => {
    const known: Record<string, string> = { 'b.md': 'about_B', 'c.md': 'about_C' };
    expect(topicText(topic, DOCUMENT, (target) => known[target])).toBe(`TOPIC
    about_Sample

SHORT DESCRIPTION
    What it is about.

LONG DESCRIPTION
    A paragraph with weight, stress, \`a *.dmp file\`, a link (about_B),
    another (https://example.com/x) and about_C.

A PART

    - one item that goes on and on and on, until at the end of the line
      there is just room for \`a command -with parameters\`.
    - two

    \`a|b\`
        then: first
        else: second

        Get-KernelThread |
            New-TriageDump D:\\dumps

        typed

    Said.

SEE ALSO
    about_KernelTriage
`);
  });

  it('a topic of Get-Help holds every word of its document', () => {
    const words = (text: string) => text.match(/[A-Za-z]{2,}/g)?.sort();
    const text = topicText(topic, DOCUMENT, () => undefined);
    const [, body = ''] = text.split('LONG DESCRIPTION\n');
    const shown = body.replace(/SEE ALSO[\s\S]*/, '').replaceAll(/^ {8}(?:then|else): /gm, '');
    const source = DOCUMENT.replace(/<!--.*-->\n# The title/, '')
      .replaceAll('```powershell', '')
      .replace('| what | then | else |', '')
      .replace('(b.md#there)', '')
      .replace('(c.md)', '');
    expect(words(shown.toLowerCase())).toEqual(words(source.toLowerCase()));
  });
});

describe('the topics of the module', () => {
  const NOT_FOR_USERS_OF_THE_MODULE = ['architecture.md', 'contract.md', 'speed.md', 'versioning.md'];

  it('the topics of the module are all documents that are for its users', () => {
    const documents = readdirSync(path.join(repositoryRoot, 'docs')).filter((name) => name.endsWith('.md'));
    expect([...TOPICS.map(({ document }) => document), ...NOT_FOR_USERS_OF_THE_MODULE].sort()).toEqual(
      documents.sort(),
    );
  });

  it.each(helpTopics())('%s has nothing of Markdown in its prose, and lines that fit', (name, text) => {
    const lines = text.split('\n');
    expect(lines[0]?.replace('\ufeff', '')).toBe('TOPIC');
    expect(lines[1]?.trim()).toBe(name.replace('.help.txt', ''));
    const prose = lines
      .filter((line) => !line.startsWith(' '.repeat(8)))
      .map((line) => line.replace(/`[^`]*`/g, ''));
    expect(prose.filter((line) => /\]\(|\*\*|^\s*\||^#|```/.test(line))).toEqual([]);
    // A word that is longer than a line has a line of its own.
    expect(prose.filter((line) => line.length > 100 && /\S\s+\S/.test(line.trim()))).toEqual([]);
  });
});
