import { lexer, type Token, type Tokens } from 'marked';

/** A document that is also a topic of `Get-Help`. */
export interface Topic {
  readonly name: string;
  /** The file in docs/. */
  readonly document: string;
  /** Its line in the list of Get-Help. */
  readonly summary: string;
}

/** Lines of prose are at most so long, with their indent; `Get-Help` does not wrap them, and a console may have 80 columns. */
const WIDTH = 76;
const INDENT = 4;

/** What a link to a document becomes: the topic that holds it, or nothing where none does. */
export type TopicOf = (document: string) => string | undefined;

const rawText = (token: Token): string =>
  'text' in token && typeof token.text === 'string' ? token.text : token.raw;

/** Text without the marks of Markdown. Code keeps its backticks. */
function plain(tokens: readonly Token[], topicOf: TopicOf): string {
  return tokens
    .map((token) => {
      if (token.type === 'codespan') return `\`${rawText(token)}\``;
      const shown =
        'tokens' in token && token.tokens !== undefined ? plain(token.tokens, topicOf) : rawText(token);
      if (token.type !== 'link') return token.type === 'br' ? ' ' : shown;
      const { href } = token as Tokens.Link;
      if (/^https?:/.test(href)) return `${shown} (${href})`;
      const topic = topicOf(href.replace(/#.*$/, ''));
      return topic === undefined ? shown : shown.endsWith('.md') ? topic : `${shown} (${topic})`;
    })
    .join('')
    .replace(/\n/g, ' ');
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

const codeLines = (code: string): string[] =>
  code.split('\n').map((line) => (line === '' ? '' : ' '.repeat(2 * INDENT) + line));

/** The lines of a block; blocks without text, such as comments, give none. */
function blockLines(block: Token, topicOf: TopicOf): string[] {
  const text = (tokens: readonly Token[] = []) => plain(tokens, topicOf).trim();
  switch (block.type) {
    case 'heading': {
      const { depth, tokens } = block as Tokens.Heading;
      return depth <= 2 ? [text(tokens).toUpperCase()] : [`  ${text(tokens)}`];
    }
    case 'paragraph':
      return wrap(text(block.tokens), INDENT);
    case 'blockquote':
      return separated((block as Tokens.Blockquote).tokens, topicOf);
    case 'list': {
      const { items, ordered, start } = block as Tokens.List;
      return items.flatMap(({ tokens }, index) => {
        const mark = ordered ? `${Number(start) + index}. ` : '- ';
        const [first, ...rest] = tokens.filter(({ type }) => type !== 'space');
        const lines = wrap(text(first === undefined ? [] : [first]), INDENT + mark.length, mark);
        return [...lines, ...rest.flatMap((each) => blockLines(each, topicOf))];
      });
    }
    case 'code':
      return codeLines((block as Tokens.Code).text);
    case 'table': {
      const { header, rows } = block as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => text(tokens));
      return rows.flatMap((row) => rowLines(cells(header), cells(row)));
    }
    case 'html':
    case 'space':
      return [];
    default:
      throw new Error(`a document uses Markdown that topics of Get-Help do not show: ${block.type}`);
  }
}

/** Blocks with an empty line between. */
function separated(blocks: readonly Token[], topicOf: TopicOf): string[] {
  return blocks
    .map((block) => blockLines(block, topicOf))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** A document as a topic of `Get-Help`, in the sections by which it lists topics. */
export function topicText({ name, summary }: Topic, markdown: string, topicOf: TopicOf): string {
  const blocks = lexer(markdown).filter(({ type }) => type !== 'html' && type !== 'space');
  // The summary replaces the title in the first line.
  const body = separated(blocks.slice(1), topicOf);
  return [
    'TOPIC',
    `    ${name}`,
    '',
    'SHORT DESCRIPTION',
    ...wrap(summary, INDENT),
    '',
    'LONG DESCRIPTION',
    ...body,
    '',
    'SEE ALSO',
    '    about_KernelTriage',
    '',
  ].join('\n');
}
