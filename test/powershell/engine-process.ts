import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import process from 'node:process';

/**
 * An engine that stays. Starting one takes most of a second and a runspace a few milliseconds, so the scripts of a test
 * file share a process, each in a runspace of its own, one after the other. serve.ps1 is its other side.
 */
export interface EngineProcess {
  /** Runs driver.ps1 once. Text is what it wrote meanwhile; rejects when the engine dies or takes too long. */
  run(driverArguments: DriverArguments, timeLimit: number): Promise<{ stdout: string; stderr: string }>;
  /** Ends the process and removes its folder. */
  end(): Promise<void>;
}

/** By parameter name; `true` for a switch. Values hold no tabs: texts travel as files. */
export type DriverArguments = Readonly<Record<string, string | true>>;

interface Started {
  readonly child: ChildProcess;
  readonly socket: Socket;
  readonly mark: string;
  readonly text: { stdout: string; stderr: string };
}

const server = path.join(import.meta.dirname, 'serve.ps1');

/** A pipe as Node listens on it and as .NET connects to it. On Unix both mean a socket, whose path must be short. */
function pipeNames(folder: string): { readonly listen: string; readonly connect: string } {
  if (process.platform !== 'win32')
    return { listen: path.join(folder, 's'), connect: path.join(folder, 's') };
  const name = `ktriage-${randomUUID()}`;
  return { listen: `\\\\.\\pipe\\${name}`, connect: name };
}

async function connection(pipes: Server, child: ChildProcess): Promise<Socket> {
  const died = once(child, 'exit').then(() =>
    Promise.reject(new Error('the engine ended before it connected')),
  );
  died.catch(() => undefined);
  return Promise.race([once(pipes, 'connection').then(([socket]) => socket as Socket), died]);
}

async function start(command: string, folder: string, environment: NodeJS.ProcessEnv): Promise<Started> {
  const { listen, connect } = pipeNames(folder);
  const mark = `-- ${randomUUID()} --`;
  const pipes = createServer().listen(listen);
  await once(pipes, 'listening');
  const child = spawn(
    command,
    [
      ...['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', server],
      ...['-Pipe', connect, '-Mark', mark],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: environment },
  );
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  try {
    const socket = await connection(pipes, child);
    return { child, socket, mark, text };
  } catch (error) {
    throw new Error(`${command}: ${text.stdout}${text.stderr}`, { cause: error });
  } finally {
    pipes.close();
  }
}

/** What was written up to the mark, taken out of the text; undefined while the mark is not there. */
function takeUntilMark(text: Started['text'], stream: 'stdout' | 'stderr', mark: string): string | undefined {
  const at = text[stream].indexOf(mark);
  if (at < 0) return undefined;
  const taken = text[stream].slice(0, at);
  text[stream] = text[stream].slice(at + mark.length).replace(/^\r?\n/, '');
  return taken;
}

/** Sends one job and waits until both streams have been marked, which the engine does when the script is done. */
function serve(
  engine: Started,
  line: string,
  timeLimit: number,
): Promise<{ stdout: string; stderr: string }> {
  const { child, socket, mark, text } = engine;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!text.stdout.includes(mark) || !text.stderr.includes(mark)) return;
      settle();
      const stdout = takeUntilMark(text, 'stdout', mark) ?? '';
      resolve({ stdout, stderr: takeUntilMark(text, 'stderr', mark) ?? '' });
    };
    const fail = () => {
      settle();
      reject(
        new Error(`the engine ended, or took longer than ${timeLimit} ms:\n${text.stdout}${text.stderr}`),
      );
    };
    const limit = setTimeout(() => child.kill('SIGKILL'), timeLimit);
    const settle = () => {
      clearTimeout(limit);
      child.off('close', fail);
      child.stdout?.off('data', look);
      child.stderr?.off('data', look);
    };
    child.once('close', fail);
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    socket.write(`${line}\n`);
  });
}

/** Closing the pipe ends it; what does not listen within seconds is killed. */
async function stop({ child, socket }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  const limit = setTimeout(() => child.kill('SIGKILL'), 5_000);
  socket.end();
  await closed;
  clearTimeout(limit);
}

/** An engine that starts when it is first needed, and keeps what it writes in `folder`. */
export function engineProcess(
  command: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): EngineProcess {
  let running: Promise<Started> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const runNext = async (line: string, timeLimit: number) => {
    running ??= start(command, folder, environment);
    try {
      return await serve(await running, line, timeLimit);
    } catch (error) {
      // The next script gets an engine that lives.
      running = undefined;
      throw error;
    }
  };
  return {
    run(driverArguments, timeLimit) {
      const line = Object.entries(driverArguments)
        .map(([name, value]) => (value === true ? name : `${name}=${value}`))
        .join('\t');
      const result = last.then(() => runNext(line, timeLimit));
      last = result.catch(() => undefined);
      return result;
    },
    async end() {
      await last;
      const started = await running;
      running = undefined;
      if (started !== undefined) await stop(started);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
