import { declarationOf, type Parameter, type ParameterSetUse } from './param-block.ts';

/**
 * The comment-based help of the functions as one file of help, in the XML that PowerShell itself makes of such comments (MAML: the
 * elements are those of `PSMaml` schemas, as `Get-Help` reads them). The built script then holds no help: PowerShell parses a third less at
 * each import, and reads the file when help is asked for.
 */

export const HELP_FILE = 'KernelTriage-help.xml';

/** Replaces the help in a function. */
const REFERENCE = `# .EXTERNALHELP ${HELP_FILE}`;

const COMMENT = /^([ \t]*)<#\n([ \t]*\.SYNOPSIS\n[\s\S]*?)\n\1#>/m;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const element = (name: string, content: string) => `<${name}>${content}</${name}>`;
const paragraph = (text: string) => element('maml:para', escaped(text));
/** A name of a parameter or of a value, which PowerShell has in a pair of elements. */
const named = (name: string, content: string) => element(name, element('maml:name', escaped(content)));

/** A section of the help: its lines as they are, each with its end. */
interface Section {
  readonly name: string;
  /** What is behind the name, as that of a parameter. */
  readonly subject: string;
  readonly text: string;
}

function sectionsOf(comment: string, indent: string): Section[] {
  const lines = comment
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trim()));
  const sections: { name: string; subject: string; lines: string[] }[] = [];
  for (const line of lines) {
    const [, name, subject = ''] = /^\.([A-Z]+)\b *(.*)$/.exec(line) ?? [];
    if (name === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ name, subject: subject.trim(), lines: [] });
  }
  return sections.map(({ name, subject, lines: text }) => ({
    name,
    subject,
    text: text.map((line) => `${line}\n`).join(''),
  }));
}

const EVERY_SET: ParameterSetUse = { mandatory: false, byValue: false, byPropertyName: false };

/** How a parameter is used in a set; undefined where it is not in the set. */
function useIn({ uses }: Parameter, set: string | undefined): ParameterSetUse | undefined {
  if (uses.length === 0) return EVERY_SET;
  return uses.find((use) => use.set === set) ?? uses.find((use) => use.set === undefined);
}

function pipelineInput({ byValue, byPropertyName }: ParameterSetUse): string {
  const ways = [...(byValue ? ['ByValue'] : []), ...(byPropertyName ? ['ByPropertyName'] : [])];
  return ways.length === 0 ? 'false' : `true (${ways.join(', ')})`;
}

function parameterElement(
  parameter: Parameter,
  use: ParameterSetUse,
  description: string,
  inSyntax: boolean,
): string {
  const { name, type, takesWildcards, defaultHelp } = parameter;
  const isSwitch = type === 'SwitchParameter';
  const position = use.position === undefined ? 'named' : String(use.position + 1);
  const value = `<command:parameterValue required="${!isSwitch}">${escaped(type)}</command:parameterValue>`;
  const facts = `required="${use.mandatory}" globbing="${takesWildcards}" pipelineInput="${pipelineInput(use)}" position="${position}"`;
  return [
    `<command:parameter ${facts}>`,
    element('maml:name', escaped(name)),
    description === '' ? '' : element('maml:description', paragraph(description)),
    inSyntax && isSwitch ? '' : value,
    inSyntax ? '' : named('dev:type', type),
    inSyntax ? '' : element('dev:defaultValue', escaped(defaultHelp)),
    '</command:parameter>',
  ].join('');
}

function exampleElement({ text }: Section, index: number): string {
  const end = /\n[ \t]*\n/.exec(text);
  const code = end === null ? text.trimEnd() : text.slice(0, end.index);
  const remarks = end === null ? '' : text.slice(end.index + end[0].length);
  return element(
    'command:example',
    [
      element(
        'maml:title',
        `\t\t\t\t-------------------------- EXAMPLE ${index + 1} --------------------------`,
      ),
      element('maml:introduction', paragraph('PS > ')),
      element('dev:code', escaped(code)),
      element('dev:remarks', `${paragraph(remarks)}${'<maml:para />'.repeat(4)}`),
    ].join(''),
  );
}

function commandElement(name: string, script: string, comment: string, indent: string): string {
  const sections = sectionsOf(comment, indent);
  const all = (wanted: string) => sections.filter((section) => section.name === wanted);
  const text = (wanted: string) => all(wanted)[0]?.text ?? '';
  const described = new Map(all('PARAMETER').map((section) => [section.subject.toLowerCase(), section.text]));
  const descriptionOf = ({ name: parameter }: Parameter) => described.get(parameter.toLowerCase()) ?? '';
  const { defaultSet, parameters } = declarationOf(script);
  const sets = new Set(parameters.flatMap(({ uses }) => uses.flatMap(({ set }) => set ?? [])));
  const names = [
    ...(defaultSet === undefined ? [] : [defaultSet]),
    ...[...sets].filter((set) => set !== defaultSet),
  ];
  const syntax = (names.length === 0 ? [undefined] : names).map((set) => {
    const items = parameters.flatMap((parameter) => {
      const use = useIn(parameter, set);
      return use === undefined ? [] : parameterElement(parameter, use, descriptionOf(parameter), true);
    });
    return element('command:syntaxItem', element('maml:name', name) + items.join(''));
  });
  // The use in the default set, else the first one.
  const whole = parameters.map((parameter) =>
    parameterElement(
      parameter,
      useIn(parameter, defaultSet) ?? parameter.uses[0] ?? EVERY_SET,
      descriptionOf(parameter),
      false,
    ),
  );
  const links = all('LINK').map((section) =>
    element('maml:navigationLink', element('maml:linkText', escaped(section.text.trim()))),
  );
  const optional = (content: string, ...names: readonly string[]) =>
    content === '' ? '' : names.reduceRight((inner, outer) => element(outer, inner), content);
  return [
    '<command:command xmlns:maml="http://schemas.microsoft.com/maml/2004/10" xmlns:command="http://schemas.microsoft.com/maml/dev/command/2004/10" xmlns:dev="http://schemas.microsoft.com/maml/dev/2004/10">',
    element(
      'command:details',
      element('command:name', name) + element('maml:description', paragraph(text('SYNOPSIS'))),
    ),
    element('command:syntax', syntax.join('')),
    element('command:parameters', whole.join('')),
    element('maml:description', paragraph(text('DESCRIPTION'))),
    optional(text('NOTES') && paragraph(text('NOTES')), 'maml:alertSet', 'maml:alert'),
    optional(all('EXAMPLE').map(exampleElement).join(''), 'command:examples'),
    optional(text('INPUTS') && named('dev:type', text('INPUTS')), 'command:inputTypes', 'command:inputType'),
    optional(
      text('OUTPUTS') && named('dev:type', text('OUTPUTS')),
      'command:returnValues',
      'command:returnValue',
    ),
    optional(links.join(''), 'maml:relatedLinks'),
    '</command:command>',
  ].join('');
}

/** A script without its help, which it names instead, and the help. */
export interface Separated {
  readonly script: string;
  readonly help: string;
}

/**
 * Takes the help out of a script with a public function.
 * @param name of the function
 * @throws Error where the script has no help, or parameters that cannot be read
 */
export function separateHelp(name: string, script: string): Separated {
  const found = COMMENT.exec(script);
  if (found === null) throw new Error(`${name} has no comment-based help`);
  const [whole, indent = '', comment = ''] = found;
  return {
    script: script.replace(whole, () => `${indent}${REFERENCE}`),
    help: commandElement(name, script, comment, indent),
  };
}

/** The file of help, of the help of all functions. */
export function helpFile(commands: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<helpItems schema="maml" xmlns="http://msh">',
    ...commands,
    '</helpItems>',
    '',
  ].join('\n');
}
