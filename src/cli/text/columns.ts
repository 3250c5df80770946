import { harmless } from '../../contract/harmless.ts';

export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

function cell(text: string, { width, align }: Column): string {
  return align === 'right' ? text.padStart(width) : text.padEnd(width);
}

/** One row of a table with fixed column widths, so that rows can be printed as they come. */
export function row(columns: readonly Column[], values: readonly (string | number | undefined)[]): string {
  return columns
    .map((column, index) => cell(harmless(String(values[index] ?? '')), column))
    .join('  ')
    .trimEnd();
}

/** Titles and the line under them. */
export function heading(columns: readonly Column[]): string {
  return [
    row(
      columns,
      columns.map(({ title }) => title),
    ),
    row(
      columns,
      columns.map(({ title }) => '-'.repeat(title.length)),
    ),
  ].join('\n');
}
