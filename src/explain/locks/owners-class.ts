import { type EvidenceClass, type Lock, weakestClass } from '../model.ts';
import { oncePer } from '../remembered.ts';

/** The weakest class among the owners of a lock. Thousands of threads may wait for a lock with thousands of owners. */
export const ownersClass = oncePer(
  ({ owners }: Lock): EvidenceClass => weakestClass(owners.map(({ evidence }) => evidence.class)),
);
