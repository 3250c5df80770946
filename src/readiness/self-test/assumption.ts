import type { TriageDump } from '../../dump/dump.ts';
import type { KernelObjects } from '../../kernel/kernel-objects.ts';
import type { MachineFacts } from '../../machine/port.ts';
import type { Sample } from './capture-sample.ts';
import type { ValueComparison } from './comparison.ts';

/** A capture and what was read back from it; the last two are absent when it could not be read. */
export interface SelfTestEvidence {
  readonly facts: MachineFacts;
  readonly sample: Sample;
  readonly dump?: TriageDump;
  readonly objects?: KernelObjects;
}

/** Something that this product takes for granted about Windows and that no test without Windows can prove. */
export interface Assumption {
  /** Stable: reports of users are compared by it. */
  readonly name: string;
  readonly assumption: string;
  readonly compare: (evidence: SelfTestEvidence) => ValueComparison;
}
