import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildAll } from './build-all.ts';
import { findPowerShell, type Shell } from './find-powershell.ts';
import { cache, root } from './tools.ts';

/**
 * Shows the main job on the simulated machine: list, plan, capture, verify, read back, explain. Through the module on a real
 * PowerShell engine where one can be had, else through the executable itself.
 */

const executable = path.join(root, 'bin', process.platform === 'win32' ? 'ktriage.exe' : 'ktriage');

function show(command: string, args: readonly string[], environment = process.env): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root, env: environment });
  if (error) throw error;
  if (status !== 0) process.exitCode = status ?? 1;
}

function showInPowerShell(shell: Shell, destination: string): void {
  const module = path.join(root, 'bin', 'KernelTriage');
  const script = path.join(root, 'docs', 'examples', 'demo.ps1');
  const options = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script];
  show(shell.command, [...options, '-ModulePath', module, '-Destination', destination], shell.environment);
}

function showInExecutable(destination: string): void {
  const machine = ['--machine', 'simulated:w3wp-oplock', '--format', 'text'];
  const steps = [
    ['threads', 'w3wp', '--wait-reason', 'Executive,WrQueue', ...machine],
    ['triage', '--pid', '4872', '--plan', '--destination', destination, ...machine],
    ['triage', '--pid', '4872', '--destination', destination, ...machine],
  ];
  const run = (args: readonly string[]) => {
    console.log(`\n$ ktriage ${args.join(' ')}`);
    show(executable, args);
  };
  for (const step of steps) run(step);
  const [first = ''] = readdirSync(destination).filter((name) => name.endsWith('.dmp'));
  run(['dump', path.join(destination, first), '--format', 'text']);
  const live = path.join(destination, 'live.dmp');
  run(['live', live, ...machine]);
  run(['chains', live, '--top', '1', '--format', 'text']);
}

await buildAll();
const destination = path.join(cache, 'demo', 'dumps');
rmSync(destination, { recursive: true, force: true });
mkdirSync(destination, { recursive: true });
const shell = await findPowerShell();
console.log('This is a simulation: the machine is made of data, and every record is marked as simulated.');
console.log(
  shell === undefined ? 'No PowerShell was found; this is ktriage itself.' : `Through ${shell.name}.`,
);
if (shell === undefined) showInExecutable(destination);
else showInPowerShell(shell, destination);
console.log(`\nThe dumps are in ${destination}`);
