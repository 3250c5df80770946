/** A condition must be absent in so many listings before it counts as over: one listing may fall into a moment of progress. */
const CLEAR_LISTINGS = 2;

export type EpisodeChange = 'raised' | 'cleared';

/** One condition of one process over time: quiet, holding, raised. */
export interface Episode {
  /** Takes whether the condition holds in a listing. */
  update(holds: boolean, nowMs: number): EpisodeChange | undefined;
  /** The watch did not see what happened before: a condition that is not raised must hold for its time anew. */
  restart(): void;
  readonly isRaised: boolean;
  /** Since when the condition has held; undefined while it does not. */
  readonly sinceMs: number | undefined;
}

/** @param holdMs how long the condition must hold, milliseconds */
export function newEpisode(holdMs: number): Episode {
  let sinceMs: number | undefined;
  let isRaised = false;
  let absent = 0;
  return {
    update(holds, nowMs) {
      if (!holds) {
        absent += 1;
        if (!isRaised) sinceMs = undefined;
        else if (absent >= CLEAR_LISTINGS) {
          isRaised = false;
          sinceMs = undefined;
          return 'cleared';
        }
        return undefined;
      }
      absent = 0;
      sinceMs ??= nowMs;
      if (isRaised || nowMs - sinceMs < holdMs) return undefined;
      isRaised = true;
      return 'raised';
    },
    restart() {
      if (!isRaised) sinceMs = undefined;
    },
    get isRaised() {
      return isRaised;
    },
    get sinceMs() {
      return sinceMs;
    },
  };
}
