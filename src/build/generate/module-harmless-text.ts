import { OBEYED_CHARACTERS } from '../../contract/harmless.ts';

/**
 * The statements that do in PowerShell what `harmless` does here. Views cannot call functions of their module, so objects carry
 * them as a method; the module's own sentences go through a function of the same statements.
 */
export const HARMLESS_STATEMENTS = [
  'param([object] $Value)',
  'foreach ($item in $Value) {',
  '    # Numbers and times keep their type, by which PowerShell draws them.',
  '    if ($null -eq $item -or $item -is [valuetype]) { $item; continue }',
  '    $text = "$item"',
  '    # An object inside another that has no name of its own.',
  "    if ($item -is [System.Management.Automation.PSCustomObject]) { $text = $text -replace '^@\\{(.*)\\}$', '$1' }",
  `    if ($text -cnotmatch '${OBEYED_CHARACTERS}') { $text; continue }`,
  '    -join $(foreach ($character in $text.ToCharArray()) {',
  '        $code = [int] $character',
  `        if ("$character" -cnotmatch '${OBEYED_CHARACTERS}') { $character }`,
  "        elseif ($code -lt 256) { '\\x{0:x2}' -f $code }",
  "        else { '\\u{0:x4}' -f $code }",
  '    })',
  '}',
];

/** The function of the module. */
export function moduleHarmlessText(): string {
  return [
    '# Generated from src/contract/harmless.ts by `npm run generate`. Do not edit.',
    '# Texts, and anything else as text, with visible escapes in place of what a terminal would obey.',
    'function ConvertTo-HarmlessText {',
    ...HARMLESS_STATEMENTS.map((line) => `    ${line}`),
    '}',
    '',
  ].join('\n');
}
