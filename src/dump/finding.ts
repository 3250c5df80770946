import type { Field, Layout } from '../binary/layout.ts';

/**
 * What a reader noticed about a file without giving up on it. A damaged dump still gives what can be read; findings
 * are how it is reported, and completeness follows from them.
 */

/**
 * What a finding does to the trust in the file:
 * `partial` – the writer itself left something out; `lost` – a list of the kernel breaks off, so that what was read of it
 * may not be all; `truncated` – the file ends early; `damaged` – a field
 * contradicts the file or another field; `note` – worth knowing, nothing is missing.
 */
export type FindingEffect = 'note' | 'partial' | 'lost' | 'truncated' | 'damaged';

export interface DumpFinding {
  readonly effect: FindingEffect;
  /** A sentence for a person. */
  readonly message: string;
  /** File offset of what is wrong. */
  readonly offset?: number;
  /** `STRUCTURE.Field`, as the vendor names it. */
  readonly field?: string;
}

export type CompletenessState = 'Complete' | 'Partial' | 'Truncated' | 'Damaged';

export interface Completeness {
  readonly state: CompletenessState;
  /** Why it is not Complete, what decided the state first; empty when it is. */
  readonly reasons: readonly string[];
}

/**
 * What a file with findings of several kinds is called: the first that holds. A file that ends early contradicts itself in
 * many places, because its tables point behind the end; a whole copy mends all of that, so the end goes before the rest.
 */
const STATES: ReadonlyArray<readonly [FindingEffect, CompletenessState]> = [
  ['truncated', 'Truncated'],
  ['damaged', 'Damaged'],
  ['lost', 'Partial'],
  ['partial', 'Partial'],
];

export function completenessOf(findings: readonly DumpFinding[]): Completeness {
  const found = STATES.find(([effect]) => findings.some((finding) => finding.effect === effect));
  const [decisive, state] = found ?? (['note', 'Complete'] as const);
  const told = findings.filter(({ effect }) => effect !== 'note');
  const reasons = [
    ...told.filter(({ effect }) => effect === decisive),
    ...told.filter(({ effect }) => effect !== decisive),
  ].map(({ message }) => message);
  return { state, reasons };
}

/** Where a finding is. */
export interface Place {
  readonly offset?: number;
  readonly field?: string;
}

/** The place of a field of the structure at file offset `base`. */
export function placeOf<F extends Record<string, Field>>(
  table: Layout<F>,
  base: number,
  field: keyof F & string,
): Place {
  return { offset: base + (table.fields[field]?.offset ?? 0), field: `${table.name}.${field}` };
}

/** Collects findings while a file is read. */
export interface Findings {
  readonly list: readonly DumpFinding[];
  add(effect: FindingEffect, message: string, where?: Place): void;
}

/** A file can be wrong in as many places as it has bytes; the first ones are enough. */
const MOST_FINDINGS = 64;

export function collectFindings(): Findings {
  const list: DumpFinding[] = [];
  return {
    list,
    add(effect, message, where = {}) {
      const known = list.some((finding) => finding.message === message);
      if (!known && list.length < MOST_FINDINGS) list.push({ effect, message, ...where });
    },
  };
}
