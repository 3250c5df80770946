import { execFileSync } from 'node:child_process';

/** llvm-undname's answer without parameters, in the spelling of names in WinDbg. */
export function nameByLlvm(decorated: string): string {
  const text = execFileSync(
    'llvm-undname',
    [
      '--no-calling-convention',
      '--no-access-specifier',
      '--no-member-type',
      '--no-return-type',
      '--no-variable-type',
      decorated,
    ],
    { encoding: 'utf8' },
  )
    .trim()
    .split('\n')[1];
  return (text ?? '')
    .replace('[thunk]: ', '')
    .replace(/^const (?=.*`vftable'|.*`vbtable')/, '')
    .replace(/\b(struct|class|enum|union) /g, '')
    .replace(/__cdecl /g, '')
    .replace(/`(vtordisp|adjustor)\{.*\}'/, '')
    .replace(/ dtor(?=\W)/g, ' destructor')
    .replace(/ ctor(?=\W)/g, ' constructor')
    .replaceAll(', ', ',')
    .replace(/(?<=[\w>'+=&|*\])])\((?!\*)[^()]*(\([^()]*\)\([^()]*\)[^()]*)*\)( const)?$/, '');
}
