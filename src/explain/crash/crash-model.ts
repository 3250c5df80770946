import type { ParameterKind } from '../../kernel/bug-check/parameter-kinds.ts';
import type { FoundThread } from '../../kernel/kernel-objects.ts';
import type { Registers } from '../../stack/registers.ts';
import type { CrashStack } from './crash-frames.ts';
import type { CrashException } from './exception.ts';
import type { Suspect } from './suspect.ts';

/** A parameter of the bug check, in words. */
export interface DescribedParameter {
  readonly value: bigint;
  readonly kind: ParameterKind;
  /** What the parameter is. */
  readonly means: string;
  /** What its value is. */
  readonly text?: string;
}

/** What a dump shows about the crash that it was written for. */
export interface Crash {
  /** What happened, as a sentence. */
  readonly summary?: string;
  readonly parameters: readonly DescribedParameter[];
  readonly processor?: number;
  readonly thread?: FoundThread;
  readonly registers?: Registers;
  readonly exception?: CrashException;
  readonly stack?: CrashStack;
  readonly suspect?: Suspect;
}
