import { formatAddress } from '../../binary/address.ts';
import { asFailure, type Failure } from '../../contract/failure.ts';
import type { TriageDump, TriageRequest } from '../../contract/generated/types.ts';
import type { FileStore } from '../../files/port.ts';
import type { LoadedDriver, Machine } from '../../machine/port.ts';
import { captureManifest } from '../../manifest/capture-manifest.ts';
import { MANIFEST_STREAM, manifestPath } from '../../manifest/manifest-file.ts';
import { verifyDumpFile, type WriteOptions, writeVerified } from '../write-verified.ts';
import type { CapturedBatch } from './batch-loop.ts';
import { TRIAGE_BUG_CHECK_CODE } from './bug-check-parameters.ts';
import type { Ledger } from './ledger.ts';
import type { Naming } from './naming.ts';

/** The world of a capture. */
export interface CaptureContext {
  readonly machine: Machine;
  readonly files: FileStore;
  readonly signal: AbortSignal;
  /** Adds the PDB identity to drivers, reading their files where there are any. */
  readonly identifyDrivers: (drivers: readonly LoadedDriver[]) => readonly LoadedDriver[];
  /** The text file of debugger commands for a dump that was written. */
  readonly debuggerCommands: (dumpFile: string) => string;
  /** Told while a call takes long, with the reason. */
  readonly onSlowCall?: (reason: string) => void;
  readonly now?: () => Date;
}

/** One set of dumps while it grows. */
export interface DumpSet {
  readonly request: TriageRequest;
  readonly context: CaptureContext;
  readonly ledger: Ledger;
  readonly names: Naming;
  readonly created: Date;
  readonly writing: WriteOptions;
  readonly dumps: TriageDump[];
  readonly failures: Failure[];
}

/** Where the manifest of the set goes, known from its first dump on; undefined where none is wanted. */
function manifestOf({ dumps, request }: DumpSet): string | undefined {
  const [first] = dumps;
  return first === undefined || request.manifest === false ? undefined : manifestPath(first.path);
}

/**
 * Writes a dump, verifies the file, and enters its threads as captured.
 * @throws Failure FileExists, DiskFull, WriteFailed, CaptureUnverified; no file is left then
 */
export function addDump(set: DumpSet, { bytes, number, batch, result }: CapturedBatch): TriageDump {
  const { context, ledger, writing, request, names } = set;
  const { captured, kernelMs, parameters = [] } = result;
  const [first] = captured;
  const threads = captured.map(({ target }) => target);
  const file = names.take({ number, threads, address: first?.address });
  writeVerified(context.files, file, bytes, writing, (written) => verifyDumpFile(written, captured));
  const records = captured.map((each) => ledger.captured(each, file, number));
  const dump: TriageDump = {
    machine: context.machine.name,
    simulated: context.machine.simulated,
    computerName: context.machine.facts().computerName,
    path: file,
    size: bytes.length,
    batch: number,
    processId: batch.processId,
    processName: first?.target.process.name ?? '',
    threads: records,
    threadCount: records.length,
    requestedCount: batch.threads.length,
    verified: true,
    captureMs: Math.round(kernelMs * 10) / 10,
    createdTime: (context.now?.() ?? new Date()).toISOString(),
    bugCheckCode: `0x${(request.bugCheckCode ?? TRIAGE_BUG_CHECK_CODE).toString(16)}`,
    bugCheckParameters: parameters.map(formatAddress),
  };
  set.dumps.push(dump);
  const manifest = manifestOf(set);
  if (manifest !== undefined) dump.manifestPath = manifest;
  return dump;
}

/**
 * Writes what lies beside a dump or inside its named stream so that it explains itself. The dump is safe by now: what
 * goes wrong here is a warning and costs no thread.
 */
export function addCompanions(set: DumpSet, dump: TriageDump): string | undefined {
  const { context, request, writing, created } = set;
  try {
    const own = { dumps: [dump], threads: dump.threads, failures: [], created };
    const part = Buffer.from(JSON.stringify(captureManifest(context.machine, [], own)));
    context.files.attachStream(dump.path, MANIFEST_STREAM, part);
    if (request.debuggerCommands === true) {
      const file = dump.path.replace(/\.dmp$/, '.commands.txt');
      writeVerified(context.files, file, Buffer.from(context.debuggerCommands(dump.path)), writing);
      dump.debuggerCommandsPath = file;
    }
    return undefined;
  } catch (thrown) {
    return `${dump.path} is written, but not what goes with it: ${asFailure(thrown).message}`;
  }
}

/** Writes the manifest of the set beside its first dump; nothing where there is no dump. */
export function addManifest(set: DumpSet): void {
  const { context, dumps, ledger, failures, created, writing } = set;
  const file = manifestOf(set);
  if (file === undefined) return;
  const drivers = context.identifyDrivers(context.machine.drivers());
  const content = { dumps, threads: ledger.all(), failures, created };
  const text = `${JSON.stringify(captureManifest(context.machine, drivers, content), null, 2)}\n`;
  writeVerified(context.files, file, Buffer.from(text), writing);
}
