/**
 * Comment-based help in lines that fit into a console of 80 columns. `Get-Help` indents texts by up to eight columns and keeps the ends of
 * lines, so that longer ones break in the middle. The sources have the width of the other files.
 */

/** Characters of a line of help, without the indent of the block. */
export const HELP_WIDTH = 72;

/** The sections whose text is prose; the others hold names and types, a line each. */
const PROSE = /^\.(SYNOPSIS|DESCRIPTION|PARAMETER|NOTES|EXAMPLE|OUTPUTS)\b/;

/** A line must not begin with a point, which would begin a section: such a word stays with the one before it. */
const wordsOf = (lines: readonly string[]) =>
  lines
    .join(' ')
    .trim()
    .split(/\s+(?!\s|\.\w)/);

function wrapped(words: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > HELP_WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}

/** A paragraph that holds a table, a tree or code keeps its lines: they have blanks that mean something. */
const isFixed = (lines: readonly string[], indent: string) =>
  lines.some((line) => line.startsWith(`${indent} `) || /\S {2,}\S/.test(line));

function wrapBlock(lines: readonly string[], indent: string): string[] {
  const output: string[] = [];
  let section = '';
  let paragraphs = 0;
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length === 0) return;
    // The first paragraph of an example is its code.
    const isCode = section.startsWith('.EXAMPLE') && paragraphs === 0;
    const keeps = isCode || !PROSE.test(section) || isFixed(paragraph, indent);
    output.push(...(keeps ? paragraph : wrapped(wordsOf(paragraph), indent)));
    paragraphs += 1;
    paragraph = [];
  };
  for (const line of lines) {
    const text = line.trim();
    if (/^\.[A-Z]+\b/.test(text)) {
      flush();
      section = text;
      paragraphs = 0;
      output.push(line);
    } else if (text === '') {
      flush();
      output.push(line);
    } else paragraph.push(line);
  }
  flush();
  return output;
}

/** A script whose blocks of help have lines of at most {@link HELP_WIDTH} characters of prose. */
export function wrapCommentHelp(script: string): string {
  return script.replaceAll(
    /^([ \t]*)<#\n([\s\S]*?)\n\1#>/gm,
    (_, indent: string, body: string) =>
      `${indent}<#\n${wrapBlock(body.split('\n'), indent).join('\n')}\n${indent}#>`,
  );
}
