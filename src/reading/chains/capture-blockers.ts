import type { ThreadReference as LiveThread } from '../../contract/generated/types.ts';
import type { ThreadReference } from '../../explain/model.ts';

/** A holder waits for another holder, and so on; a chain of more captures is followed by the user. */
export const MOST_ROUNDS = 3;

/** What a round needs of its surroundings. */
export interface BlockerSearch {
  /** The owners that the dumps so far name and do not contain. */
  missing(): readonly ThreadReference[];
  /** The live threads behind addresses; an address that Windows hides or that no thread has is left out. */
  find(addresses: ReadonlySet<bigint>): readonly LiveThread[];
  /** Captures threads, and adds what they show to the dumps so far. */
  capture(threads: readonly LiveThread[]): Promise<void>;
}

/** What the captures came to. */
export interface BlockerCaptures {
  /** Captures that were taken. */
  readonly rounds: number;
  /** Threads that hold others up, and that the dumps still do not contain. */
  readonly missing: readonly ThreadReference[];
}

/**
 * Captures the threads that hold what others wait for, then those that hold what these wait for, at most `MOST_ROUNDS` times. Each
 * address is asked for once. A holder that is not found, or is one more than the rounds reach, stays missing.
 */
export async function captureBlockers({ missing, find, capture }: BlockerSearch): Promise<BlockerCaptures> {
  const asked = new Set<bigint>();
  let rounds = 0;
  while (rounds < MOST_ROUNDS) {
    const wanted = new Set<bigint>(
      missing()
        .map(({ address }) => address)
        .filter((address) => !asked.has(address)),
    );
    if (wanted.size === 0) break;
    for (const address of wanted) asked.add(address);
    const found = find(wanted);
    if (found.length === 0) break;
    rounds += 1;
    await capture(found);
  }
  const left = new Map(missing().map((thread) => [thread.address, thread]));
  return { rounds, missing: [...left.values()] };
}
