import type { KernelStack } from '../../src/contract/generated/types.ts';
import { runCli } from '../support/run-cli.ts';
import { framesOf, instructionPointerOf } from './answers.ts';
import { askEngine, type EngineOptions, type Session } from './engine.ts';
import { dumpRecordOf } from './facts.ts';

/** The kernel stack of a thread as both sides walk it: a line a frame, `stack pointer, address, name`. */
export interface WalkedThread {
  /** Process, thread and state, to tell threads apart in a report. */
  readonly thread: string;
  readonly objectAddress: string;
  readonly end: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

const KERNEL_START = 0xffff8000_00000000n;
/** Hex, as the engine reads numbers: 256 frames, which is the limit of ktriage too. */
const MOST_FRAMES = '100';

/** How a thread is made the engine's current one. */
function selectionOf({ objectAddress, startedFrom }: KernelStack, processor: number | undefined): string {
  // Registers that were stored for the dump are those of a processor; `.thread` would take the last switch frame instead.
  if (startedFrom === 'ProcessorContext' && processor !== undefined) return `~${processor.toString(16)}s; `;
  // The engine starts with the registers of the header, and has no other way back to them in a triage dump.
  if (startedFrom === 'HeaderContext') return '';
  return `.thread ${objectAddress?.slice(2)}; `;
}

/** The order of questions: what one `.thread` has set hides the registers of header and processors from then on. */
function rankOf(question: string): number {
  if (question.startsWith('.thread')) return 2;
  return question.startsWith('~') ? 1 : 0;
}

interface Questions {
  readonly pointer: string;
  readonly walk: string;
}

function ourLines({ frames }: KernelStack): string[] {
  return frames.map(({ stackPointer, address, module, symbol, offset }) => {
    const plus = offset === undefined || offset === 0 ? '' : `+0x${offset.toString(16)}`;
    const name = symbol === undefined ? module : `${module}!${symbol}`;
    return `${stackPointer} ${address} ${name ?? ''}${plus}`;
  });
}

/** The engine's rows up to the first in user mode; the address of a frame is in the row above. */
function theirLines(session: Session, { pointer, walk }: Questions): string[] {
  const first = instructionPointerOf(session.answer(pointer));
  if (first === undefined) return [];
  const rows = framesOf(session.answer(walk));
  return rows
    .map((row, index) => ({ ...row, address: rows[index - 1]?.returnAddress ?? first }))
    .filter(({ address }) => BigInt(address) >= KERNEL_START)
    .map(({ stackPointer, address, site }) => `${stackPointer} ${address} ${site}`);
}

const nameOf = ({ processId, threadId, state }: KernelStack) => `${processId}:${threadId} (${state})`;

/** Walks every thread of a dump on both sides. */
export async function walkBoth(
  file: string,
  options: EngineOptions & { readonly arguments?: readonly string[] } = {},
): Promise<readonly WalkedThread[]> {
  const more = options.arguments ?? [];
  const walked = await runCli(['stacks', file, '--include-capture-frames', '--format', 'ndjson', ...more]);
  const stacks = walked.records<KernelStack>('KernelStack');
  if (stacks.length === 0) throw new Error(`ktriage walks no stack of ${file}: ${walked.stderr}`);
  const { architecture, threads } = await dumpRecordOf(file);
  const processors = new Map(threads.map(({ address, processor }) => [address, processor]));
  const instructionPointer = architecture === 'arm64' ? 'pc' : 'rip';
  const questions = stacks.map((stack): Questions => {
    const selection = selectionOf(stack, processors.get(stack.objectAddress ?? ''));
    return { pointer: `${selection}r ${instructionPointer}`, walk: `${selection}kn ${MOST_FRAMES}` };
  });
  const asked = questions
    .flatMap(({ pointer, walk }) => [pointer, walk])
    .sort((a, b) => rankOf(a) - rankOf(b));
  const session = await askEngine(file, asked, options);
  return stacks.map((stack, index) => ({
    thread: nameOf(stack),
    objectAddress: stack.objectAddress ?? '',
    end: stack.end,
    ours: ourLines(stack),
    theirs: theirLines(session, questions[index] ?? { pointer: '', walk: '' }),
  }));
}
