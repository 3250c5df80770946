import { describe, expect, it } from 'vitest';
import { HELP_WIDTH, wrapCommentHelp } from '../../src/build/help/wrap-comment-help.ts';

const LONG = `${'word '.repeat(40)}end.`;

describe('wrapCommentHelp', () => {
  it('comment-based help has lines of at most 72 characters of prose, and the same words', () => {
    const script = `function A {\n    <#\n    .SYNOPSIS\n    ${LONG}\n\n    .DESCRIPTION\n    ${LONG}\n    ${LONG}\n    #>\n    param()\n}`;
    const wrapped = wrapCommentHelp(script);
    expect(wrapped.split(/\s+/)).toEqual(script.split(/\s+/));
    for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(4 + HELP_WIDTH);
  });

  it('no line of help begins with a point, which would begin a section', () => {
    const script = `    <#\n    .SYNOPSIS\n    ${'word .exe '.repeat(40)}\n    #>`;
    const starts = wrapCommentHelp(script)
      .split('\n')
      .filter((line) => line.trimStart().startsWith('.'));
    expect(starts).toEqual(['    .SYNOPSIS']);
  });

  it('the code of an example, a table and what is outside of help keep their lines', () => {
    const code = `    Get-A -B ${'x'.repeat(90)} | Sort-Object C`;
    const table = `    one    two ${'y '.repeat(50)}three`;
    const script = `# ${LONG}\nfunction A {\n    <#\n    .EXAMPLE\n${code}\n\n    ${LONG}\n\n${table}\n\n    .LINK\n    about_A\n    #>\n}`;
    const lines = wrapCommentHelp(script).split('\n');
    expect(lines).toEqual(expect.arrayContaining([`# ${LONG}`, code, table, '    about_A']));
    expect(lines).not.toContain(`    ${LONG}`);
  });
});
