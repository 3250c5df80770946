import type { KernelStack as KernelStackRecord, StackGroup } from '../../contract/generated/types.ts';
import { durationText } from '../../contract/time.ts';
import { type EvidenceClass, weakestClass } from '../../explain/model.ts';
import type { NamedFrame } from '../../stack/named-frame.ts';
import type { Explained } from '../sources/explain-dumps.ts';
import { factLookup } from './explain-words.ts';
import { defined, originOfSource } from './record-tools.ts';
import { waitRecord } from './wait-record.ts';

/** What the thread of a stack waits for, as properties of its record. */
export type StackWait = Pick<
  KernelStackRecord,
  'waitingFor' | 'heldBy' | 'doing' | 'waitTimeMs' | 'waitEvidence' | 'heldByEvidence'
>;

/** The waits of a dump's threads by thread object; a thread that does not wait has none. */
export function stackWaits({ source, view, facts }: Explained): ReadonlyMap<bigint, StackWait> {
  const look = factLookup(facts);
  const origin = originOfSource(source);
  return new Map(
    facts.waits.map((wait) => {
      const record = waitRecord(origin, wait, view, look);
      const { waitingFor, heldBy, doing, waitTimeMs, evidence, heldByEvidence } = record;
      const properties: StackWait = {
        waitingFor,
        heldBy,
        ...defined({ doing, waitTimeMs, heldByEvidence }),
        waitEvidence: evidence,
      };
      return [wait.thread.address, properties] as const;
    }),
  );
}

/** Texts of a group that are listed; a group by images can have hundreds of different ones. */
const MOST_TEXTS = 8;

/** Distinct texts, the most frequent first; of equals the first met. */
function frequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
}

function withMore(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** A frame as the overview of a group needs it. */
export type OverviewFrame = Pick<NamedFrame, 'module' | 'text'> & { readonly isGuess: boolean };

/** The innermost exact frame outside of the kernel image: the driver that waits. The kernel's own frames are how any thread waits. */
function tellingFrame(frames: readonly OverviewFrame[]): string | undefined {
  return frames.find(({ module, isGuess }) => module !== undefined && module !== 'nt' && !isGuess)?.text;
}

type GroupWaits = Pick<
  StackGroup,
  'overview' | 'waitingFor' | 'heldBy' | 'longestWaitMs' | 'evidence' | 'heldByEvidence'
>;

/** The weakest class of statements that name their class; undefined where none was made. */
function classOf(classes: readonly (string | undefined)[]): EvidenceClass | undefined {
  const known = classes.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : weakestClass(known as EvidenceClass[]);
}

/**
 * What the threads of a group wait for, and one line about them: `227 threads: rdbss!_RxAcquireFcb+0x254, waiting for …`. Threads that do
 * not wait, or whose wait was not looked for, add nothing.
 * @param frames the stack of the group without the frames of the capture
 */
export function groupWaits(
  count: number,
  waits: readonly StackWait[],
  frames: readonly OverviewFrame[],
): GroupWaits {
  const waitingFor = frequent(waits.map((wait) => wait.waitingFor ?? 'unknown'));
  const heldBy = frequent(waits.flatMap((wait) => wait.heldBy ?? []));
  const doing = frequent(waits.flatMap((wait) => wait.doing ?? []))[0];
  const longest = waits.reduce((most, { waitTimeMs = -1 }) => Math.max(most, waitTimeMs), -1);
  const parts = [
    `${count} ${count === 1 ? 'thread' : 'threads'}: ${tellingFrame(frames) ?? doing ?? frames[0]?.text ?? 'no frames'}`,
    ...(waitingFor.length > 0 ? [`waiting for ${withMore(waitingFor)}`] : []),
    ...(heldBy.length > 0 ? [`held by ${withMore(heldBy)}`] : []),
    ...(longest >= 0 ? [`longest ${durationText(longest)}`] : []),
  ];
  return {
    overview: parts.join(', '),
    ...(waits.length > 0 && {
      waitingFor: waitingFor.slice(0, MOST_TEXTS),
      heldBy: heldBy.slice(0, MOST_TEXTS),
    }),
    ...(longest >= 0 && { longestWaitMs: longest }),
    ...defined({
      evidence: classOf(waits.map(({ waitEvidence }) => waitEvidence)),
      heldByEvidence: classOf(waits.map(({ heldByEvidence }) => heldByEvidence)),
    }),
  };
}
