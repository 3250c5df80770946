import { Failure } from '../../contract/failure.ts';
import { kernelFactsInSteps } from '../../explain/kernel-facts.ts';
import type { KernelFacts } from '../../explain/model.ts';
import { type KernelView, kernelView, type ViewThread } from '../../explain/view.ts';
import { isIdleWorker } from '../../explain/waits/raw-wait.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import type { KernelStack } from '../../stack/kernel-stacks.ts';
import { formatResolved } from '../../symbols/resolver.ts';
import type { ReadingContext } from './context.ts';
import { type DumpSymbols, dumpSymbols, type SymbolRequest } from './dump-symbols.ts';
import { kernelTypes } from './kernel-types.ts';
import { slowProgress } from './slow-progress.ts';
import {
  eachDumpFile,
  eachLiveDump,
  requireSource,
  type SourceRequest,
  type StackSource,
} from './stack-sources.ts';
import { inTurns, takeTurn } from './turns.ts';

/** What the verbs that explain have in common. */
export type ExplainRequest = SourceRequest & SymbolRequest;

/** A dump that has been explained. */
export interface Explained {
  readonly source: StackSource;
  readonly view: KernelView;
  readonly facts: KernelFacts;
  /** The stacks that were walked for it, with capture frames and registers: those of threads that are not idle. */
  readonly stacks: ReadonlyMap<bigint, KernelStack>;
  /** Whether a statement about the thread was asked for. */
  isWanted(thread: bigint | undefined): boolean;
}

/** The most stacks that are walked for one dump, of threads that are not idle. A machine with more has lost its wait blocks. */
const MOST_WALKS = 20_000;

/**
 * Walks the stacks that facts need. Workers without work are left out: a machine has thousands of them, and nothing is asked
 * about their frames.
 */
async function walkStacks(
  { opened, path }: StackSource,
  view: KernelView,
  symbols: DumpSymbols,
  { output, signal }: Pick<ReadingContext, 'output' | 'signal'>,
): Promise<ReadonlyMap<bigint, KernelStack>> {
  const reader = await symbols.readerFor(opened, { registers: true, includeCaptureFrames: true });
  const stacks = new Map<bigint, KernelStack>();
  const progress = slowProgress(output, 'Walking stacks');
  const { size } = view.threads;
  let seen = 0;
  for (const thread of view.threads.values()) {
    await takeTurn(signal);
    seen += 1;
    progress.at(seen, size, `thread ${seen} of ${size}`);
    if (isIdleWorker(view, thread)) continue;
    if (stacks.size >= MOST_WALKS) {
      output.warning(
        `The stacks of the first ${MOST_WALKS} threads that are not idle were walked. For the others, statements that rest on frames are missing.`,
        path,
      );
      break;
    }
    stacks.set(thread.address, await reader.fetchAndRead(thread));
  }
  progress.end();
  symbols.warnOfMissing(reader);
  return stacks;
}

/** `nt!Name`, for addresses of data: an offset from the nearest name means nothing there, so only exact names count. */
async function dataNames({ opened }: StackSource, symbols: DumpSymbols) {
  const resolver = await symbols.resolverFor(opened, { addresses: [], names: ['nt!'] });
  return (address: bigint) => {
    const resolved = resolver.resolve(address, 'address');
    return resolved?.symbol?.offset === 0 ? formatResolved(resolved) : undefined;
  };
}

/**
 * Explains one dump. The cost is that of walking the stacks of the dump's threads that are not idle.
 * @throws Failure FileUnreadable, Cancelled
 */
export async function explain(
  source: StackSource,
  symbols: DumpSymbols,
  context: Pick<ReadingContext, 'output' | 'signal'>,
): Promise<Explained> {
  const { opened, stateAtCapture } = source;
  const standing = (thread: ViewThread) => stateAtCapture(thread);
  const { types } = opened;
  const bare = kernelView(opened.dump, opened.objects(), { standing, types });
  const walked = await walkStacks(source, bare, symbols, context);
  const nameOf = await dataNames(source, symbols);
  const view = kernelView(opened.dump, opened.objects(), {
    standing,
    types,
    nameOf,
    identityOf: source.identityOf,
    frames: ({ address }) => walked.get(address)?.frames ?? [],
  });
  const wanted = new Set<bigint>(source.threads.map(({ address }) => address));
  return {
    source,
    view,
    facts: await inTurns(kernelFactsInSteps(view), context.signal),
    stacks: walked,
    isWanted: (thread) => thread !== undefined && wanted.has(thread),
  };
}

/**
 * Explains each dump of a request for `action`, and reports where an answer can be short: what this kind of dump never holds is a
 * warning, and what it should hold and does not is an error.
 * @param told the warnings that the caller has given already
 * @throws Failure InvalidRequest, SymbolPathInvalid, UnknownMachine, NotWindows, UnsafeNativeLibrary, Cancelled
 */
export async function explainEach(
  request: ExplainRequest,
  context: ReadingContext,
  verb: string,
  action: (explained: Explained, symbols: DumpSymbols) => Promise<void>,
  told: Set<string> = new Set(),
): Promise<void> {
  const { output } = context;
  requireSource(request, verb);
  const symbols = dumpSymbols(request, context);
  // That the PDB of the kernel is missing is a warning of the walk already.
  const onDamage = ({ driver }: DumpModule, reason: string) => output.warning(reason, driver.path);
  const typesOf = kernelTypes(symbols, { asksServers: true, onDamage });
  const run = async (source: StackSource) => {
    const explained = await explain(source, symbols, context);
    await action(explained, symbols);
    for (const { kind, message } of explained.facts.limits) {
      if (kind === 'missing')
        output.error(
          new Failure('AnswerIncomplete', `${source.path ?? 'The capture'}: ${message}`, {
            ...(source.path !== undefined && { target: source.path }),
          }),
        );
      else if (!told.has(message)) output.warning(message, source.path);
      told.add(message);
    }
  };
  try {
    await eachDumpFile(request, context, run, typesOf);
    if (request.threads !== undefined) await eachLiveDump(request, context, run);
  } finally {
    symbols.close();
  }
}
