import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { debuggerEngine, whyNoDebuggerEngine } from '../run/debugger-engine.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../support/wine.ts';

/**
 * Asks Microsoft's debugger engine about a dump, under Wine. One process answers all questions about a dump: it starts in
 * half a second and answers some 300 commands a second.
 */

/** What the engine wrote for one question, and the HRESULT. */
export interface Answer {
  readonly question: string;
  /** 0 for S_OK; a failure has the highest bit. */
  readonly status: number;
  readonly text: string;
}

export interface Session {
  /** The opening of the dump: version, product, comment, modules. */
  readonly opening: Answer;
  /** In the order of the questions; empty where the engine does not open the dump. */
  readonly answers: readonly Answer[];
  /** The answer to a question that was asked once. */
  answer(question: string): Answer;
}

export interface EngineOptions {
  /** A symbol store with PDBs and images. */
  readonly store?: string;
}

/** Wine's own stubs have the same names. */
const NATIVE = { WINEDLLOVERRIDES: 'dbgeng,dbghelp,dbgcore,dbgmodel,msdia140=n' };
/** Asks no source: neither a server nor a folder. */
const NO_STORE = 'srv*';
const LIMIT_MS = 120_000;
const END_MARK = /\n--- answered ([0-9a-f]{8})\n/;

/** The client beside the DLLs of the engine, where the loader looks for them first. */
function clientProgram(): string {
  const engine = debuggerEngine();
  if (engine === undefined) throw new Error(`there is no debugger engine: ${whyNoDebuggerEngine()}`);
  const built = compileFilesForWindows(
    [path.join(import.meta.dirname, 'client', 'client.c')],
    // The headers of the package use an annotation that mingw's do not know.
    ['-isystem', engine.headers, '-D_Analysis_noreturn_=', '-luuid'],
    'client.exe',
  );
  const placed = path.join(engine.libraries, `client-${path.basename(path.dirname(built))}.exe`);
  if (!existsSync(placed)) {
    const scratch = `${placed}.${process.pid}`;
    copyFileSync(built, scratch);
    renameSync(scratch, placed);
  }
  return placed;
}

/** Wine and the client, made before the first test needs them. */
export async function ensureEngine(): Promise<void> {
  await ensureWine();
  clientProgram();
}

async function runClient(
  questions: readonly string[],
  argumentsOf: (files: { readonly questions: string; readonly answers: string }) => readonly string[],
): Promise<Session> {
  const broken = questions.find((question) => /[\r\n]/.test(question));
  if (broken !== undefined) throw new RangeError(`a question is one line: ${broken}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'engine-'));
  try {
    const files = { questions: path.join(folder, 'questions'), answers: path.join(folder, 'answers') };
    writeFileSync(files.questions, questions.map((question) => `${question}\n`).join(''));
    const windows = { questions: toWindowsPath(files.questions), answers: toWindowsPath(files.answers) };
    const result = await runWindowsProgram(clientProgram(), argumentsOf(windows), {
      env: NATIVE,
      timeoutMs: LIMIT_MS,
    });
    if (result.status !== 0)
      throw new Error(`the client of the engine ended with ${result.status}: ${result.stderr}`);
    return sessionOf(questions, readFileSync(files.answers, 'latin1'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sessionOf(questions: readonly string[], text: string): Session {
  // Text and status in turn; the text after the last mark is empty.
  const pieces = text.split(END_MARK);
  const all = Array.from({ length: (pieces.length - 1) / 2 }, (_, index) => ({
    question: index === 0 ? '' : (questions[index - 1] ?? ''),
    text: (pieces[index * 2] ?? '').replaceAll('\r', ''),
    status: Number.parseInt(pieces[index * 2 + 1] ?? '', 16),
  }));
  const [opening, ...answers] = all;
  if (opening === undefined) throw new Error('the client of the engine wrote no answer');
  if (opening.status === 0 && answers.length !== questions.length)
    throw new Error(`the engine answered ${answers.length} of ${questions.length} questions`);
  return {
    opening,
    answers,
    answer(question) {
      const found = answers.find((answer) => answer.question === question);
      if (found === undefined) throw new RangeError(`the engine was not asked '${question}'`);
      return found;
    },
  };
}

/**
 * Opens a dump with the engine and asks, in the order given; see `client/client.c` for the questions that are no commands.
 * @param dump path of the file on this system
 * @throws Error where the engine ends early or leaves a question without an answer
 */
export function askEngine(
  dump: string,
  questions: readonly string[],
  { store }: EngineOptions = {},
): Promise<Session> {
  const symbols = store === undefined ? NO_STORE : toWindowsPath(store);
  return runClient(questions, (files) => [
    'dump',
    toWindowsPath(dump),
    files.questions,
    files.answers,
    symbols,
    symbols,
  ]);
}

/** UNDNAME_NAME_ONLY of dbghelp.h: the name without return type and parameters. */
const NAME_ONLY = 0x1000;

/** What `UnDecorateSymbolName` of the engine's dbghelp makes of C++ names. */
export async function undecorateByEngine(names: readonly string[], flags = NAME_ONLY): Promise<string[]> {
  const asked = names.map((name) => `@undecorate ${flags.toString(16)} ${name}`);
  const { answers } = await runClient(asked, (files) => ['names', files.questions, files.answers]);
  return answers.map(({ text }) => text);
}
