import type { VirtualAddress } from '../../../binary/address.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { MissingVerdict } from '../../../contract/verdict.ts';
import type { ThreadDetails } from '../../../machine/port.ts';
import type { Target } from './target.ts';

/** A thread with a known object address, by which it is looked for in what the kernel returns. */
export interface Addressed {
  readonly target: Target;
  readonly address: VirtualAddress;
  /** What its handle gave just before the kernel was asked. */
  readonly details?: ThreadDetails;
}

/** A thread that will not be captured, whatever else happens. */
export interface Settled {
  readonly target: Target;
  readonly verdict: MissingVerdict;
  readonly reason: string;
  /** Of the thread object; known once the thread was opened. */
  readonly address?: VirtualAddress;
  readonly ntStatus?: number;
  /** Reported beside the verdict, where the verdict alone does not show what is in the way. */
  readonly failure?: Failure;
}
