import { errorTable } from '../../contract/error-table.ts';
import { inWordsOf } from '../../contract/face.ts';
import { VERDICT_CODES } from '../../contract/verdict.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * The module's half of the error table: code → System.Management.Automation.ErrorCategory and advice, and the code of each
 * verdict that is an error.
 */
export function moduleErrorTable(): string {
  return [
    '# Generated from src/contract/error-table.ts and verdict.ts by `npm run generate`. Do not edit.',
    '$script:ErrorTable = @{',
    ...Object.entries(errorTable()).map(
      ([code, { category, advice }]) =>
        `    ${code} = @{ Category = ${quoted(category)}; Advice = ${quoted(inWordsOf('module', advice))} }`,
    ),
    '}',
    '',
    '# Failed and NotAttempted are not here: what was in the way of such threads has been reported, once.',
    '$script:CodeByVerdict = @{',
    ...Object.entries(VERDICT_CODES).map(([verdict, code]) => `    ${verdict} = ${quoted(code)}`),
    '}',
    '',
  ].join('\n');
}
