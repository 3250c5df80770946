import { harmless } from '../../contract/harmless.ts';
import { wrapText } from '../../contract/wrap-text.ts';

/** Columns of a terminal window of the usual size. */
export const SCREEN = 80;

/** A text in lines of at most `width` letters; a word that is longer gets a line of its own. */
export const wrap = (text: string, width: number): string[] => wrapText(harmless(text), width);

const LABEL = 12;
const INDENT = 2;

/** A labelled text; further lines are under the first. */
export function labelled(label: string, text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  const start = INDENT + LABEL + 1;
  const [first = '', ...rest] = wrap(text, SCREEN - start);
  return [
    `${' '.repeat(INDENT)}${label.padEnd(LABEL)} ${first}`,
    ...rest.map((line) => ' '.repeat(start) + line),
  ];
}
