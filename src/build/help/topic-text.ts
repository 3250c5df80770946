import { type Block, parseMarkdown } from './markdown.ts';

/** A document that is also a topic of `Get-Help`. */
export interface Topic {
  readonly name: string;
  /** The file in docs/. */
  readonly document: string;
  /** What Get-Help says of it in a list. */
  readonly summary: string;
}

/** Lines of prose are at most so long; `Get-Help` does not wrap them. */
const WIDTH = 100;
const INDENT = 4;

/** What a link to a document becomes: the topic that holds it, or nothing where none does. */
export type TopicOf = (document: string) => string | undefined;

/** Text without the marks of Markdown. What stands in backticks is left as it is. */
function plain(text: string, topicOf: TopicOf): string {
  const link = (_whole: string, shown: string, target: string) => {
    if (/^https?:/.test(target)) return `${shown} (${target})`;
    const topic = topicOf(target.replace(/#.*$/, ''));
    return topic === undefined ? shown : shown.endsWith('.md') ? topic : `${shown} (${topic})`;
  };
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith('`')
        ? part
        : part.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\*([^*\s][^*]*)\*/g, '$1'),
    )
    .join('')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, link);
}

/** What is not taken apart at the end of a line: a word, or code with whatever clings to it. */
const WORD = /[^\s`]*(?:`[^`]*`[^\s`]*)+|\S+/g;

/** Words in lines of the width, each after `indent` blanks; the first line may begin with a mark. */
function wrap(text: string, indent: number, mark = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of text.matchAll(WORD)) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  lines.push(line);
  return lines.map((each, index) =>
    index === 0 ? `${' '.repeat(indent - mark.length)}${mark}${each}` : `${' '.repeat(indent)}${each}`,
  );
}

/** A row as its first cell, and below it the others with the names of their columns. */
function rowLines(header: readonly string[], row: readonly string[]): string[] {
  const [first = '', ...rest] = row;
  const others = rest
    .map((cell, index) => [header[index + 1] ?? '', cell] as const)
    .filter(([, cell]) => cell !== '');
  const named = others.length > 1;
  return [
    ...wrap(first === '' ? '(nothing)' : first, INDENT),
    ...others.flatMap(([name, cell]) => wrap(named && name !== '' ? `${name}: ${cell}` : cell, 2 * INDENT)),
  ];
}

function blockLines(block: Block, text: (markdown: string) => string): string[] {
  switch (block.kind) {
    case 'heading':
      return block.level <= 2 ? [text(block.text).toUpperCase()] : [`  ${text(block.text)}`];
    case 'paragraph':
      return wrap(text(block.text), INDENT);
    case 'item':
      return wrap(text(block.text), INDENT + block.mark.length + 1, `${block.mark} `);
    case 'code':
      return block.lines.map((line) => (line === '' ? '' : ' '.repeat(2 * INDENT) + line));
    case 'table': {
      const [header = [], ...rows] = block.rows.map((row) => row.map(text));
      return rows.flatMap((row) => rowLines(header, row));
    }
  }
}

/** A document as a topic of `Get-Help`, in the sections by which it lists topics. */
export function topicText({ name, summary }: Topic, markdown: string, topicOf: TopicOf): string {
  const text = (part: string) => plain(part, topicOf);
  // The first line is the title, for which the summary stands.
  const [, ...body] = parseMarkdown(markdown);
  const separated = body.flatMap((block, index) => {
    const isListed = block.kind === 'item' && body[index - 1]?.kind === 'item';
    return [...(isListed ? [] : ['']), ...blockLines(block, text)];
  });
  return [
    'TOPIC',
    `    ${name}`,
    '',
    'SHORT DESCRIPTION',
    ...wrap(summary, INDENT),
    '',
    'LONG DESCRIPTION',
    ...separated.slice(1),
    '',
    'SEE ALSO',
    '    about_KernelTriage',
    '',
  ].join('\n');
}
