import type { Message } from '../../src/contract/generated/types.ts';
import {
  type RunningWindowsProgram,
  runWindowsProgram,
  startWindowsProgram,
  type WindowsProgramOptions,
  type WindowsProgramResult,
  wineFailure,
} from './wine.ts';

/** Every answer in messages ends with one that counts them, whatever the exit code is. */
const END_OF_MESSAGES = /"kind":"end"[^\n]*\n$/;
/** `dsc` answers with bare JSON, and with nothing at all where it failed: then the reason is on standard error. */
const END_OF_JSON = /\}\s*$/;

export interface KtriageRun extends WindowsProgramResult {
  /** The lines of the answer that are messages. */
  readonly messages: readonly Message[];
}

/**
 * Runs ktriage.exe under Wine. An answer that has no end was lost by Wine, and is never taken for a short one.
 * @param program the executable, or its copy for the kernel stand-in
 */
export async function runKtriage(
  program: string,
  args: readonly string[],
  options: WindowsProgramOptions = {},
): Promise<KtriageRun> {
  const result = await runWindowsProgram(program, args, { ...options, ending: END_OF_MESSAGES });
  return { ...result, messages: messagesOf(result.stdout) };
}

/** Starts ktriage.exe under Wine to talk to, with the same care for its answer. */
export function startKtriage(
  program: string,
  args: readonly string[],
  options: WindowsProgramOptions = {},
): RunningWindowsProgram {
  return startWindowsProgram(program, args, { ...options, ending: END_OF_MESSAGES });
}

/** One operation of `ktriage dsc` that must go well: its state. Throws with the exit code and the messages otherwise. */
export async function runDsc<T>(program: string, operation: string, instance: object): Promise<T> {
  const args = ['dsc', operation, '--instance', JSON.stringify(instance)];
  const { status, stdout, stderr } = await runWindowsProgram(program, args);
  if (status !== 0) throw new Error(`dsc ${operation} ended with ${status}: ${stderr}${stdout}`);
  if (!END_OF_JSON.test(stdout)) throw wineFailure(`dsc ${operation} answered nothing: ${stderr}`);
  return JSON.parse(stdout) as T;
}

const messagesOf = (stdout: string): Message[] =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Message => JSON.parse(line));
