import { COMMON_OPTIONS } from '../contract/generated/options.ts';
import type { Option } from '../contract/option.ts';
import type { Verb } from './verb.ts';

const FORMAT_HELP: Option = {
  name: 'format',
  property: '',
  type: 'string',
  value: 'text|ndjson',
  help: 'text when standard output is a terminal, else NDJSON',
};

/** Where the help of an option begins; a longer option has its help on the next line. */
const HELP_COLUMN = 33;

function optionLine({ name, type, value, help }: Option): string {
  const placeholder = type === 'boolean' ? '' : ` ${value ?? (type.startsWith('number') ? 'N' : 'TEXT')}`;
  const option = `  --${name}${placeholder}`;
  return option.length < HELP_COLUMN
    ? `${option.padEnd(HELP_COLUMN)}${help}`
    : `${option}\n${' '.repeat(HELP_COLUMN)}${help}`;
}

/** `ktriage <verb> --help`. */
export function verbHelp(verb: Verb): string {
  const { operands, options } = verb.offers;
  const hasFormats = options.some((option) => option.name === FORMAT_HELP.name);
  const operand = operands === undefined ? '' : ` ${operands.value}`;
  return [
    `${verb.summary}`,
    '',
    `usage: ktriage ${verb.name}${operand} [options]`,
    `       ktriage ${verb.name} -            the request is one JSON line on standard input`,
    '',
    'options:',
    ...[...options, ...COMMON_OPTIONS, ...(hasFormats ? [] : [FORMAT_HELP])].map(optionLine),
    '',
    'examples:',
    ...verb.examples.flatMap(({ command, does }) => [`  ${command}`, `      ${does}`]),
    '',
    `The request and its answer are described by \`ktriage schema request-${verb.name}\`.`,
    '',
  ].join('\n');
}

/** `ktriage --help`. */
export function generalHelp(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    'ktriage: the kernel stacks of live Windows threads, with no debugger attached and no reboot',
    '',
    'usage: ktriage <verb> [arguments]      `ktriage <verb> --help` shows more',
    '',
    ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
  ].join('\n');
}
