import type { KernelBuild } from '../../../src/simulator/synth/builds.ts';
import { X64_19041 } from '../../../src/simulator/synth/builds.ts';
import { bitmapDump } from '../../../src/simulator/synth/files/page-files.ts';
import type { KernelMemory } from '../../../src/simulator/synth/kernel-memory.ts';
import { LOADER_ENTRY_BYTES, writeLoaderEntry } from '../../../src/simulator/synth/objects/loader-entry.ts';
import { threadListHeads, writeProcess } from '../../../src/simulator/synth/objects/process-object.ts';
import { threadListEntries, writeThread } from '../../../src/simulator/synth/objects/thread-object.ts';
import { ENTRY_FLAGS, entryOf, LEVEL, pageTables } from '../../../src/simulator/synth/pages/page-tables.ts';
import { headerFacts } from '../../synth/header.ts';
import { kernelImage } from '../../synth/kernel-image.ts';
import { REGION } from '../../synth/kernel-truth.ts';

/**
 * Dumps of whole pages that are well formed and built to cost much: every structure is one that Windows writes, only their
 * number and their places are not. The page tables may map one physical page at many addresses, which is how a small
 * file describes a large machine.
 */
export interface HostileWorld {
  readonly build: KernelBuild;
  readonly memory: KernelMemory;
  /** Maps `pages` pages from `address` on to the memory that is at `source`. */
  alias(address: bigint, source: bigint, pages: number): void;
  /** A loaded driver; its image is the memory at its base. */
  driver(base: bigint, size: number): void;
  /** Links resources into the system's list of all of them. */
  resources(addresses: readonly bigint[]): void;
  /** A waiting thread; `stack` is where its saved registers are. */
  thread(stack: { readonly limit: bigint; readonly base: bigint; readonly saved: bigint }): HostileThread;
}

export interface HostileThread {
  readonly address: bigint;
  /** The head of its list of requests. */
  readonly requests: bigint;
}

const PAGE = 0x1000n;
const ROOT_FRAME = 1;
const FIRST_DATA_FRAME = 0x2000;
const PROCESS_ID = 4712;

/** Lays pages into frames, with page tables that also map the aliases. */
function layOut(
  pages: ReadonlyMap<bigint, Uint8Array>,
  aliases: ReadonlyMap<bigint, bigint>,
  paging: 'x64' | 'arm64',
): ReadonlyMap<number, Uint8Array> {
  const frames = new Map<number, Uint8Array>([[ROOT_FRAME, new Uint8Array(Number(PAGE))]]);
  let lastTable = ROOT_FRAME;
  const tables = pageTables(
    {
      page: (frame) => frames.get(frame) ?? new Uint8Array(Number(PAGE)),
      allocate() {
        lastTable += 1;
        frames.set(lastTable, new Uint8Array(Number(PAGE)));
        return lastTable;
      },
    },
    ROOT_FRAME,
    paging,
  );
  const frameOf = new Map<bigint, number>();
  let last = FIRST_DATA_FRAME;
  for (const [address, page] of pages) {
    frames.set(last, page);
    frameOf.set(address, last);
    last += 1;
  }
  const map = (address: bigint, frame: number) =>
    tables.set(address, LEVEL.page, entryOf(frame, ENTRY_FLAGS[paging].page));
  for (const [address, frame] of frameOf) map(address, frame);
  for (const [address, source] of aliases) map(address, frameOf.get(source) ?? 0);
  return frames;
}

/** The file of a machine that `shape` fills. */
export function hostileDump(
  shape: (world: HostileWorld) => void,
  build: KernelBuild = X64_19041,
): Uint8Array {
  const aliases = new Map<bigint, bigint>();
  const drivers: { readonly base: bigint; readonly size: number }[] = [];
  const kernel = kernelImage(build, (memory, _, { processList, resources: resourceList }) => {
    const process = memory.placeIn(REGION.pool, 'hostile process', build.process.size, 0x40);
    const threads: bigint[] = [];
    shape({
      build,
      memory,
      alias(address, source, pages) {
        for (let page = 0n; page < BigInt(pages); page++)
          aliases.set(address + page * PAGE, source + page * PAGE);
      },
      driver: (base, size) => drivers.push({ base, size }),
      resources: (addresses) => memory.link(resourceList, addresses),
      thread({ limit, base, saved }) {
        const threadId = 8 + threads.length * 4;
        const record = memory.placeIn(REGION.pool, `thread ${threadId}`, build.thread.size, 0x40);
        writeThread(record, build, {
          threadId,
          processId: PROCESS_ID,
          process: process.address,
          stackBase: base,
          stackLimit: limit,
          initialStack: base - 0x370n,
          kernelStack: saved,
          state: 5,
          waitReason: 0,
          waitTime: 1,
          priority: 8,
          basePriority: 8,
          startAddress: REGION.nt + 0x1870n,
          win32StartAddress: REGION.nt + 0x1870n,
        });
        threads.push(record.address);
        return { address: record.address, requests: record.address + BigInt(build.thread.irpList) };
      },
    });
    writeProcess(process, build, {
      processId: PROCESS_ID,
      parentProcessId: 4,
      name: 'hostile.exe',
      threadCount: threads.length,
    });
    const heads = threadListHeads(build, process.address);
    const entries = threads.map((thread) => threadListEntries(build, thread));
    memory.link(
      heads.kernel,
      entries.map((entry) => entry.kernel),
    );
    memory.link(
      heads.executive,
      entries.map((entry) => entry.executive),
    );
    memory.link(processList, [process.address + BigInt(build.process.links)]);
    return [
      {
        address: process.address,
        processId: PROCESS_ID,
        parentProcessId: 4,
        name: 'hostile.exe',
        threads: [],
      },
    ];
  });
  const { image } = kernel;
  if (drivers.length > 0) {
    const path = { bytes: 0x38, buffer: image.allocate(REGION.pool, 0x40, 8) };
    image.at(path.buffer).utf16(0, '\\SystemRoot\\system32\\evil.sys'.slice(0, 28));
    const entries = drivers.map(({ base, size }, index) => {
      const entry = image.allocate(REGION.pool, LOADER_ENTRY_BYTES);
      writeLoaderEntry(image.at(entry), {
        base,
        size,
        checkSum: 1,
        timeDateStamp: 1 + index,
        path,
        file: path,
      });
      return entry;
    });
    image.link(kernel.moduleList, entries);
  }
  const frames = layOut(image.pages, aliases, build.machine === 0x8664 ? 'x64' : 'arm64');
  const header = headerFacts(kernel, { root: BigInt(ROOT_FRAME) * PAGE, attributes: 0x10 });
  return bitmapDump(frames, header);
}
