import { formatAddress } from '../../../binary/address.ts';
import { asFailure, type Failure } from '../../../contract/failure.ts';
import type { TriageDump, TriageRequest } from '../../../contract/generated/types.ts';
import type { FileStore } from '../../../files/port.ts';
import { type WriteOptions, writeVerified } from '../../../files/write-verified.ts';
import type { LiveDriver, Machine } from '../../../machine/port.ts';
import { captureManifest } from '../../../manifest/capture-manifest.ts';
import { MANIFEST_STREAM, manifestText } from '../../../manifest/manifest-file.ts';
import type { CapturedBatch } from '../batches/batch-loop.ts';
import { TRIAGE_BUG_CHECK_CODE } from '../call/bug-check-parameters.ts';
import { type AfterCapture, lookAfter } from '../threads/after-capture.ts';
import type { Ledger } from '../threads/ledger.ts';
import type { Naming } from './naming.ts';
import { beginJournal, type SetJournal } from './set-journal.ts';
import { verifyDumpFile } from './verify-dump-file.ts';

/** The world of a capture. */
export interface CaptureContext {
  readonly machine: Machine;
  readonly files: FileStore;
  readonly signal: AbortSignal;
  /** Adds the PDB identity to drivers, reading their files where there are any. */
  readonly identifyDrivers: (drivers: readonly LiveDriver[]) => readonly LiveDriver[];
  /** The text file of debugger commands for a dump that was written. */
  readonly debuggerCommands: (dumpFile: string) => string;
  /** Called while a call takes long, with the reason. */
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
  readonly requestedCount: number;
  readonly dumps: TriageDump[];
  readonly failures: Failure[];
  /** What goes into the manifest beside the dumps, from the first dump on; absent where none is wanted. */
  keeping?: { readonly journal: SetJournal; readonly drivers: readonly LiveDriver[] };
  /** The drivers with what their files show, once the first dump is there to be written. */
  drivers?: readonly LiveDriver[];
  /** The captured threads after the last call; absent until then. */
  after?: AfterCapture;
}

/** A dump that is written, and what went wrong beside it. */
export interface AddedDump {
  readonly dump: TriageDump;
  readonly warnings: readonly string[];
}

/**
 * Writes a dump, verifies the file, enters its threads as captured, and notes them in the journal. Once the file has its name
 * the dump stays, and what goes wrong beside it is a warning.
 * @throws Failure FileExists, DiskFull, WriteFailed, CaptureUnverified; no file is left then
 */
export function addDump(set: DumpSet, batch: CapturedBatch): AddedDump {
  const { context, ledger, writing, request, names } = set;
  const { captured, kernelMs, parameters, number, bytes, processId, requestedCount } = batch;
  const [first] = captured;
  const threads = captured.map(({ target }) => target);
  const nextName = () => names.take({ number, threads, address: first?.address });
  const verify = (written: string) => verifyDumpFile(written, bytes, captured);
  // Another capture may take a name between the look and the commit; a name that the user chose is not changed.
  const next = names.isChosen ? undefined : nextName;
  const unnamed = readDrivers(set);
  const { file, warning } = writeVerified(context.files, nextName(), bytes, writing, verify, next);
  const records = captured.map((each) => ledger.captured(each, file, number));
  const dump: TriageDump = {
    machine: context.machine.name,
    simulated: context.machine.simulated,
    computerName: context.machine.facts().computerName,
    path: file,
    size: bytes.length,
    batch: number,
    processId,
    processName: first?.target.process.name ?? '',
    threads: records,
    threadCount: records.length,
    requestedCount,
    verified: true,
    captureMs: Math.round(kernelMs * 10) / 10,
    createdTime: (context.now?.() ?? new Date()).toISOString(),
    bugCheckCode: `0x${(request.bugCheckCode ?? TRIAGE_BUG_CHECK_CODE).toString(16)}`,
    bugCheckParameters: parameters.map(formatAddress),
  };
  set.dumps.push(dump);
  const noted = note(set);
  if (set.keeping !== undefined) dump.manifestPath = set.keeping.journal.manifestPath;
  const warnings = [
    unnamed,
    warning,
    noted,
    besides(dump.path, 'what goes with it', () => addCompanions(set, dump)),
  ];
  return { dump, warnings: warnings.filter((text) => text !== undefined) };
}

const unwritten = (file: string, what: string, thrown: unknown) =>
  `${file} is written, but not ${what}: ${asFailure(thrown).message}`;

/** Does what comes after a dump that is safe: what goes wrong costs no thread. */
function besides(file: string, what: string, action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (thrown) {
    return unwritten(file, what, thrown);
  }
}

/** Brings the journal up to date, and begins it with the first dump. */
export function note(set: DumpSet): string | undefined {
  const { request, dumps, ledger, failures } = set;
  const first = dumps[0]?.path;
  if (first === undefined || request.manifest === false) return undefined;
  return besides(first, 'the journal of its set', () => {
    set.keeping ??= keepingOf(set, first);
    set.keeping.journal.append({ dumps, threads: ledger.all(), failures });
  });
}

/**
 * Reads the files of the drivers for the manifest, which may take a second: before the first dump has its name, so that its journal
 * follows at once and a kill in between is unlikely.
 */
function readDrivers(set: DumpSet): string | undefined {
  if (set.drivers !== undefined || set.request.manifest === false) return undefined;
  const { machine, identifyDrivers } = set.context;
  set.drivers = [];
  try {
    set.drivers = identifyDrivers(machine.drivers());
    return undefined;
  } catch (thrown) {
    return `The manifest names no drivers: ${asFailure(thrown).message}`;
  }
}

function keepingOf(set: DumpSet, firstDump: string): NonNullable<DumpSet['keeping']> {
  const { context, created, writing, requestedCount, drivers = [] } = set;
  const { machine, files } = context;
  const options = { machine, files, firstDump, created, requestedCount, drivers };
  return { journal: beginJournal({ ...options, ...writing }), drivers };
}

/** Writes what is beside a dump or inside its named stream so that it explains itself. */
function addCompanions(set: DumpSet, dump: TriageDump): void {
  const { context, request, writing, created } = set;
  const own = { dumps: [dump], threads: dump.threads, failures: [], created };
  const part = Buffer.from(JSON.stringify(captureManifest(context.machine, [], own)));
  context.files.attachStream(dump.path, MANIFEST_STREAM, part);
  if (request.debuggerCommands !== true) return;
  const file = dump.path.replace(/\.dmp$/, '.commands.txt');
  writeVerified(context.files, file, Buffer.from(context.debuggerCommands(dump.path)), writing);
  dump.debuggerCommandsPath = file;
}

/**
 * Looks at the captured threads once more, for the manifest; only where there is going to be one.
 * @param isStopped whether a cancel or the time limit ends the look
 * @returns a warning when that is not possible; the manifest then holds the threads before the capture alone
 */
export async function addAfterCapture(set: DumpSet, isStopped: () => boolean): Promise<string | undefined> {
  const { context, dumps, ledger, keeping } = set;
  const first = dumps[0];
  if (keeping === undefined || first === undefined) return undefined;
  const time = context.now?.() ?? new Date();
  try {
    set.after = await lookAfter(context.machine, ledger.all(), time, isStopped);
    return undefined;
  } catch (thrown) {
    return unwritten(first.path, 'the state of its threads after the capture', thrown);
  }
}

/**
 * Writes the manifest of the set beside its first dump, in the place of the journal; nothing where there is no dump.
 * @throws Failure DiskFull, WriteFailed; the journal then stays and holds the same
 */
export function addManifest(set: DumpSet): void {
  const { context, dumps, ledger, failures, created, writing, keeping, requestedCount, after } = set;
  if (keeping === undefined) return;
  const { journal, drivers } = keeping;
  const threads = ledger.all().map((record) => {
    const later = after?.of(record);
    return later === undefined ? record : { ...record, after: later };
  });
  const content = {
    dumps,
    threads,
    failures,
    created,
    requestedCount,
    afterTime: after?.time,
    otherThreads: after?.others,
  };
  const text = manifestText(captureManifest(context.machine, drivers, content));
  writeVerified(context.files, journal.manifestPath, Buffer.from(text), writing);
  journal.remove();
}
