import path from 'node:path';
import { formatAddress } from '../binary/address.ts';
import type { Failure } from '../contract/failure.ts';
import type {
  CapturedThread,
  CaptureManifest,
  ManifestDriver,
  ManifestThread,
  TriageDump,
} from '../contract/generated/types.ts';
import { ntStatusHex } from '../contract/ntstatus.ts';
import { PRODUCT_VERSION } from '../contract/version.ts';
import type { LiveDriver, Machine } from '../machine/port.ts';

/** What a capture has come to, from which the manifest is written. */
export interface CaptureSet {
  readonly dumps: readonly TriageDump[];
  readonly threads: readonly CapturedThread[];
  readonly failures: readonly Failure[];
  readonly created: Date;
  /** How many threads the capture was asked for; absent in the part that a dump carries itself. */
  readonly requestedCount?: number;
  /** When the captured threads were looked at once more. */
  readonly afterTime?: Date | undefined;
  readonly otherThreads?: readonly ManifestThread[] | undefined;
}

function manifestDriver(driver: LiveDriver): ManifestDriver {
  const { name, path: file, base, imageSize, timeDateStamp, checkSum, pdb } = driver;
  return {
    name,
    path: file,
    ...(base === undefined ? {} : { base: formatAddress(base) }),
    imageSize,
    ...(timeDateStamp === undefined ? {} : { timeDateStamp }),
    ...(checkSum === undefined ? {} : { checkSum }),
    ...(pdb === undefined ? {} : { pdb }),
  };
}

/** The manifest of a set; `drivers` carry the PDB identities that the dumps do not hold. */
export function captureManifest(
  machine: Machine,
  drivers: readonly LiveDriver[],
  { dumps, threads, failures, created, requestedCount, afterTime, otherThreads }: CaptureSet,
): CaptureManifest {
  const { computerName, windowsBuild, architecture, logicalProcessors } = machine.facts();
  return {
    manifest: 1,
    product: `ktriage ${PRODUCT_VERSION}`,
    createdTime: created.toISOString(),
    ...(requestedCount === undefined ? {} : { requestedCount }),
    ...(afterTime === undefined ? {} : { afterTime: afterTime.toISOString() }),
    machine: {
      name: machine.name,
      simulated: machine.simulated,
      computerName,
      windowsBuild,
      architecture,
      logicalProcessors,
    },
    dumps: dumps.map((dump) => ({
      fileName: path.basename(dump.path),
      size: dump.size,
      batch: dump.batch,
      processId: dump.processId,
      processName: dump.processName,
      threadIds: dump.threads.map(({ threadId }) => threadId),
      captureMs: dump.captureMs,
    })),
    threads: threads.map((thread) =>
      thread.path === undefined ? thread : { ...thread, path: path.basename(thread.path) },
    ),
    ...(otherThreads === undefined ? {} : { otherThreads: [...otherThreads] }),
    drivers: drivers.map(manifestDriver),
    failures: failures.map(({ code, message, facts: { ntStatus } }) => ({
      code,
      message,
      ...(ntStatus === undefined ? {} : { ntStatus: ntStatusHex(ntStatus) }),
    })),
  };
}
