import { parseArgs } from 'node:util';
import { Failure } from '../contract/failure.ts';
import { COMMON_OPTIONS } from '../contract/generated/options.ts';
import type { Option } from '../contract/option.ts';
import { parseRequestLine } from './request.ts';
import type { Verb } from './verb.ts';

/** How the output is to look; not part of the request. */
export type Format = 'text' | 'ndjson';

export interface ParsedArguments {
  readonly help: boolean;
  readonly format: Format | undefined;
  /**
   * A lone `-`, or no argument of a request where the verb takes some: the request is a line on standard input. A verb without
   * arguments would only wait for the end of an input that nothing is written to.
   */
  readonly requestFromInput: boolean;
  readonly request: Record<string, unknown>;
}

function number(option: Option, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new Failure('InvalidRequest', `--${option.name} takes a number, not '${text}'`, {
    target: `--${option.name}`,
  });
}

/** `4711:12` as a thread of a process. */
function threadReference(option: Option, text: string): { processId: number; threadId: number } {
  const [processId = '', threadId = '', ...rest] = text.split(':');
  if (rest.length > 0) {
    throw new Failure('InvalidRequest', `--${option.name} takes PID:TID, not '${text}'`, {
      target: `--${option.name}`,
    });
  }
  return { processId: number(option, processId), threadId: number(option, threadId) };
}

/** `1,2,3` and repeated options both make a list. */
function list(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).map((value) => value.trim());
}

function convert(option: Option, values: readonly (string | boolean)[]): unknown {
  const texts = values.filter((value): value is string => typeof value === 'string');
  const last = texts.at(-1) ?? '';
  switch (option.type) {
    case 'boolean':
      return option.sets ?? true;
    case 'string':
      return last;
    case 'json':
      return parseRequestLine(last);
    case 'number':
      return number(option, last);
    case 'strings':
      return list(texts);
    case 'numbers':
      return list(texts).map((text) => number(option, text));
    case 'threads':
      return list(texts).map((text) => threadReference(option, text));
  }
}

function parse(verb: Verb, options: readonly Option[], args: readonly string[]) {
  // Of programs, and of verbs that need nothing: Node loads its parser at the first use, a millisecond of a start.
  if (args.every((text) => text === '-')) return { values: {}, positionals: [...args] };
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        format: { type: 'string' },
        ...Object.fromEntries(
          options.map(({ name, type }) => [
            name,
            { type: type === 'boolean' ? ('boolean' as const) : ('string' as const), multiple: true },
          ]),
        ),
      },
    });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Failure('InvalidRequest', message, { target: verb.name, cause: thrown });
  }
}

function formatOf(text: unknown): Format | undefined {
  if (text === undefined || text === 'text' || text === 'ndjson') return text;
  throw new Failure('InvalidRequest', `--format is text or ndjson, not '${String(text)}'`, {
    target: '--format',
  });
}

function operandsOf(verb: Verb, positionals: readonly string[]): Record<string, unknown> {
  if (positionals.length === 0) return {};
  const { operands } = verb.offers;
  const [first = ''] = positionals;
  if (operands === undefined || (operands.type === 'string' && positionals.length > 1)) {
    throw new Failure('InvalidRequest', `${verb.name} does not take the argument '${positionals.at(-1)}'`, {
      target: first,
    });
  }
  return { [operands.property]: operands.type === 'strings' ? positionals : first };
}

const takesArguments = ({ offers }: Verb) => offers.options.length > 0 || offers.operands !== undefined;

/**
 * The arguments of a verb as a request (not validated yet).
 * @throws Failure InvalidRequest
 */
export function parseArguments(verb: Verb, args: readonly string[]): ParsedArguments {
  const options = [...verb.offers.options, ...COMMON_OPTIONS];
  const { values, positionals } = parse(verb, options, args);
  const { help, ...given } = values as Record<string, unknown>;
  // A verb with formats of its own decides what `--format` is.
  const own = options.some(({ name }) => name === 'format');
  const request: Record<string, unknown> = operandsOf(
    verb,
    positionals.filter((text) => text !== '-'),
  );
  for (const option of options) {
    const value = given[option.name];
    if (value !== undefined) request[option.property] = convert(option, value as (string | boolean)[]);
  }
  return {
    help: help === true,
    format: own ? undefined : formatOf(given['format']),
    requestFromInput:
      positionals.includes('-') || (takesArguments(verb) && Object.keys(request).length === 0),
    request,
  };
}
