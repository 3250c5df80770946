import type { ThreadIndex } from './page-data.ts';

/** Threads that were chosen in another part of the page, for the table. */
export interface PageSelection {
  readonly label: string;
  readonly threads: ReadonlySet<ThreadIndex>;
}

/** Shows threads in the table under a label. */
export type ShowThreads = (label: string, threads: Iterable<ThreadIndex>) => void;
