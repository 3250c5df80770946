import { performance } from 'node:perf_hooks';

/**
 * A row of docs/speed.md is a comparison or a set of figures. A comparison measures the program and a peer or floor in the same run,
 * because absolute times depend more on the machine than on the program. A new row is an export of a file of this folder and an entry
 * in `rows.ts`.
 */
export type Row = Comparison | Pair | Figures;

/** The units that the table knows. `ms` may be wall time or processor time; the row's text states processor time. */
export type Unit = 'ms' | 's' | 'µs' | 'MB' | '%' | 'count';

interface Named {
  /** What the row is about; unique, and without a vertical bar. */
  readonly name: string;
}

export interface Side {
  /** What is measured, such as `node -e 0`. */
  readonly what: string;
  run(): unknown;
}

/** Two actions that take turns; the row holds the median time of each. */
export interface Comparison extends Named {
  readonly ours: Side;
  readonly peer: Side;
  /** What ours cannot take less than, in turn with the two. */
  readonly floor?: Side;
  /** The largest ratio of ours to the peer that the project aims at. It is printed, never asserted. */
  readonly goal: number;
  /** Counted turns. One more turn before them warms up. */
  readonly rounds: number;
  /** Gives back what the first run took, such as a process. */
  close?(): void | Promise<void>;
}

/** Two values that one action measures itself, such as processor times of two processes. */
export interface Pair extends Named {
  readonly ours: Pick<Side, 'what'>;
  readonly peer: Pick<Side, 'what'>;
  readonly goal: number;
  readonly unit: Unit;
  measurePair(): Two | Promise<Two>;
}

export interface Two {
  readonly ours: number;
  readonly peer: number;
  /** What ours cannot take less than, such as the start of Node, measured beside the two. */
  readonly floor?: Figure;
}

/** Figures without a peer, such as memory. */
export interface Figures extends Named {
  measure(): readonly Figure[] | Promise<readonly Figure[]>;
}

export interface Figure {
  /** What the value is of, such as `memory with 880 dumps`. */
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** The largest value that the project aims at, in the same unit. Without it the figure explains another one. */
  readonly goal?: number;
}

/** A row that was measured. Values are rounded as they are printed, so that a reader can check the ratio. */
export type Result = Compared | Measured | Missing;

export interface Compared extends Named {
  readonly kind: 'compared';
  readonly ours: Figure;
  readonly peer: Figure;
  readonly floor?: Figure;
  readonly ratio: number;
  readonly goal: number;
}

export interface Measured extends Named {
  readonly kind: 'measured';
  readonly figures: readonly Figure[];
}

/** A row without a value: what it needs is not on this machine, or failed. */
export interface Missing extends Named {
  readonly kind: 'missing';
  readonly reason: string;
}

/** Thrown by a row whose peer or equipment this machine lacks. */
export class NotHere extends Error {}

/** Three digits, and all digits before the point. */
export function rounded(value: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.01))));
  return Number(value.toFixed(digits));
}

/** The ratio of two printed values, with two digits after the point. */
export const ratioOf = (ours: number, peer: number): number => Number((ours / peer).toFixed(2));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function time(action: () => unknown): Promise<number> {
  const begun = performance.now();
  await action();
  return performance.now() - begun;
}

/** Runs the two in turn, so that a machine that slows down slows both. */
async function takeTurns({ ours, peer, floor, rounds, close }: Comparison): Promise<Two> {
  const oursTimes: number[] = [];
  const peerTimes: number[] = [];
  const floorTimes: number[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const peerMs = await time(() => peer.run());
      const oursMs = await time(() => ours.run());
      const floorMs = floor && (await time(() => floor.run()));
      if (round === 0) continue;
      oursTimes.push(oursMs);
      peerTimes.push(peerMs);
      if (floorMs !== undefined) floorTimes.push(floorMs);
    }
  } finally {
    await close?.();
  }
  return {
    ours: median(oursTimes),
    peer: median(peerTimes),
    ...(floor && { floor: { what: floor.what, value: median(floorTimes), unit: 'ms' } }),
  };
}

function compared({ name, ours, peer, goal }: Comparison | Pair, two: Two, unit: Unit): Compared {
  const oursValue = rounded(two.ours);
  const peerValue = rounded(two.peer);
  return {
    kind: 'compared',
    name,
    ours: { what: ours.what, value: oursValue, unit },
    peer: { what: peer.what, value: peerValue, unit },
    ...(two.floor && { floor: { ...two.floor, value: rounded(two.floor.value) } }),
    ratio: ratioOf(oursValue, peerValue),
    goal,
  };
}

async function results(row: Row): Promise<Result> {
  if ('measurePair' in row) return compared(row, await row.measurePair(), row.unit);
  if ('rounds' in row) return compared(row, await takeTurns(row), 'ms');
  const figures = await row.measure();
  return {
    kind: 'measured',
    name: row.name,
    figures: figures.map((figure) => ({ ...figure, value: rounded(figure.value) })),
  };
}

/** @throws Error when a value is no number, as from a peer that printed nothing */
function checked(result: Result): Result {
  const figures =
    result.kind === 'compared'
      ? [result.ours, result.peer, ...(result.floor ? [result.floor] : [])]
      : result.kind === 'measured'
        ? result.figures
        : [];
  const empty = figures.find(({ value }) => !Number.isFinite(value));
  if (empty !== undefined) throw new Error(`${empty.what} gave no number`);
  return result;
}

/** Measures a row. A row that fails gives the reason, and the rows after it are measured all the same. */
export async function measured(row: Row): Promise<Result> {
  try {
    return checked(await results(row));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'missing', name: row.name, reason: reason.split('\n')[0] ?? '' };
  }
}

/** Whether everything of a row that has a goal is within it; undefined where there is no goal or no value. */
export function isWithinGoal(result: Result): boolean | undefined {
  if (result.kind === 'missing') return undefined;
  if (result.kind === 'compared') return result.ratio <= result.goal;
  const judged = result.figures.filter(({ goal }) => goal !== undefined);
  return judged.length === 0 ? undefined : judged.every(({ value, goal = 0 }) => value <= goal);
}
