import { type PassThrough, Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';
import type { Message } from '../../src/contract/generated/types.ts';

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of standard output, parsed; empty for text output. */
  readonly messages: readonly Message[];
  /** Values of records of one type. */
  records<T>(type: string): readonly T[];
}

function collector(): { readonly stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function parseLines(text: string): Message[] {
  if (!text.startsWith('{')) return [];
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Message);
}

/** Runs a command line inside this process; `input` is what is on standard input before it ends. */
export async function runCli(args: readonly string[], input: string | PassThrough = ''): Promise<CliResult> {
  const stdout = collector();
  const stderr = collector();
  const stdin = typeof input === 'string' ? Readable.from(input === '' ? [] : [Buffer.from(input)]) : input;
  const exitCode = await run(args, { stdin, stdout: stdout.stream, stderr: stderr.stream });
  const messages = parseLines(stdout.text());
  return {
    exitCode,
    stdout: stdout.text(),
    stderr: stderr.text(),
    messages,
    records: <T>(type: string) =>
      messages.flatMap((message) =>
        message.kind === 'record' && message.type === type ? [message.value as T] : [],
      ),
  };
}
