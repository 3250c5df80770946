import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type Face, inWordsOf } from '../../contract/face.ts';
import { asFailure } from '../../contract/failure.ts';
import type { ReadinessCheck, ReadinessRequest, SelfTestResult } from '../../contract/generated/types.ts';
import { validateReadinessRequest } from '../../contract/generated/validators/request-readiness.js';
import type { Output } from '../../contract/output.ts';
import type { FileStore } from '../../files/port.ts';
import { targetFile, targetFolder } from '../../files/target-path.ts';
import { refuseExisting, writeVerified } from '../../files/write-verified.ts';
import type { Machine } from '../../machine/port.ts';
import { observe } from '../../readiness/observe.ts';
import { checkReadiness } from '../../readiness/readiness.ts';
import { type Found, readinessReport } from '../../readiness/report.ts';
import { selfTest } from '../../readiness/self-test/self-test.ts';
import { openFileStore } from '../file-store.ts';
import { type VerbContext, verb } from '../verb.ts';

const faceOf = ({ adviceFor = 'executable' }: ReadinessRequest): Face => adviceFor;

function spelledFor(face: Face, check: ReadinessCheck): ReadinessCheck {
  const { meaning, advice } = check;
  return {
    ...check,
    meaning: inWordsOf(face, meaning),
    ...(advice !== undefined && { advice: inWordsOf(face, advice) }),
  };
}

/** Native code that is not to be trusted keeps everything else from being looked at: that is itself the answer. */
function untrusted(request: ReadinessRequest, thrown: unknown): ReadinessCheck {
  const failure = asFailure(thrown);
  if (failure.code !== 'UnsafeNativeLibrary') throw failure;
  const { message: meaning, advice } = failure;
  const machine = request.machine ?? 'local';
  const check = {
    machine,
    simulated: false,
    name: 'NativeLibrary',
    status: 'Fail',
    meaning,
    advice,
  } as const;
  return spelledFor(faceOf(request), check);
}

/** What a volume has left for a folder that dumps can go to. A folder that a capture would refuse is an error here as there. */
function roomFor(folder: string, files: FileStore, output: Output): number | undefined {
  try {
    files.requireFolder(folder);
    return files.freeBytes(folder);
  } catch (thrown) {
    // Everything else about the machine is worth knowing all the same.
    output.error(asFailure(thrown));
    return undefined;
  }
}

async function checks(
  machine: Machine,
  folder: string,
  freeBytes: number | undefined,
  face: Face,
): Promise<ReadinessCheck[]> {
  const observed = await observe(machine, folder, freeBytes);
  const { name, simulated } = machine;
  const common = { machine: name, simulated, computerName: observed.facts.computerName };
  return checkReadiness(observed).map((found) => spelledFor(face, { ...common, ...found }));
}

/** The test captures this process. A simulated machine does not have it, and offers one of its own. */
async function results(machine: Machine): Promise<SelfTestResult[]> {
  const { name, simulated } = machine;
  const { computerName, windowsBuild } = machine.facts();
  const found = await selfTest(machine, simulated ? undefined : process.pid);
  return found.map((result) => ({ machine: name, simulated, computerName, windowsBuild, ...result }));
}

/** Where the report goes, known before anything is looked at, so that nothing is looked at in vain. */
function reportFile(target: string): string {
  const file = targetFile(target);
  refuseExisting(file, false);
  return file;
}

/** Readable by every account, because the report is meant to be passed on. */
const REPORT_WRITING = { protection: 'Inherit', replace: false } as const;

async function look(request: ReadinessRequest, context: VerbContext, output: Output): Promise<Found> {
  let machine: Machine;
  try {
    machine = await context.machine(request.machine);
  } catch (thrown) {
    const check = untrusted(request, thrown);
    await output.record('ReadinessCheck', check);
    output.warning('Nothing else could be checked, because the native library is not used.');
    return { checks: [check], results: [] };
  }
  const files = await openFileStore();
  const folder = targetFolder(request.destination ?? os.tmpdir());
  const found = await checks(machine, folder, roomFor(folder, files, output), faceOf(request));
  for (const check of found) await output.record('ReadinessCheck', check);
  if (request.selfTest !== true) return { checks: found, results: [] };
  try {
    const tested = await results(machine);
    for (const result of tested) await output.record('SelfTestResult', result);
    return { checks: found, results: tested };
  } catch (thrown) {
    // Without the right to capture there are still checks to report; the report names what could not be done.
    const failure = asFailure(thrown);
    output.error(failure);
    const { code, message } = failure;
    return { checks: found, results: [], selfTestError: { code, message } };
  }
}

/** Folders that findings and errors may name. */
function privateFolders(request: ReadinessRequest): ReadonlyMap<string, string> {
  return new Map([
    [targetFolder(request.destination ?? os.tmpdir()), '<destination>'],
    [path.dirname(process.execPath), '<folder of ktriage>'],
    [os.homedir(), '<home>'],
  ]);
}

export const readinessVerb = verb({
  name: 'readiness',
  summary: 'Check what would stop a capture on this machine.',
  examples: [
    { command: 'ktriage readiness --destination D:\\dumps', does: 'every check, one a line' },
    {
      command: 'ktriage readiness --self-test --report self-test.json',
      does: 'what only this Windows can show, in a file for the project',
    },
    {
      command: 'ktriage readiness --machine simulated:not-elevated',
      does: 'try it on the simulated machine, on any system',
    },
  ],
  validate: validateReadinessRequest,
  async run(request, context) {
    const file = request.reportPath === undefined ? undefined : reportFile(request.reportPath);
    const found = await look(request, context, context.output);
    const isReady = found.checks.every(({ status }) => status !== 'Fail');
    if (request.exitCode === true && !isReady) context.output.answer('refused');
    if (file === undefined) return;
    const text = Buffer.from(readinessReport(found, privateFolders(request)));
    writeVerified(await openFileStore(), file, text, REPORT_WRITING);
  },
});
