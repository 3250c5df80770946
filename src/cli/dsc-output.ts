import type { Writable } from 'node:stream';
import { inWordsOf } from '../contract/face.ts';
import { harmless } from '../contract/harmless.ts';
import type { Output } from '../contract/output.ts';
import { exitCode, newOutcome } from './outcome.ts';

/** What DSC v3 asks of a command resource: each result as bare JSON, and messages as JSON lines on standard error. */
export function dscOutput(stdout: Writable, stderr: Writable): Output {
  const outcome = newOutcome();
  const say = (level: 'info' | 'warn' | 'error', text: string) =>
    void stderr.write(`${JSON.stringify({ [level]: harmless(text) })}\n`);
  return {
    record(_type, value) {
      outcome.records += 1;
      stdout.write(`${JSON.stringify(value)}\n`);
      return Promise.resolve();
    },
    progress: ({ activity, status }) =>
      say('info', status === undefined ? activity : `${activity}: ${status}`),
    warning(message) {
      outcome.warnings += 1;
      say('warn', inWordsOf('executable', message));
    },
    incomplete(code) {
      outcome.incomplete ??= code;
    },
    answer(exit) {
      outcome.answer = exit;
    },
    error(failure) {
      outcome.failures.push(failure);
      say('error', `${inWordsOf('executable', `${failure.message} ${failure.advice}`)} [${failure.code}]`);
    },
    end: () => Promise.resolve(exitCode(outcome)),
  };
}
