import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import type { Steps } from '../../binary/steps.ts';
import { walkList } from '../../dump/kernel-lists/walk-list.ts';
import { tryReadFields, tryReadU16 } from '../../dump/memory/memory.ts';
import { UNITS_PER_CHARACTER, UNITS_PER_OBJECT, UNITS_PER_PART } from '../../dump/work.ts';
import { asObject, isObjectAddress } from '../../kernel/guards.ts';
import { IO_TYPE } from '../../kernel/layouts/io.ts';
import type { PendingRequest, RequestSource } from '../model.ts';
import { stackWords } from '../stack-words.ts';
import type { ThreadObject } from '../thread-object.ts';
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

/** What a request costs, in units of `Work`: many can name one file. */
const unitsOf = ({ locations, file }: RequestBody): number =>
  UNITS_PER_OBJECT +
  UNITS_PER_PART * locations.length +
  UNITS_PER_CHARACTER * 2 * (file?.name?.raw.length ?? 0);

function listedIn(view: KernelView, head: VirtualAddress): VirtualAddress[] {
  return walkList(view.memory, head, MOST_IRPS).entries.map((entry) =>
    addressAt(entry, -view.io.irp.fields.ThreadListEntry.offset),
  );
}

/** ETHREAD.TopLevelIrp, where it is a request and no marker. */
export function topLevelIrp(object: ThreadObject): VirtualAddress | undefined {
  const value = object.u64('TopLevelIrp');
  return value !== undefined && value > HIGHEST_MARKER ? asObject(value) : undefined;
}

/** DEVICE_OBJECT.CurrentIrp of a device object. */
function currentIrp({ memory, io }: KernelView, device: VirtualAddress): VirtualAddress | undefined {
  const body = tryReadFields(memory, device, io.deviceBody);
  return body && body.Size >= io.deviceSize ? asObject(body.CurrentIrp) : undefined;
}

/** Kernel objects that non-volatile registers of the thread's frames point to. */
function registerWords(view: KernelView, thread: VirtualAddress): VirtualAddress[] {
  return view
    .frames(thread)
    .flatMap(({ registers }) => Object.values(registers ?? {}))
    .filter(isObjectAddress);
}

/** How far to look: a dump of a whole machine has thousands of threads. */
export interface RequestSearch {
  /** Whether stack and registers of a thread are searched too. */
  isSearched(thread: ViewThread): boolean;
  /** TopLevelIrp of a thread. */
  topLevelIrp(thread: ViewThread): VirtualAddress | undefined;
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
export function* findRequests(
  view: KernelView,
  { isSearched, topLevelIrp: topOf }: RequestSearch,
): Steps<FoundRequests> {
  const found = new Map<bigint, Found>();
  const rejected = new Set<bigint>();
  const files = new Set<VirtualAddress>();
  const devices = new Set<VirtualAddress>();
  const types = new Map<bigint, number>();

  function add(address: VirtualAddress, source: RequestSource, through: VirtualAddress): void {
    const known = found.get(address);
    if (known) known.sources.add(source);
    if (known || rejected.has(address) || found.size >= MOST_REQUESTS) return;
    const body = readRequest(view, address);
    if (body === undefined) {
      rejected.add(address);
      return;
    }
    if (!view.work.spend(unitsOf(body))) return;
    found.set(address, { body, sources: new Set([source]), through });
    if (body.file) addFile(body.file.address, through);
    for (const { file, device } of body.locations) {
      if (file) addFile(file, through);
      if (device) addDevice(device, through);
    }
  }

  function addFile(file: VirtualAddress, through: VirtualAddress): void {
    if (files.has(file)) return;
    files.add(file);
    if (readFileObject(view, file) === undefined) return;
    for (const irp of listedIn(view, addressAt(file, view.io.fileIrpList))) add(irp, 'FileIrpList', through);
  }

  /** The type of the I/O object at an address by its first word; stacks name the same addresses over and over. */
  function ioTypeAt(address: VirtualAddress): number {
    const known = types.get(address);
    if (known !== undefined) return known;
    const type = tryReadU16(view.memory, address) ?? 0;
    types.set(address, type);
    return type;
  }

  function addMention(word: VirtualAddress, source: RequestSource, through: VirtualAddress): void {
    const type = ioTypeAt(word);
    if (type === IO_TYPE.irp && !view.threads.has(word)) add(word, source, through);
    else if (type === IO_TYPE.file) addFile(word, through);
    else if (type === IO_TYPE.device) addDevice(word, through);
  }

  /** What a device works on now, where its driver lets the I/O manager queue requests. */
  function addDevice(device: VirtualAddress, through: VirtualAddress): void {
    if (devices.has(device)) return;
    devices.add(device);
    const irp = currentIrp(view, device);
    if (irp) add(irp, 'DeviceCurrentIrp', through);
  }

  for (const thread of view.threads.values()) {
    yield;
    const { address } = thread;
    for (const irp of thread.irps) add(irp.address, 'IrpList', address);
    const top = topOf(thread);
    if (top) add(top, 'TopLevelIrp', address);
    if (!isSearched(thread)) continue;
    for (const word of stackWords(view, thread)) addMention(word, 'StackMention', address);
    for (const word of registerWords(view, address)) addMention(word, 'RegisterMention', address);
  }
  const requests = [...found.values()].map(({ body, sources, through }) => ({
    ...body,
    foundBy: [...sources],
    ...(body.thread?.address !== through && { foundThrough: threadReference(view, through) }),
  }));
  return { requests, files };
}
