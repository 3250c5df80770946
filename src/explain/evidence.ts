import type { Evidence } from './model.ts';

/** Bytes of the dump that passed their guard. */
export const fromMemory = (basis: string): Evidence => ({ class: 'Memory', basis });

/** What follows from such bytes by a layout rule. */
export const derived = (basis: string): Evidence => ({ class: 'Derived', basis });

/** Names of exact frames. */
export const fromStack = (basis: string): Evidence => ({ class: 'Stack', basis });

/** Pair rules, scans, elimination. */
export const guessed = (basis: string): Evidence => ({ class: 'Guess', basis });
