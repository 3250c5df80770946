import { performance } from 'node:perf_hooks';

/** One comparison: how long `ours` takes for every second that `peer` takes, both in this run on this machine. */
export interface Comparison {
  readonly name: string;
  readonly ours: { readonly what: string; run(): unknown | Promise<unknown> };
  readonly peer: { readonly what: string; run(): unknown | Promise<unknown> };
  /** The ratio that the project aims at; told beside the measured one, never asserted. */
  readonly goal: number;
  readonly rounds: number;
  /** Gives back what the first run took, such as a process. */
  close?(): void | Promise<void>;
}

/** A figure that is no ratio, such as memory. */
export interface Figure {
  readonly name: string;
  readonly goal: string;
  measure(): string | Promise<string>;
}

export interface Ratio {
  readonly name: string;
  readonly goal: number;
  readonly ratio: number;
  readonly oursMs: number;
  readonly peerMs: number;
}

async function time(action: () => unknown): Promise<number> {
  const begun = performance.now();
  await action();
  return performance.now() - begun;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs the two in turn, so that a machine that slows down slows both; one round before the counted ones warms up. */
export async function compare({ name, ours, peer, goal, rounds, close }: Comparison): Promise<Ratio> {
  const oursTimes: number[] = [];
  const peerTimes: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const peerMs = await time(peer.run);
    const oursMs = await time(ours.run);
    if (round === 0) continue;
    oursTimes.push(oursMs);
    peerTimes.push(peerMs);
    ratios.push(oursMs / peerMs);
  }
  await close?.();
  return { name, goal, ratio: median(ratios), oursMs: median(oursTimes), peerMs: median(peerTimes) };
}
