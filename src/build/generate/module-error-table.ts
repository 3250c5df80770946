import { ERROR_TABLE } from '../../contract/error-table.ts';

/** The module's half of the error table: code → System.Management.Automation.ErrorCategory. */
export function moduleErrorTable(): string {
  return [
    '# Generated from src/contract/error-table.ts by `npm run generate`. Do not edit.',
    '$script:ErrorCategoryByCode = @{',
    ...Object.entries(ERROR_TABLE).map(([code, { category }]) => `    ${code} = '${category}'`),
    '}',
    '',
  ].join('\n');
}
