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

/**
 * Captures the threads that hold what others wait for, then those that hold what these wait for, at most `MOST_ROUNDS` times. Each
 * address is asked for once. A holder that is not found stays missing in the answer.
 */
export async function captureBlockers({ missing, find, capture }: BlockerSearch): Promise<void> {
  const asked = new Set<bigint>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const wanted = new Set<bigint>(
      missing()
        .map(({ address }) => address)
        .filter((address) => !asked.has(address)),
    );
    if (wanted.size === 0) break;
    for (const address of wanted) asked.add(address);
    const found = find(wanted);
    if (found.length === 0) break;
    await capture(found);
  }
}
