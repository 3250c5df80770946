import { COMMON_OPTIONS, REQUEST_OPTIONS } from './generated/options.ts';
import type { RequestOptions } from './option.ts';

/** The reader of an advice: a user of `ktriage` at a shell, or of the module at a PowerShell prompt. */
export type Face = 'executable' | 'module';

/**
 * Messages and advice in the core name options and commands by tokens, and each face spells them:
 * `{option:scope}` is `--scope` or `-Scope`, `{command:threads}` is `ktriage threads` or `Get-KernelThread`, `{help:threads}` is
 * where the face explains that command, `{help}` the same for any command, `{commands}` where it lists them.
 */
const TOKEN = /\{(?:(option|command|help):([a-z][a-z-]*)|(help|commands))\}/g;

const helpOf = (face: Face, command: string): string =>
  face === 'executable'
    ? `\`ktriage ${command} --help\` and \`ktriage schema request-${command}\``
    : `\`Get-Help ${command} -Full\``;

const HELP: Readonly<Record<Face, Readonly<Record<string, string>>>> = {
  executable: {
    help: helpOf('executable', '<verb>'),
    commands: '`ktriage --help`',
  },
  module: {
    help: helpOf('module', '<cmdlet>'),
    commands: '`Get-Command -Module KernelTriage`',
  },
};

/** Made at the first question: to make the options of every verb costs a start more than to run it. */
let table: readonly (readonly [string, RequestOptions])[] | undefined;

function rows(): readonly (readonly [string, RequestOptions])[] {
  table ??= Object.entries(REQUEST_OPTIONS);
  return table;
}

/** The parameter that sets the same property as an option; the first verb that has the option decides. */
function parameterOf(option: string): string | undefined {
  const options = [...rows().flatMap(([, { options }]) => options), ...COMMON_OPTIONS];
  return options.find(({ name, parameter }) => name === option && parameter !== undefined)?.parameter;
}

function spelledBy(face: Face, kind: string, name: string): string | undefined {
  if (kind === 'option') {
    const parameter = face === 'module' ? parameterOf(name) : undefined;
    return face === 'executable' ? `--${name}` : parameter && `-${parameter}`;
  }
  const command = face === 'executable' ? name : rows().find(([verb]) => verb === name)?.[1].cmdlet;
  if (kind === 'help') return command === undefined ? HELP[face]['help'] : helpOf(face, command);
  return face === 'executable' ? `ktriage ${name}` : command;
}

/** Advice of a failure of one verb: where it sends the reader to the help, that is the help of this verb. */
export function inHandOf(verb: string, advice: string): string {
  return advice.replaceAll('{help}', `{help:${verb}}`);
}

/** The text with every token in the spelling of a face. A token without a spelling there stays as it is. */
export function inWordsOf(face: Face, text: string): string {
  return text.replace(
    TOKEN,
    (token: string, kind: string | undefined, name = '', place = '') =>
      (kind === undefined ? HELP[face][place] : spelledBy(face, kind, name)) ?? token,
  );
}
