/** As much of Markdown as the documents of this repository use, as blocks. */

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly mark: string; readonly text: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const FENCE = /^\s*```/;
const ROW = /^\s*\|/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;
const HEADING = /^(#+) (.*)$/;
const ITEM = /^\s*(-|\d+\.) (.*)$/;
const COMMENT = /^<!--.*-->$/;
const INDENTED = /^ {4}/;

/** The cells of a row; a bar behind a backslash is text. */
function cells(row: string): string[] {
  const inner = row.trim().replace(/^\||\|$/g, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Whether a line goes on with the paragraph or item above it. */
const continues = (line: string) =>
  line.trim() !== '' && ![FENCE, ROW, HEADING, ITEM, COMMENT].some((start) => start.test(line));

export function parseMarkdown(text: string): Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (test: (line: string) => boolean): string[] => {
    const start = at;
    while (at < lines.length && test(lines[at] ?? '')) at += 1;
    return lines.slice(start, at);
  };
  const joined = (first: string) =>
    [first, ...takeWhile(continues)].map((line) => line.trim().replace(/^> ?/, '')).join(' ');

  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [heading, item] = [HEADING.exec(line), ITEM.exec(line)];
    if (line.trim() === '' || COMMENT.test(line)) {
      at += 1;
    } else if (FENCE.test(line)) {
      at += 1;
      blocks.push({ kind: 'code', lines: takeWhile((next) => !FENCE.test(next)) });
      at += 1;
    } else if (ROW.test(line)) {
      blocks.push({
        kind: 'table',
        rows: takeWhile((next) => ROW.test(next))
          .filter((row) => !RULE.test(row))
          .map(cells),
      });
    } else if (heading !== null) {
      at += 1;
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
    } else if (item !== null) {
      at += 1;
      blocks.push({ kind: 'item', mark: item[1] ?? '-', text: joined(item[2] ?? '') });
    } else if (INDENTED.test(line)) {
      const code = takeWhile((next) => INDENTED.test(next) || next.trim() === '');
      while (code.at(-1)?.trim() === '') code.pop();
      blocks.push({ kind: 'code', lines: code.map((each) => each.slice(4)) });
    } else {
      at += 1;
      blocks.push({ kind: 'paragraph', text: joined(line) });
    }
  }
  return blocks;
}
