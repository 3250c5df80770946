import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { walkList } from '../../dump/kernel-lists/walk-list.ts';
import { tryReadU64 } from '../../dump/memory/memory.ts';
import { asObject, isObjectAddress } from '../../kernel/guards.ts';
import { FILE_IRP_LIST, IRP } from '../../kernel/layouts/io.ts';
import { stackWords } from '../mentions/stack-words.ts';
import type { PendingRequest, RequestSource } from '../model.ts';
import { type KernelView, threadReference, type ViewThread } from '../view.ts';
import { readFileObject } from './files.ts';
import { type RequestBody, readRequest } from './irp.ts';

/** A thread or file with more outstanding requests than this has a broken list. */
const MOST_IRPS = 1000;
/** Requests of one dump. A file may let every list lead to the same ones, which are read once. */
const MOST_REQUESTS = 0x40000;
/** TopLevelIrp holds small numbers for what is no request (FSRTL_FSP_TOP_LEVEL_IRP and others of ntifs.h). */
const HIGHEST_MARKER = 0xffn;

interface Found {
  readonly body: RequestBody;
  readonly sources: Set<RequestSource>;
  readonly through: VirtualAddress;
}

const entryOffset = IRP.fields.ThreadListEntry.offset;

function listedIn(view: KernelView, head: VirtualAddress): VirtualAddress[] {
  return walkList(view.memory, head, MOST_IRPS).entries.map((entry) => addressAt(entry, -entryOffset));
}

function topLevelIrp(view: KernelView, thread: VirtualAddress): VirtualAddress | undefined {
  const offset = view.fields.offset('TopLevelIrp');
  const value = offset === undefined ? undefined : tryReadU64(view.memory, addressAt(thread, offset));
  return value !== undefined && value > HIGHEST_MARKER ? asObject(value) : undefined;
}

/** Kernel objects that non-volatile registers of the thread's frames point to. */
function registerWords(view: KernelView, thread: VirtualAddress): VirtualAddress[] {
  return view
    .frames(thread)
    .flatMap(({ registers }) => Object.values(registers ?? {}))
    .filter(isObjectAddress);
}

/** How far to look: idle workers have no request, and a dump of a whole machine has thousands of them. */
export interface RequestSearch {
  isIdle(thread: ViewThread): boolean;
}

export interface FoundRequests {
  readonly requests: readonly PendingRequest[];
  /** The file objects that requests and stacks led to. */
  readonly files: ReadonlySet<VirtualAddress>;
}

/**
 * The requests that are pending in a dump, each once: of the lists of threads, of what stacks and registers mention, of the
 * file objects so met, and of TopLevelIrp. A request that a thread sent without putting it on its list (IoAllocateIrp, PnP) is
 * found by the mention alone; its Tail.Overlay.Thread then names the thread.
 */
export function findRequests(view: KernelView, { isIdle }: RequestSearch): FoundRequests {
  const found = new Map<bigint, Found>();
  const rejected = new Set<bigint>();
  const files = new Set<VirtualAddress>();

  function add(address: VirtualAddress, source: RequestSource, through: VirtualAddress): void {
    const known = found.get(address);
    if (known) known.sources.add(source);
    if (known || rejected.has(address) || found.size >= MOST_REQUESTS) return;
    const body = readRequest(view, address);
    if (body === undefined) {
      rejected.add(address);
      return;
    }
    found.set(address, { body, sources: new Set([source]), through });
    if (body.file) addFile(body.file.address, through);
    for (const { file } of body.locations) if (file) addFile(file, through);
  }

  function addFile(file: VirtualAddress, through: VirtualAddress): void {
    if (files.has(file)) return;
    files.add(file);
    if (readFileObject(view, file) === undefined) return;
    for (const irp of listedIn(view, addressAt(file, FILE_IRP_LIST))) add(irp, 'FileIrpList', through);
  }

  for (const thread of view.threads.values()) {
    const { address } = thread;
    for (const irp of thread.irps) add(irp.address, 'IrpList', address);
    if (isIdle(thread)) continue;
    for (const word of stackWords(view, thread)) {
      if (!view.threads.has(word)) add(word, 'StackMention', address);
      if (readFileObject(view, word)) addFile(word, address);
    }
    for (const word of registerWords(view, address)) add(word, 'RegisterMention', address);
    const top = topLevelIrp(view, address);
    if (top) add(top, 'TopLevelIrp', address);
  }
  const requests = [...found.values()].map(({ body, sources, through }) => ({
    ...body,
    foundBy: [...sources],
    ...(body.thread?.address !== through && { foundThrough: threadReference(view, through) }),
  }));
  return { requests, files };
}
