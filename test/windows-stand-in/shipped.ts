import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type {
  CapturedThread,
  Message,
  TriageDump,
  TriageSummary,
} from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { repositoryRoot } from '../support/equipment.ts';
import { startKtriage } from '../support/ktriage-on-windows.ts';
import { fromWindowsPath, type RunningWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type Scenario, threadObject, WORKER_ID, workerThreadId } from './scenario.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** The built Windows executable as it ships, on a kernel of a scenario, with a folder to capture into. */
export interface Machine {
  readonly kernel: StandIn;
  readonly destination: string;
  /** Names in the destination, sorted. */
  files(): string[];
  start(verb: string, request: object): RunningWindowsProgram;
  run(verb: string, request: object): Promise<Answer>;
  /** `triage` of the whole worker, unless the request says otherwise. */
  triage(request?: object): Promise<Answer>;
  answer(running: RunningWindowsProgram): Promise<Answer>;
}

type ErrorMessage = Extract<Message, { kind: 'error' }>;

export interface Answer {
  readonly exitCode: number | undefined;
  readonly messages: readonly Message[];
  readonly errors: readonly ErrorMessage[];
  readonly dumps: readonly TriageDump[];
  readonly threads: readonly CapturedThread[];
  readonly summary: TriageSummary | undefined;
}

const EXECUTABLE = path.join(repositoryRoot, 'bin', 'ktriage.exe');

/** Part of the destination's path, by which the stand-in knows what is written there. */
const WATCHED = 'captured-here';

export function machineOf(scenario: Scenario): Machine {
  const settings = { watch: WATCHED, ...scenario.settings };
  const kernel = standIn(EXECUTABLE, { ...scenario, settings });
  const destination = path.join(kernel.folder, WATCHED);
  mkdirSync(destination);
  const start = (verb: string, request: object) =>
    startKtriage(kernel.program, [verb, '-'], {
      stdin: `${JSON.stringify(request)}\n`,
      keepStdinOpen: true,
      timeoutMs: 90_000,
    });
  const answer = async (running: RunningWindowsProgram): Promise<Answer> => {
    const { status, stdout, stderr } = await running.finished;
    const lines = stdout.split('\n').filter((line) => line !== '');
    const messages = lines.map((line): Message => JSON.parse(line));
    expect(contractViolations(messages), stderr).toEqual([]);
    const records = <T>(type: string) =>
      messages.flatMap((message) =>
        message.kind === 'record' && message.type === type ? [message.value as T] : [],
      );
    return {
      exitCode: status,
      messages,
      errors: messages.filter((message) => message.kind === 'error'),
      dumps: records<TriageDump>('TriageDump'),
      threads: records<CapturedThread>('CapturedThread'),
      summary: records<TriageSummary>('TriageSummary')[0],
    };
  };
  const run = (verb: string, request: object) => answer(start(verb, request));
  return {
    kernel,
    destination,
    files: () => readdirSync(destination).sort(),
    start,
    answer,
    run,
    triage: (request = {}) =>
      run('triage', { processIds: [WORKER_ID], destination: toWindowsPath(destination), ...request }),
  };
}

/** Every process that started has ended with no handle open and no privilege on. */
export function expectAllGivenBack({ kernel }: Machine): void {
  expect(kernel.calls().filter(({ failure }) => failure !== undefined)).toEqual([]);
  const ends = kernel.calls('exit');
  expect(ends).toHaveLength(kernel.calls('start').length);
  for (const end of ends) {
    expect(end).toMatchObject({ openThreads: 0, openProcesses: 0, openFiles: 0, debugPrivilege: false });
  }
}

/**
 * Gives what a killed process has left the id of a process that never was: Wine hands ids out again so soon that a
 * parallel test may have got this one, and then the file is rightly left alone.
 */
export function nameAfterNobody({ destination }: Machine): void {
  for (const name of readdirSync(destination)) {
    const inFolder = (file: string) => path.join(destination, file);
    renameSync(inFolder(name), inFolder(name.replace(/^\.ktriage-\d+-/, '.ktriage-999999996-')));
  }
}

/**
 * The addresses of the data blocks of a triage dump, read here without the product: array offset at 0x2078, count at
 * 0x207C, entries of 16 bytes (mindumpdef.h TRIAGE_DUMP64).
 */
export function blockAddresses(file: string): Set<bigint> {
  const bytes = readFileSync(file);
  const at = bytes.readUInt32LE(0x2078);
  const count = bytes.readUInt32LE(0x207c);
  return new Set(Array.from({ length: count }, (_, index) => bytes.readBigUInt64LE(at + 16 * index)));
}

/** The verdict of each thread by its id. */
export const verdicts = ({ threads }: Answer): Record<number, string> =>
  Object.fromEntries(threads.map(({ threadId, verdict }) => [threadId, verdict]));

/** Verdicts of a worker's first threads, where the others are captured. */
export const allCapturedBut = (
  count: number,
  others: Readonly<Record<number, string>>,
): Record<number, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [workerThreadId(index), others[index] ?? 'Captured']),
  );

/** No thread is called captured that its file does not hold. */
export function expectEvidence({ threads }: Answer): void {
  for (const { verdict, path: file, threadId } of threads) {
    if (verdict !== 'Captured' || file === undefined) continue;
    const ordinal = (threadId - workerThreadId(0)) / 4;
    expect(blockAddresses(fromWindowsPath(file)).has(threadObject(ordinal))).toBe(true);
  }
}
