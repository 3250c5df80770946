import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findPowerShell } from '../../src/build/find-powershell.ts';
import { buildModule } from '../../src/build/module.ts';
import { cache } from '../../src/build/tools.ts';
import { pascalCaseKeys } from '../../src/cli/property-case.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { listThreads } from '../../src/threads/list-threads.ts';
import { THREAD_ROW } from '../../src/threads/thread-record.ts';
import { type Comparison, NotHere } from './measure.ts';

const THREADS = 5000;
const folder = path.join(cache, 'bench', 'powershell-objects');
const lines = path.join(folder, 'threads.jsonl');
const document = path.join(folder, 'threads.json');

/** Answers each line on standard input when the work that it names is done, so that only work is measured. */
const SERVER = `
$text = [System.IO.File]::ReadAllText('${document}')
Import-Module '${path.join(folder, 'KernelTriage')}'
while ($null -ne ($work = [Console]::In.ReadLine())) {
  if ($work -eq 'ours') { $objects = @(Get-KernelThread) }
  else { $objects = Microsoft.PowerShell.Utility\\ConvertFrom-Json -InputObject $text }
  [Console]::Out.WriteLine($objects.Count)
}`;

function writeInputs(): void {
  const records: string[] = [];
  for (const item of listThreads(createSimulatedMachine('crowded'), {})) {
    if (!('thread' in item)) continue;
    records.push(
      JSON.stringify({
        kind: 'record',
        type: 'Thread',
        value: pascalCaseKeys(THREAD_ROW.record(item.thread)),
      }),
    );
    if (records.length === THREADS) break;
  }
  const end = JSON.stringify({ kind: 'end', records: THREADS, warnings: 0, errors: 0, exitCode: 0 });
  writeFileSync(lines, `${records.join('\n')}\n${end}\n`);
  writeFileSync(document, `[${records.join(',')}]`);
}

/** The module beside a ktriage that has its answer ready: what is compared is the module's own work. */
function writeModule(): void {
  const executable = path.join(buildModule(folder, []), 'bin', 'ktriage');
  writeFileSync(executable, `#!/bin/sh\nread -r request\nexec cat '${lines}'\n`);
  chmodSync(executable, 0o755);
}

interface Server {
  readonly process: ChildProcess;
  readonly answers: AsyncIterator<string>;
}

async function start(): Promise<Server> {
  const shell = await findPowerShell();
  if (shell === undefined)
    throw new NotHere('there is no PowerShell here, and no .NET SDK to build a host with');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeInputs();
  writeModule();
  const script = path.join(folder, 'server.ps1');
  writeFileSync(script, SERVER);
  const server = spawn(
    shell.command,
    ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: shell.environment,
    },
  );
  return { process: server, answers: createInterface({ input: server.stdout })[Symbol.asyncIterator]() };
}

let server: Promise<Server> | undefined;

async function ask(work: 'ours' | 'peer'): Promise<void> {
  server ??= start();
  const { process: child, answers } = await server;
  child.stdin?.write(`${work}\n`);
  const { value, done } = await answers.next();
  if (done === true) throw new Error(`PowerShell ended with ${child.exitCode} instead of an answer`);
  const count = Number(value);
  if (count < THREADS) throw new Error(`${work}: ${count} objects instead of ${THREADS}`);
}

export const powerShellObjects: Comparison = {
  name: '5,000 threads to PowerShell objects',
  ours: { what: 'Get-KernelThread', run: () => ask('ours') },
  peer: { what: 'ConvertFrom-Json of the same text', run: () => ask('peer') },
  goal: 1.3,
  rounds: 9,
  async close() {
    // The server's loop ends with its input.
    (await server)?.process.stdin?.end();
  },
};
