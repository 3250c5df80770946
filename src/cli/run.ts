import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { EXIT_CODES } from '../contract/error-table.ts';
import { inHandOf } from '../contract/face.ts';
import { asFailure, Failure } from '../contract/failure.ts';
import type { Output } from '../contract/output.ts';
import { type Format, type ParsedArguments, parseArguments } from './arguments.ts';
import { cancellation } from './cancellation.ts';
import { dscOutput } from './dsc-output.ts';
import { generalHelp, verbHelp } from './help.ts';
import { lineReader } from './line-reader.ts';
import { openMachine } from './machines.ts';
import { ndjsonOutput } from './ndjson-output.ts';
import { withFilesOfPatterns } from './path-patterns.ts';
import { checkCaller, parseRequestLine, readLine } from './request.ts';
import { paintFor } from './text/paint.ts';
import { textOutput } from './text-output.ts';
import type { CommonRequest, PreparedRun, Verb } from './verb.ts';
import { allVerbs, VERBS } from './verbs/index.ts';

/** The process as run sees it. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

function chooseOutput(
  terminal: Terminal,
  format: Format | undefined,
  request: CommonRequest,
  verb?: Verb,
): Output {
  if (verb?.speaksDsc === true && format === undefined) return dscOutput(terminal.stdout, terminal.stderr);
  if (verb?.writesDocument === true) return textOutput(terminal.stdout, terminal.stderr);
  const text = format === 'text' || (format === undefined && terminal.stdout.isTTY === true);
  const paint = paintFor(terminal.stdout, process.env);
  return text ? textOutput(terminal.stdout, terminal.stderr, paint) : ndjsonOutput(terminal.stdout, request);
}

/** The output of one verb: advice that sends the reader to the help names the help of this verb. */
function outputOf(verb: Verb, output: Output): Output {
  return {
    ...output,
    error(failure) {
      const advice = inHandOf(verb.name, failure.advice);
      const { code, message, facts } = failure;
      output.error(
        advice === failure.advice
          ? failure
          : new Failure(code, message, { ...facts, advice, cause: failure }),
      );
    },
  };
}

async function readRequest(terminal: Terminal, args: ParsedArguments): Promise<Record<string, unknown>> {
  if (!args.requestFromInput || terminal.stdin.isTTY === true) return args.request;
  const line = await readLine(terminal.stdin);
  return { ...args.request, ...parseRequestLine(line ?? '') };
}

/** The reader of the request's file of logins on Windows. It brings the native library with it, and is loaded for such a file alone. */
async function privateFiles({ symbolCredentialFile }: CommonRequest) {
  if (process.platform !== 'win32' || symbolCredentialFile === undefined) return undefined;
  const { privateFileReader } = await import('../machine/windows/rights/private-file.ts');
  return privateFileReader();
}

async function runPrepared({ request, run }: PreparedRun, terminal: Terminal, output: Output): Promise<void> {
  const cancel = cancellation(terminal.stdout);
  if (request.cancelOnEndOfInput === true) cancel.watchInput(terminal.stdin);
  try {
    const readPrivateFile = await privateFiles(request);
    await run({
      ...(readPrivateFile && { readPrivateFile }),
      output,
      signal: cancel.signal,
      machine: openMachine,
      readInput: () => lineReader(terminal.stdin),
    });
  } finally {
    cancel.close();
  }
}

async function answer(verb: Verb, args: readonly string[], terminal: Terminal): Promise<number> {
  // A request on standard input comes from a program, which understands messages.
  const speaker = args.includes('-') ? undefined : verb;
  const choose = (format: Format | undefined, request: CommonRequest) =>
    outputOf(verb, chooseOutput(terminal, format, request, speaker));
  let output = choose(undefined, {});
  try {
    const parsed = parseArguments(verb, args);
    if (parsed.help) {
      terminal.stdout.write(verbHelp(verb));
      return EXIT_CODES.ok.value;
    }
    output = choose(parsed.format, {});
    const given = await readRequest(terminal, {
      ...parsed,
      request: withFilesOfPatterns(verb, parsed.request),
    });
    // A request that is refused is refused in the words of its caller.
    if (given['adviceFor'] === 'module') output = choose(parsed.format, { adviceFor: 'module' });
    checkCaller(given);
    const prepared = verb.prepare(given);
    output = choose(parsed.format, prepared.request);
    await runPrepared(prepared, terminal, output);
  } catch (thrown) {
    output.error(asFailure(thrown));
  }
  return output.end();
}

/** Runs one command line and returns the exit code. Nothing below throws to here; everything printed is printed here. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...others] = args;
  // `ktriage help threads` asks what `ktriage threads --help` does.
  const [name, ...rest] = first === 'help' && others.length > 0 ? [others[0], '--help'] : [first, ...others];
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.stdout.write(generalHelp(await allVerbs()));
    return name === undefined ? EXIT_CODES.usage.value : EXIT_CODES.ok.value;
  }
  const load = VERBS.get(name === '--version' ? 'version' : name);
  if (load !== undefined) return answer(await load(), rest, terminal);
  const output = chooseOutput(terminal, undefined, {});
  const known = [...VERBS.keys()].join(', ');
  output.error(
    new Failure('UnknownVerb', `There is no verb '${name}'; there are ${known}.`, { target: name }),
  );
  return output.end();
}
