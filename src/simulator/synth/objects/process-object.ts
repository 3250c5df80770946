import type { KernelBuild } from '../builds.ts';
import type { Pointer, Structure } from '../raw-record.ts';
import type { ListEnds } from './dispatcher.ts';
import type { ThreadListEntries } from './thread-object.ts';

/** What an EPROCESS holds. */
export interface ProcessFacts {
  readonly processId: number;
  readonly parentProcessId: number;
  /** At most 14 characters are kept. */
  readonly name: string;
  readonly peb?: Pointer;
  readonly createTime?: bigint;
  /** Physical address of the page directory; absent when the plan sets it later. */
  readonly directoryTableBase?: number;
  readonly threadCount: number;
  /** Wait blocks of those that wait for its end. */
  readonly waiters?: ListEnds;
  /** Ends of the thread lists; absent when the plan links the lists itself. */
  readonly threads?: { readonly first: ThreadListEntries; readonly last: ThreadListEntries };
  /** ActiveProcessLinks of its neighbours; absent when the plan links the list itself. */
  readonly neighbours?: { readonly next: Pointer; readonly previous: Pointer };
}

const PROCESS_OBJECT = 3;
const IMAGE_NAME_CHARACTERS = 14;

/** The heads of a process's two thread lists. */
export function threadListHeads(build: KernelBuild, address: bigint): ThreadListEntries {
  const { threadListHead, executiveListHead } = build.process;
  return { kernel: address + BigInt(threadListHead), executive: address + BigInt(executiveListHead) };
}

/** EPROCESS, which begins with KPROCESS; offsets: `KernelBuild.process`. */
export function writeProcess(record: Structure, build: KernelBuild, facts: ProcessFacts): void {
  const at = build.process;
  const { threads, neighbours } = facts;
  record
    .u8(0, PROCESS_OBJECT)
    .u8(2, at.schedulerSize / 4)
    .links(8, facts.waiters?.first ?? record.address + 8n, facts.waiters?.last ?? record.address + 8n)
    .u64(at.directoryTableBase, facts.directoryTableBase ?? 0)
    .u64(at.id, facts.processId)
    .u64(at.createTime, facts.createTime ?? 0n)
    .u64(at.parent, facts.parentProcessId)
    .u64(at.peb, facts.peb ?? 0n)
    .latin1(at.name, facts.name.slice(0, IMAGE_NAME_CHARACTERS))
    .u32(at.activeThreads, facts.threadCount);
  if (threads !== undefined) {
    record
      .links(at.threadListHead, threads.first.kernel, threads.last.kernel)
      .links(at.executiveListHead, threads.first.executive, threads.last.executive);
  }
  if (neighbours !== undefined) record.links(at.links, neighbours.next, neighbours.previous);
}
