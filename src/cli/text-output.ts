import type { Writable } from 'node:stream';
import { inWordsOf } from '../contract/face.ts';
import type { Failure } from '../contract/failure.ts';
import { harmless } from '../contract/harmless.ts';
import type { Output } from '../contract/output.ts';
import { drained } from './drained.ts';
import { exitCode, newOutcome } from './outcome.ts';
import { type ProgressStream, progressLine } from './progress-line.ts';
import type { TextRenderers } from './text/index.ts';
import { NO_PAINT, type Paint } from './text/paint.ts';

/** A failure as sentences for a person: what, the status of Windows, what to do. */
export function failureText(failure: Failure): string {
  const status = failure.ntStatusText === undefined ? '' : ` (${failure.ntStatusText})`;
  return `ktriage: ${harmless(inWordsOf('executable', failure.message))}${status}\n         ${harmless(inWordsOf('executable', failure.advice))} [${failure.code}]\n`;
}

/** Records as tables on `stdout`, everything else as sentences on `stderr`. */
export function textOutput(stdout: Writable, stderr: ProgressStream, paint: Paint = NO_PAINT): Output {
  const outcome = newOutcome();
  // Loaded with the first record: what a program reads is NDJSON.
  let renderers: TextRenderers | undefined;
  const line = progressLine(stderr);
  // After `| head`. Node takes the error back from a standard stream, so the stream itself does not keep it.
  let hasReader = true;
  stdout.once('error', ({ code }: NodeJS.ErrnoException) => {
    hasReader = code !== 'EPIPE';
  });
  return {
    async record(type, value, done = true) {
      outcome.records += 1;
      if (done) outcome.results += 1;
      renderers ??= (await import('./text/index.ts')).textRenderers(paint);
      line.clear();
      if (stdout.write(renderers[type](value))) return;
      await drained(stdout);
    },
    progress: (progress) => line.show(progress),
    warning(message) {
      outcome.warnings += 1;
      line.clear();
      stderr.write(`ktriage: warning: ${harmless(inWordsOf('executable', message))}\n`);
    },
    incomplete(code) {
      outcome.incomplete ??= code;
    },
    answer(exit) {
      outcome.answer = exit;
    },
    error(failure) {
      outcome.failures.push(failure);
      line.clear();
      // A reader that has seen enough ended the run: the exit code is enough.
      if (failure.code === 'Cancelled' && !hasReader) return;
      stderr.write(failureText(failure));
    },
    end() {
      line.clear();
      return Promise.resolve(exitCode(outcome));
    },
  };
}
