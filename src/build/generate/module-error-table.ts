import { ERROR_TABLE } from '../../contract/error-table.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The module's half of the error table: code → System.Management.Automation.ErrorCategory and advice. */
export function moduleErrorTable(): string {
  return [
    '# Generated from src/contract/error-table.ts by `npm run generate`. Do not edit.',
    '$script:ErrorTable = @{',
    ...Object.entries(ERROR_TABLE).map(
      ([code, { category, advice }]) =>
        `    ${code} = @{ Category = ${quoted(category)}; Advice = ${quoted(advice)} }`,
    ),
    '}',
    '',
  ].join('\n');
}
