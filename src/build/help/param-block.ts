/**
 * The parameters of a function of the module, as its script declares them, with what help shows of each. Only the style of this module is
 * read: one attribute a line.
 */

/** One `[Parameter()]`. */
export interface ParameterSetUse {
  /** Absent: every set. */
  readonly set?: string;
  readonly mandatory: boolean;
  readonly position?: number;
  readonly byValue: boolean;
  readonly byPropertyName: boolean;
}

export interface Parameter {
  readonly name: string;
  /** As PowerShell shows it: `String[]`. */
  readonly type: string;
  readonly takesWildcards: boolean;
  /** What holds where the parameter is left out; empty where nothing is declared. */
  readonly defaultHelp: string;
  readonly uses: readonly ParameterSetUse[];
}

export interface Declaration {
  readonly defaultSet: string | undefined;
  readonly parameters: readonly Parameter[];
}

/** Short names of PowerShell for types, where the type is called something else. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  string: 'String',
  int: 'Int32',
  long: 'Int64',
  uint32: 'UInt32',
  double: 'Double',
  bool: 'Boolean',
  object: 'Object',
  psobject: 'PSObject',
  switch: 'SwitchParameter',
  timespan: 'TimeSpan',
  datetime: 'DateTime',
  hashtable: 'Hashtable',
  scriptblock: 'ScriptBlock',
  pscredential: 'PSCredential',
};

/** What PowerShell adds to a function that asks before it acts. */
const SHOULD_PROCESS: readonly Parameter[] = ['WhatIf', 'Confirm'].map((name) => ({
  name,
  type: 'SwitchParameter',
  takesWildcards: false,
  defaultHelp: '',
  uses: [],
}));

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** The position behind what begins at `start`: a text in quotes, or something in brackets, with all that is in it. */
function behind(text: string, start: number): number {
  const first = text[start] ?? '';
  if (first === "'" || first === '"') return text.indexOf(first, start + 1) + 1 || text.length;
  const closing = CLOSING[first];
  if (closing === undefined) return start + 1;
  let place = start + 1;
  while (place < text.length && text[place] !== closing) place = behind(text, place);
  return place + 1;
}

/** A parameter as it is written. */
interface Written {
  /** The texts of the attributes, and the type last. */
  readonly attributes: readonly string[];
  readonly name: string;
  /** The value behind the name, or nothing. */
  readonly value: string;
}

function* declarations(block: string): Generator<Written> {
  let attributes: string[] = [];
  let place = 0;
  while (place < block.length) {
    const end = behind(block, place);
    const name = /^\$(\w+)/.exec(block.slice(place, place + 80))?.[1];
    if (block[place] === '[') attributes.push(block.slice(place + 1, end - 1));
    if (name === undefined || attributes.length === 0) {
      place = end;
      continue;
    }
    place += 1 + name.length;
    const start = place;
    while (place < block.length && block[place] !== ',') place = behind(block, place);
    yield { attributes, name, value: block.slice(start, place).trim() };
    attributes = [];
  }
}

const isSet = (text: string, name: string) => new RegExp(`\\b${name}\\b(?! = \\$false)`).test(text);

function useOf(attribute: string): ParameterSetUse {
  const set = /\bParameterSetName = '([^']*)'/.exec(attribute)?.[1];
  const position = /\bPosition = (\d+)/.exec(attribute)?.[1];
  return {
    ...(set !== undefined && { set }),
    mandatory: isSet(attribute, 'Mandatory'),
    ...(position !== undefined && { position: Number(position) }),
    byValue: isSet(attribute, 'ValueFromPipeline'),
    byPropertyName: isSet(attribute, 'ValueFromPipelineByPropertyName'),
  };
}

function typeName(text: string): string {
  const [, name = '', array = ''] = /^([\w.]+)(\[\])?$/.exec(text) ?? [];
  if (name === '') throw new Error(`this is no type that help can name: [${text}]`);
  return (SHORT_NAMES[name.toLowerCase()] ?? name.slice(name.lastIndexOf('.') + 1)) + array;
}

/** What PowerShell shows of the value behind the name of a parameter. */
function shownValue(type: string, value: string): string {
  if (value === '') return type === 'SwitchParameter' ? 'False' : '';
  const shown = /^= (?:'([^']*)'|(\d+))$/.exec(value);
  if (shown === null)
    throw new Error(`help cannot show the default value "${value}": it needs a [PSDefaultValue()]`);
  return shown[1] ?? shown[2] ?? '';
}

/**
 * The parameters of a function.
 * @param script the function, with its help or without
 * @throws Error where it has no block of parameters in the style of this module
 */
export function declarationOf(script: string): Declaration {
  const found = /^ {4}\[CmdletBinding\((.*)\)\]\n[\s\S]*?^ {4}param\(([\s\S]*?)^ {4}\)/m.exec(script);
  if (found === null) throw new Error('a function of the module has no [CmdletBinding()] and no param block');
  const [, binding = '', block = ''] = found;
  const parameters = [...declarations(block.replaceAll(/^\s*#.*$/gm, ''))].map(
    ({ attributes, name, value }) => {
      const named = (start: string) => attributes.filter((text) => text.startsWith(`${start}(`));
      const help = /Help = '((?:[^']|'')*)'/.exec(named('PSDefaultValue')[0] ?? '')?.[1];
      const type = typeName(attributes.at(-1) ?? '');
      return {
        name,
        type,
        takesWildcards: named('SupportsWildcards').length > 0,
        defaultHelp: help?.replaceAll("''", "'") ?? shownValue(type, value),
        uses: named('Parameter').map(useOf),
      };
    },
  );
  const asks = isSet(binding, 'SupportsShouldProcess');
  return {
    defaultSet: /\bDefaultParameterSetName = '([^']*)'/.exec(binding)?.[1],
    parameters: asks ? [...parameters, ...SHOULD_PROCESS] : parameters,
  };
}
