import type { Observation, Side } from './observation.ts';

/** Whether both looks show one thread. What one of them does not hold contradicts nothing. */
export function isSameThread(a: Observation, b: Observation): boolean {
  const agrees = <T>(one: T | undefined, other: T | undefined) =>
    one === undefined || other === undefined || one === other;
  const isNamed =
    (a.address !== undefined && a.address === b.address) ||
    (a.threadId !== undefined && a.threadId === b.threadId && a.processId === b.processId);
  return (
    isNamed &&
    agrees(a.address, b.address) &&
    agrees(a.threadId, b.threadId) &&
    agrees(a.processId, b.processId) &&
    // Ids and addresses are reused; the time of creation is not.
    agrees(a.createTimeRaw, b.createTimeRaw)
  );
}

/** A thread of either side. */
export interface Pair {
  readonly reference?: Observation;
  readonly difference?: Observation;
}

const idsOf = ({ processId, threadId }: Observation) =>
  threadId === undefined ? undefined : `${processId ?? ''}:${threadId}`;

/** The observations of a side by address and by ids; of a thread with several looks the last one counts. */
function index(observations: readonly Observation[]) {
  const byAddress = new Map<bigint, Observation>();
  const byIds = new Map<string, Observation>();
  for (const each of observations) {
    if (each.address !== undefined) byAddress.set(each.address, each);
    const ids = idsOf(each);
    if (ids !== undefined) byIds.set(ids, each);
  }
  return (wanted: Observation): readonly Observation[] => {
    const ids = idsOf(wanted);
    const found = [
      wanted.address === undefined ? undefined : byAddress.get(wanted.address),
      ids === undefined ? undefined : byIds.get(ids),
    ];
    return found.filter((each) => each !== undefined);
  };
}

/** One observation a thread: a side of several sets may show a thread more than once. */
function latest(observations: readonly Observation[]): readonly Observation[] {
  const find = index(observations);
  return observations.filter((each) => find(each).includes(each));
}

/** Joins both sides thread by thread: first the threads of the reference, in its order, then those of the difference alone. */
export function pairThreads(reference: Side, difference: Side): Pair[] {
  const find = index(difference.observations);
  const taken = new Set<Observation>();
  const pairs = latest(reference.observations).map((one): Pair => {
    const other = find(one).find((each) => isSameThread(one, each));
    if (other === undefined) return { reference: one };
    taken.add(other);
    return { reference: one, difference: other };
  });
  const added = latest(difference.observations).filter((each) => !taken.has(each));
  return [...pairs, ...added.map((each): Pair => ({ difference: each }))];
}
