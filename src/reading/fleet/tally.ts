import type { FleetCause, WaitChain } from '../../contract/generated/types.ts';
import { type EvidenceClass, weakestClass } from '../../explain/model.ts';
import { commonCause } from './common-cause.ts';

/** Different causes that are kept; a fleet with more has no common one. */
const MOST_CAUSES = 10_000;
/** Computers of one cause with their own answer; all are counted and named. */
const MOST_EXAMPLES = 3;

type Example = FleetCause['examples'][number];

interface Tallied {
  readonly kind: WaitChain['rootKind'];
  readonly target: string;
  readonly words: string;
  evidence: EvidenceClass;
  readonly classes: Map<EvidenceClass, number>;
  readonly computers: string[];
  readonly examples: Example[];
  /** Computers on which most threads are behind it. */
  leading: number;
  threads: number;
  longestWaitMs: number | undefined;
}

/** One computer, with what its dumps show. */
export interface ComputerAnswer {
  readonly name: string;
  readonly chains: readonly WaitChain[];
  /** The first dump, which leads a reader to the set. */
  readonly path: string | undefined;
}

/** Counts over computers. It keeps names and a few answers, and no dump. */
export interface FleetTally {
  add(computer: ComputerAnswer): void;
  /** Computers that were looked at. */
  readonly computers: number;
  /** Causes that came after so many others that they are not kept. */
  readonly omitted: number;
  /**
   * The causes that hold up most threads on most computers first, then those that most computers share: a single thread that waits for
   * a server or a pipe in the ordinary way is on every computer, and behind no hang.
   */
  causes(others: { readonly idle: number; readonly silent: number }): FleetCause[];
}

function add(
  known: Tallied,
  { name, path }: ComputerAnswer,
  chains: readonly WaitChain[],
  evidence: EvidenceClass,
): void {
  known.computers.push(name);
  known.evidence = weakestClass([known.evidence, evidence]);
  known.classes.set(evidence, (known.classes.get(evidence) ?? 0) + 1);
  const worst = chains.reduce<WaitChain | undefined>(
    (most, chain) => (most === undefined || chain.threadCount > most.threadCount ? chain : most),
    undefined,
  );
  for (const { threadCount, longestWaitMs } of chains) {
    known.threads += threadCount;
    if (longestWaitMs !== undefined) known.longestWaitMs = Math.max(known.longestWaitMs ?? 0, longestWaitMs);
  }
  if (worst === undefined || known.examples.length >= MOST_EXAMPLES) return;
  known.examples.push({
    computerName: name,
    headline: worst.headline,
    evidence: worst.evidence,
    threadCount: worst.threadCount,
    ...(path !== undefined && { path }),
  });
}

/** The cause of one computer with most threads behind it; of equals the first. */
function mostThreads(
  causes: ReadonlyMap<string, { readonly chains: readonly WaitChain[] }>,
): string | undefined {
  let leading: string | undefined;
  let most = 0;
  for (const [key, { chains }] of causes) {
    const threads = chains.reduce((sum, { threadCount }) => sum + threadCount, 0);
    if (threads <= most) continue;
    most = threads;
    leading = key;
  }
  return leading;
}

export function fleetTally(): FleetTally {
  const byKey = new Map<string, Tallied>();
  let computers = 0;
  let omitted = 0;
  return {
    get computers() {
      return computers;
    },
    get omitted() {
      return omitted;
    },
    add(computer) {
      computers += 1;
      const found = new Map<
        string,
        { readonly chains: WaitChain[]; evidence: EvidenceClass; most: number }
      >();
      for (const chain of computer.chains) {
        const { key, target, words, evidence } = commonCause(chain);
        const known = found.get(key);
        if (known === undefined) found.set(key, { chains: [chain], evidence, most: chain.threadCount });
        else {
          known.chains.push(chain);
          // The chain with most threads represents the computer: its class is that of the count.
          if (chain.threadCount > known.most) {
            known.most = chain.threadCount;
            known.evidence = evidence;
          }
        }
        if (byKey.has(key)) continue;
        if (byKey.size >= MOST_CAUSES) {
          omitted += 1;
          continue;
        }
        byKey.set(key, {
          kind: chain.rootKind,
          target,
          words,
          evidence: 'Memory',
          classes: new Map(),
          computers: [],
          examples: [],
          leading: 0,
          threads: 0,
          longestWaitMs: undefined,
        });
      }
      const leading = mostThreads(found);
      for (const [key, { chains, evidence }] of found) {
        const known = byKey.get(key);
        if (known === undefined) continue;
        add(known, computer, chains, evidence);
        if (key === leading) known.leading += 1;
      }
    },
    causes({ idle, silent }) {
      const total = computers + idle;
      return [...byKey.values()]
        .sort(
          (a, b) => b.leading - a.leading || b.computers.length - a.computers.length || b.threads - a.threads,
        )
        .map((cause, index) => ({
          rank: index + 1,
          headline: headlineOf(cause, total, silent),
          kind: cause.kind,
          target: cause.target,
          evidence: cause.evidence,
          evidenceCounts: [...cause.classes].map(([evidence, count]) => ({ evidence, count })),
          computerCount: cause.computers.length,
          leadingComputerCount: cause.leading,
          totalComputerCount: total,
          silentComputerCount: silent,
          computerNames: cause.computers,
          threadCount: cause.threads,
          ...(cause.longestWaitMs !== undefined && { longestWaitMs: cause.longestWaitMs }),
          examples: cause.examples,
        }));
    },
  };
}

/** Verbs of the phrases are those of several computers. */
const ONE = [
  [/^wait\b/, 'waits'],
  [/^have\b/, 'has'],
] as const;

/** Classes by which a statement is likely, and no more. */
const LIKELY = new Set<EvidenceClass>(['Pattern', 'Guess']);

function headlineOf({ computers, words, evidence }: Tallied, total: number, silent: number): string {
  const isOne = computers.length === 1;
  const certain = isOne ? ONE.reduce((text, [many, one]) => text.replace(many, one), words) : words;
  const said = LIKELY.has(evidence) ? `${isOne ? 'seems' : 'seem'} to ${words}` : certain;
  const unknown = silent === 0 ? '' : `; ${silent} did not answer`;
  return `${computers.length} of ${total} ${total === 1 ? 'computer' : 'computers'} ${said}${unknown}.`;
}
