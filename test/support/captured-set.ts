import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { captureTriage } from '../../src/capture/triage/capture-triage.ts';
import type { CaptureManifest } from '../../src/contract/generated/types.ts';
import { posixFiles } from '../../src/files/posix.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';

const WORKER = 4872;

export interface CapturedSet {
  readonly folder: string;
  readonly dumps: readonly string[];
  readonly manifest: string;
  remove(): void;
}

/**
 * A set of so many dumps with its manifest, as one capture of a process with very many threads leaves it. The 22 dumps of a real capture are
 * linked under further names, and its manifest is repeated for them: a capture of 5,000 dumps would take minutes and gigabytes.
 */
export async function capturedSet(count: number): Promise<CapturedSet> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-set-'));
  const request = { destination: folder, processIds: [WORKER], name: 'a_{batch}' };
  const context = {
    machine: createSimulatedMachine('w3wp-oplock'),
    files: posixFiles,
    signal: new AbortController().signal,
    identifyDrivers: <T>(drivers: T) => drivers,
    debuggerCommands: () => '',
  };
  for await (const event of captureTriage(request, context))
    if (event.kind === 'failure') throw event.failure;
  const first = path.join(folder, 'a_001.ktriage.json');
  const captured = JSON.parse(readFileSync(first, 'utf8')) as CaptureManifest;
  rmSync(first);
  const made: CaptureManifest['dumps'] = [];
  const threads: CaptureManifest['threads'] = [];
  const dumps: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const dump = captured.dumps[index % captured.dumps.length];
    if (dump === undefined) throw new RangeError('the capture left no dumps');
    const fileName = `s_${String(index + 1).padStart(5, '0')}.dmp`;
    linkSync(path.join(folder, dump.fileName), path.join(folder, fileName));
    dumps.push(path.join(folder, fileName));
    made.push({ ...dump, fileName });
    for (const thread of captured.threads)
      if (thread.path !== undefined && path.basename(thread.path) === dump.fileName)
        threads.push({ ...thread, path: path.join(folder, fileName) });
  }
  const manifest = path.join(folder, 's_00001.ktriage.json');
  writeFileSync(manifest, JSON.stringify({ ...captured, dumps: made, threads }));
  return { folder, dumps, manifest, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
