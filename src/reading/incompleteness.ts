import { Failure } from '../contract/failure.ts';
import type { Dump } from '../dump/dump.ts';
import { completenessOf } from '../dump/finding.ts';
import { originOf } from '../dump/origin.ts';

/** A crash cannot be taken again as a capture can. */
const CRASH_ADVICE =
  'Copy it again from the machine that crashed. What Windows did not write at the crash cannot be had later.';

/**
 * What is wrong with a file that was read all the same. The records tell everything that could be read, but a script that
 * looks at errors alone must hear of it too: a list from a file that ends early looks like a shorter list. A dump that
 * is partial by design is not wrong.
 */
export function incompleteness(dump: Dump, path: string): Failure | undefined {
  const { state, reasons } = completenessOf(dump.findings.list);
  if (state !== 'Truncated' && state !== 'Damaged') return undefined;
  const code = state === 'Truncated' ? 'DumpTruncated' : 'DumpDamaged';
  const advice = state === 'Truncated' && originOf(dump).kind === 'BugCheck' ? CRASH_ADVICE : undefined;
  return new Failure(code, `${path}: ${reasons[0] ?? state}`, { target: path, ...(advice && { advice }) });
}
