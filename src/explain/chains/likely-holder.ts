import type { NamedFrame } from '../../stack/named-frame.ts';
import { groupBy } from '../group-by.ts';
import type { PendingRequest, ThreadReference } from '../model.ts';
import type { Statement, WaitChain } from './chain.ts';
import { requestText, threadText } from './words.ts';

/** What the guess looks at. */
export interface HolderInput {
  /** Threads of the dumps whose stacks lead through a module, except by guesses and by the capture. */
  threadsInside(module: string): readonly ThreadReference[];
  /** The stack of a thread, innermost frame first; undefined for one that is not in the dumps. */
  stackOf(thread: ThreadReference): readonly NamedFrame[] | undefined;
  /** A request of the thread that is not finished. */
  requestOf(thread: ThreadReference): PendingRequest | undefined;
}

const KERNEL = 'nt';

const exact = (frames: readonly NamedFrame[] = []) =>
  frames.filter(({ foundBy, capture }) => foundBy !== 'scan' && !capture);

/** The component that takes the lock: the module of the first frame outside of the kernel. */
const componentOf = (frames: readonly NamedFrame[]) =>
  exact(frames).find(({ module }) => module !== undefined && module !== KERNEL)?.module;

/** The threads of dumps by the modules that their stacks lead through. */
export function threadsByModule(
  threads: Iterable<ThreadReference>,
  stackOf: HolderInput['stackOf'],
): HolderInput['threadsInside'] {
  let byModule: ReadonlyMap<string, readonly ThreadReference[]> | undefined;
  const found = () => {
    const places = [...threads].flatMap((thread) =>
      [...new Set(exact(stackOf(thread)).map(({ module }) => module))].map((module) => ({ thread, module })),
    );
    const groups = groupBy(places, ({ module }) => module);
    return new Map([...groups].map(([module, group]) => [module, group.map(({ thread }) => thread)]));
  };
  return (wanted) => {
    byModule ??= found();
    return byModule.get(wanted) ?? [];
  };
}

/** The entry that passes, when no other one does. */
function onlyOne<T>(entries: readonly T[], passes: (entry: T) => boolean): T | undefined {
  let found: T | undefined;
  for (const entry of entries) {
    if (!passes(entry)) continue;
    if (found !== undefined) return undefined;
    found = entry;
  }
  return found;
}

/**
 * A guess at the holder of a lock without an owner in the dumps: the one other thread inside of the component that the waiters
 * are in, and the request that it has pending. A triage capture does not store the lock, and often holds its owner all
 * the same. Empty unless exactly one thread qualifies: a guess among several is of no use.
 */
export function likelyHolder({ root, links, threads }: WaitChain, candidates: HolderInput): Statement[] {
  if (root.kind !== 'NoOwnerKnown' || root.lock === undefined) return [];
  const [waiter] = links.at(-1)?.waiters ?? [];
  const component = waiter && componentOf(candidates.stackOf(waiter) ?? []);
  if (component === undefined) return [];
  const waiting = new Set<bigint>(threads.map(({ address }) => address));
  const only = onlyOne(candidates.threadsInside(component), ({ address }) => !waiting.has(address));
  if (only === undefined) return [];
  const name = threadText(only);
  const subject = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const guess: Statement = {
    text: `${subject} may hold it: it is the only other thread of these dumps inside of ${component}.`,
    evidence: 'Guess',
    basis: 'elimination',
  };
  const request = candidates.requestOf(only);
  if (request === undefined) return [guess];
  const about = request.file?.name === undefined ? '' : `, about ${request.file.name.text}`;
  const { class: evidence, basis } = request.evidence;
  return [guess, { text: `${subject} has ${requestText(request)} pending${about}.`, evidence, basis }];
}
