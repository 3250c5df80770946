import { Failure } from '../../contract/failure.ts';
import type { Output } from '../../contract/output.ts';
import type { Dump } from '../../dump/dump.ts';
import { completenessOf } from '../../dump/finding.ts';
import { originOf } from '../../dump/origin.ts';

/** A crash cannot be taken again as a capture can. */
const CRASH_ADVICE =
  'Copy it again from the machine that crashed. What Windows did not write at the crash cannot be had later.';

/**
 * What is wrong with a file that was read all the same. The records hold everything that could be read, but a script that
 * looks at errors alone must get it too: a list from a file that ends early looks like a shorter list. A dump that
 * is partial by design is not wrong.
 */
export function incompleteness(dump: Dump, path: string): Failure | undefined {
  const { state, reasons } = completenessOf(dump.findings.list);
  if (state !== 'Truncated' && state !== 'Damaged') return undefined;
  const code = state === 'Truncated' ? 'DumpTruncated' : 'DumpDamaged';
  const advice = state === 'Truncated' && originOf(dump).kind === 'BugCheck' ? CRASH_ADVICE : undefined;
  return new Failure(code, `${path}: ${reasons[0] ?? state}`, { target: path, ...(advice && { advice }) });
}

/**
 * Reports what keeps the records of a dump from being all that it promised: an error where the file is wrong, a warning where
 * a list of the kernel breaks off. The records that were read are right either way.
 */
export function reportIncompleteness(dump: Dump, path: string, output: Output): void {
  for (const { effect, message } of dump.findings.list) {
    if (effect !== 'lost') continue;
    output.warning(`${path}: ${message}. What was read may not be all.`, path);
    output.incomplete('DumpDamaged');
  }
  if (dump.kind === 'header')
    output.warning(
      `${path}: the file is the header of a dump alone, without memory, threads and processes.`,
      path,
    );
  const failure = incompleteness(dump, path);
  if (failure !== undefined) output.error(failure);
}
