import { plainBugCheckCode } from './bug-check-name.ts';
import { EXCEPTION_CODES } from './exception-codes.ts';
import { MEMORY_CODES } from './memory-codes.ts';
import type { CodeMeaning, Parameter } from './parameter-kinds.ts';
import { SYSTEM_CODES } from './system-codes.ts';

/** What a code and its parameters mean, with the case that its first parameter names. */
export interface BugCheckMeaning {
  /** What happened, in one or two sentences. */
  readonly is: string;
  readonly parameters: readonly Parameter[];
}

/** The codes with parameters in words here. */
export const CODE_MEANINGS: Readonly<Record<number, CodeMeaning>> = {
  ...MEMORY_CODES,
  ...EXCEPTION_CODES,
  ...SYSTEM_CODES,
};

/** What the parameters of a bug check mean; undefined for codes that have no words here. */
export function bugCheckMeaning(code: number, first: bigint): BugCheckMeaning | undefined {
  const meaning = CODE_MEANINGS[plainBugCheckCode(code)];
  if (meaning === undefined) return undefined;
  // Windows writes some first parameters as numbers with a sign.
  const { is, parameters, cases } = meaning;
  const found = cases?.[Number(BigInt.asUintN(32, first))];
  if (found === undefined) return { is, parameters };
  const [kind = 'Subtype'] = parameters[0] ?? [];
  const rest = found.rest ?? parameters.slice(1);
  return { is, parameters: [[kind, found.is], ...rest] };
}
