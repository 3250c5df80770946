import { COMMON_OPTIONS, REQUEST_OPTIONS } from './generated/options.ts';
import type { RequestOptions } from './option.ts';

/** The reader of an advice: a user of `ktriage` at a shell, or of the module at a PowerShell prompt. */
export type Face = 'executable' | 'module';

/**
 * Advice in the core names options and commands by tokens, and each face spells them:
 * `{option:scope}` is `--scope` or `-Scope`, `{command:threads}` is `ktriage threads` or `Get-KernelThread`, `{help}` is
 * where the face explains a command, `{commands}` where it lists them.
 */
const TOKEN = /\{(?:(option|command):([a-z][a-z-]*)|(help|commands))\}/g;

const HELP: Readonly<Record<Face, Readonly<Record<string, string>>>> = {
  executable: {
    help: '`ktriage <verb> --help` and `ktriage schema request-<verb>`',
    commands: '`ktriage --help`',
  },
  module: {
    help: '`Get-Help <cmdlet> -Full`',
    commands: '`Get-Command -Module KernelTriage`',
  },
};

const rows = Object.entries(REQUEST_OPTIONS) as readonly (readonly [string, RequestOptions])[];

/** The parameter that sets the same property as an option; the first verb that has the option decides. */
function parameterOf(option: string): string | undefined {
  const options = [...rows.flatMap(([, { options }]) => options), ...COMMON_OPTIONS];
  return options.find(({ name, parameter }) => name === option && parameter !== undefined)?.parameter;
}

function spelledBy(face: Face, kind: string, name: string): string | undefined {
  if (kind === 'option') {
    const parameter = face === 'module' ? parameterOf(name) : undefined;
    return face === 'executable' ? `--${name}` : parameter && `-${parameter}`;
  }
  return face === 'executable' ? `ktriage ${name}` : rows.find(([verb]) => verb === name)?.[1].cmdlet;
}

/** The text with every token in the spelling of a face. A token without a spelling there stays as it is. */
export function inWordsOf(face: Face, text: string): string {
  return text.replace(
    TOKEN,
    (token: string, kind: string | undefined, name = '', place = '') =>
      (kind === undefined ? HELP[face][place] : spelledBy(face, kind, name)) ?? token,
  );
}
