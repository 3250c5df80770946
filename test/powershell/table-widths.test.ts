import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';

/**
 * Consoles of remote sessions have 80 characters a line, and PowerShell uses one less. It squeezes the last column that has
 * some room left, down to a single character with its heading wrapped below it; a column that has none falls away.
 */
const LINE = 79;
const READABLE = 12;

const folder = path.join(repositoryRoot, 'module', 'KernelTriage');
const tables = readdirSync(folder)
  .filter((name) => name.endsWith('.format.ps1xml'))
  .flatMap((name) => [
    ...readFileSync(path.join(folder, name), 'utf8').matchAll(
      /<View>\s*(?:<!--.*?-->\s*)?<Name>KernelTriage\.(\w+)<\/Name>(?:(?!<\/View>)[\s\S])*?<TableHeaders>([\s\S]*?)<\/TableHeaders>/g,
    ),
  ])
  .map(([, type = '', headers = '']) => ({
    type,
    widths: [...headers.matchAll(/<TableColumnHeader>(.*?)<\/TableColumnHeader>/g)].map(([, header = '']) =>
      Number(header.match(/<Width>(\d+)<\/Width>/)?.[1] ?? 0),
    ),
  }));

describe('the tables of the module', () => {
  it('are found', () => expect(tables.length).toBeGreaterThan(12));

  it.each(tables)('$type fits into 80 characters, or loses a whole column', ({ widths }) => {
    // Tables with a column of no width at its end give it what is left.
    expect(widths.slice(0, -1).every((width) => width > 0)).toBe(true);
    const fixed = widths.filter((width) => width > 0);
    const left = LINE - fixed.reduce((sum, width) => sum + width + 1, -1);
    expect(left).toBeGreaterThanOrEqual(0);
    if (fixed.length < widths.length) expect(left < 2 || left > READABLE, `${left} left`).toBe(true);
  });
});
