import { formatAddress, type VirtualAddress } from '../binary/address.ts';
import type { DebuggerCommand } from '../contract/generated/types.ts';
import { harmless } from '../contract/harmless.ts';
import type { TriageDump } from '../dump/dump.ts';
import type { FoundThread, KernelObjects } from '../kernel/kernel-objects.ts';
import { threadLayout } from '../kernel/layouts/thread-layout.ts';
import type { OpenedDumpFile } from './sources/opened-dump.ts';

/** WinDbg's spelling of a 64-bit number: fffff880`1adb9c20. */
function backtick(value: bigint): string {
  const digits = formatAddress(value).slice(2);
  return `${digits.slice(0, 8)}\`${digits.slice(8)}`;
}

/** Threads that a person asked for: those that were stored whole, and the one in the header. */
function isCaptured({ evidence }: FoundThread): boolean {
  return evidence.some((kind) => kind === 'HeaderThread' || kind === 'ThreadBlock' || kind === 'Manifest');
}

interface Range {
  readonly start: bigint;
  readonly quads: bigint;
}

/**
 * What a search for thread objects has to cover: from the first to the last captured thread, as the blocks of the file
 * have them. The pool may place threads far apart; a range is searched at the speed of what the dump holds of it.
 */
function searchRange(threads: readonly FoundThread[], threadSize: number): Range | undefined {
  const addresses = threads.map(({ address }) => address as bigint);
  const [first] = addresses;
  if (first === undefined) return undefined;
  const lowest = addresses.reduce((low, address) => (address < low ? address : low), first);
  const highest = addresses.reduce((high, address) => (address > high ? address : high), first);
  return { start: lowest, quads: (highest + BigInt(threadSize) - lowest + 7n) / 8n };
}

/** DISPATCHER_HEADER.Type of a KTHREAD: KOBJECTS.ThreadObject in the public symbols of nt. */
const THREAD_OBJECT = 6;

function pointerSearch(
  process: VirtualAddress,
  range: Range,
  processOffset: number,
): Pick<DebuggerCommand, 'purpose' | 'command'> {
  const find = `s -[1]q ${backtick(range.start)} L?0x${range.quads.toString(16)} ${backtick(process)}`;
  const thread = `\${t} - ${processOffset.toString(16)}`;
  // A thread points at its process twice, and other objects do too: only what is stored and has the type of a thread is one.
  const isThread = `.if ($vvalid(${thread}, 1)) { .if (by(${thread}) == ${THREAD_OBJECT})`;
  return {
    purpose:
      'Every thread of the process, found by the pointers to its process object ' +
      `(KTHREAD.Process is at +0x${processOffset.toString(16)} in this build)`,
    command: `.foreach (t { ${find} }) { ${isThread} { !thread ${thread} 1f } } }`,
  };
}

function triageCommands(dump: TriageDump, { threads }: KernelObjects): Omit<DebuggerCommand, 'path'>[] {
  const captured = threads.filter(isCaptured);
  const first = dump.triage.objects.thread?.address;
  const process = dump.triage.objects.process?.address;
  const layout = threadLayout({ debuggerData: dump.debuggerData() });
  const range = layout && searchRange(captured, layout.size);
  const commands: Omit<DebuggerCommand, 'path'>[] = [
    {
      purpose: 'The process and its first threads, as far as they are linked in this dump',
      command: '!process -1 1f',
    },
    { purpose: 'The first thread of the dump', command: '!thread -1 1f' },
  ];
  if (first !== undefined) {
    commands.push({
      purpose: 'The first thread and those that follow it in the list of the process',
      command: `!list -t nt!_KTHREAD.ThreadListEntry.Flink -x "!thread" -a "1f" ${backtick(first)}`,
    });
  }
  for (const { address, threadId } of captured) {
    commands.push({
      purpose: threadId === undefined ? 'A captured thread' : `Thread ${threadId}`,
      command: `!thread ${backtick(address)} 1f`,
      ...(threadId === undefined ? {} : { threadId }),
      objectAddress: formatAddress(address),
    });
  }
  if (process !== undefined && range !== undefined && layout !== undefined) {
    commands.push(pointerSearch(process, range, layout.process));
  }
  return commands;
}

/**
 * The commands of WinDbg, kd and cdb that show the threads of exactly this dump. Offsets and ranges come from the dump's
 * own debugger data and blocks. The ways are those of Gary Nebbett's article on triage dumps (2016).
 */
export function debuggerCommands({ dump, path, objects }: OpenedDumpFile): readonly DebuggerCommand[] {
  const commands =
    dump.kind === 'triage'
      ? triageCommands(dump, objects())
      : [{ purpose: 'Every process with its threads and their stacks', command: '!process 0 1f' }];
  return commands.map((command) => ({ path, ...command }));
}

/**
 * The commands as a text file that goes beside the dump; lines that begin with `*` are comments in WinDbg. A line end in a path
 * would end the comment, and what follows it would be pasted as a command.
 */
export function debuggerCommandText(commands: readonly DebuggerCommand[]): string {
  const [first] = commands;
  return [
    `* Commands for ${first?.path ?? 'the dump'}: open it with windbg -z or kd -z, then paste.`,
    ...commands.flatMap(({ purpose, command }) => ['', `* ${purpose}`, command]),
    '',
  ]
    .map(harmless)
    .join('\r\n');
}
