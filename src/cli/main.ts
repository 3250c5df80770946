import process from 'node:process';
import { exitCodeOf } from '../contract/error-table.ts';
import { outputFailure } from './output-failure.ts';
import { run, type Terminal } from './run.ts';
import { failureText } from './text-output.ts';

// Node would write what it saw of us into the folder that this variable names, with the rights of an administrator.
if (process.env['NODE_V8_COVERAGE'] !== undefined) process.getBuiltinModule('node:v8').stopCoverage();

/** The exit code when results could not be written, whatever the outcome of the run. */
let lost: number | undefined;

// A reader that goes away (`ktriage threads | head`) is no error of ours. What is written from then on goes nowhere, and
// the run ends by itself, as a cancelled one does: a capture still writes its manifest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || lost !== undefined) return;
  const failure = outputFailure(error);
  lost = exitCodeOf(failure.code);
  process.exitCode = lost;
  terminal.stderr.write(failureText(failure));
});

/** Node makes a standard stream at its first use, which takes a short run as long as its work. */
let input: typeof process.stdin | undefined;
let messages: typeof process.stderr | undefined;
const terminal: Terminal = {
  get stdin() {
    input ??= process.stdin;
    return input;
  },
  stdout: process.stdout,
  get stderr() {
    // Without a reader of the messages there is no place to report it.
    messages ??= process.stderr.on('error', () => undefined);
    return messages;
  },
};

// The bundle is CommonJS, which has no top-level await.
void run(process.argv.slice(2), terminal).then((exitCode) => {
  process.exitCode = lost ?? exitCode;
  // One turn later a stream has reported that it failed, or has nothing on its way. Node then need not take itself apart, which
  // costs as much as a verb that only looks.
  setImmediate(() => {
    if (process.stdout.writableLength === 0 && (messages?.writableLength ?? 0) === 0) process.exit();
  });
  // The caller may keep standard input open to cancel by closing it; at this point nothing is left to cancel.
  input?.pause();
  input?.unref?.();
});
