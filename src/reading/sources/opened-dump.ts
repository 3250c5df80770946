import { once } from '../../binary/once.ts';
import { type SteppedOnce, steppedOnce } from '../../binary/steps.ts';
import type { CaptureManifest } from '../../contract/generated/types.ts';
import type { Dump } from '../../dump/dump.ts';
import { simulatedMachineOf } from '../../kernel/dump-comment.ts';
import {
  type EarlyThread,
  type EarlyThreads,
  type Hints,
  type KernelObjects,
  kernelObjectsInSteps,
} from '../../kernel/kernel-objects.ts';
import type { StructureLayouts } from '../../kernel/layouts/structure-layouts.ts';
import { type Processor, readProcessors } from '../../kernel/processors.ts';
import { threadHints } from '../../kernel/thread-hints.ts';

/** A dump together with what is known beside it. Everything that reads the dump shares this, so each part is read once. */
export interface OpenedDump {
  readonly dump: Dump;
  /** The simulated machine that the dump comes from, if any. */
  readonly simulatedMachine: string | undefined;
  /** What the capture wrote beside the file. */
  manifest(): CaptureManifest | undefined;
  /** Structures of the kernel of this dump, where its PDB is at hand and was asked for. */
  readonly types?: StructureLayouts;
  /**
   * Processes, threads and processors of the dump; threads that the manifest names are among them. A machine can have 50,000
   * threads: a caller that can wait reads them in steps first.
   */
  readonly objects: SteppedOnce<KernelObjects, EarlyThread, EarlyThreads>;
  /** The processors alone, which are there before all threads are. */
  processors(): readonly Processor[];
}

/** A dump in a file. */
export interface OpenedDumpFile extends OpenedDump {
  readonly path: string;
}

/** The objects and the processors of a dump; both use the same processors, which are read once. */
function objectsOf(dump: Dump, hintsOf: () => Hints): Pick<OpenedDump, 'objects' | 'processors'> {
  const hints = once(hintsOf);
  const processors = once(() => readProcessors(dump, hints().types));
  const inSteps = (early?: EarlyThreads) => kernelObjectsInSteps(dump, { ...hints(), processors }, early);
  return { processors, objects: steppedOnce(inSteps) };
}

/** Joins a dump with the reader of its manifest. Both the manifest and the objects are read on their first use. */
export function openedDumpFile(
  dump: Dump,
  path: string,
  readManifest: () => CaptureManifest | undefined,
): OpenedDumpFile {
  const manifest = once(readManifest);
  return {
    dump,
    path,
    simulatedMachine: simulatedMachineOf(dump),
    manifest,
    ...objectsOf(dump, () => threadHints(manifest(), path)),
  };
}

/** The same dump, with its objects read by the types of the very build. */
export function withTypes(opened: OpenedDumpFile, types: StructureLayouts): OpenedDumpFile {
  const { dump, manifest, path } = opened;
  return { ...opened, types, ...objectsOf(dump, () => ({ ...threadHints(manifest(), path), types })) };
}

/** A dump that exists in memory alone: the caller knows its threads, and no manifest exists. */
export function openedCapture(dump: Dump, hints: Hints): OpenedDump {
  return {
    dump,
    simulatedMachine: simulatedMachineOf(dump),
    manifest: () => undefined,
    ...objectsOf(dump, () => hints),
  };
}
