import { EXIT_CODES, errorTable } from '../../contract/error-table.ts';
import { inWordsOf } from '../../contract/face.ts';

/** The advice as `ktriage` words it, and as the module does where that differs. */
function bothWords(advice: string): string {
  const [executable, module] = [inWordsOf('executable', advice), inWordsOf('module', advice)];
  return executable === module ? executable : `${executable} In PowerShell: ${module}`;
}

/** docs/errors.md: the error table for people. */
export function errorDocument(): string {
  const exits = Object.values(EXIT_CODES).map(({ value, meaning }) => `| ${value} | ${meaning} |`);
  const errors = Object.entries(errorTable()).map(
    ([code, { exit, category, meaning, advice }]) =>
      `| \`${code}\` | ${EXIT_CODES[exit].value} | ${category} | ${meaning} | ${bothWords(advice)} |`,
  );
  return [
    '<!-- Generated from src/contract/error-table.ts by `npm run generate`. Do not edit. -->',
    '# Errors',
    '',
    'Every failure has a stable code. `ktriage` prints it in an `error` line and turns it into an exit code; the module',
    'turns it into an ErrorRecord: its FullyQualifiedErrorId begins with the code, and its category is below.',
    '',
    '## Exit codes',
    '',
    '| exit code | meaning |',
    '| --- | --- |',
    ...exits,
    '',
    '## Codes',
    '',
    'Advice names options and commands as the reader types them: at a shell `--scope` and `ktriage threads`, at a PowerShell',
    'prompt `-Scope` and `Get-KernelThread`. Where the two differ, the table shows both.',
    '',
    '| code | exit | PowerShell category | meaning | what to do |',
    '| --- | --- | --- | --- | --- |',
    ...errors,
    '',
  ].join('\n');
}
