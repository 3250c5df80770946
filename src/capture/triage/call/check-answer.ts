import { Failure } from '../../../contract/failure.ts';
import type { TriageDump } from '../../../dump/dump.ts';
import type { TriageAnswer } from '../../../machine/port.ts';
import { checkTriage } from './verify-triage.ts';

function unverified(target: string, reason: string): Failure {
  return new Failure(
    'CaptureUnverified',
    `The kernel reported success, but returned no whole dump: ${reason}`,
    {
      target,
    },
  );
}

/**
 * The dump in an answer of the kernel that has a success status.
 * @param target what was captured, for the message
 * @returns a CaptureUnverified failure for an answer that cannot be believed: no length, too long, too short, no dump, or a
 *   damaged one
 */
export function dumpIn(answer: TriageAnswer, target: string): TriageDump | Failure {
  const { returnedLength, bytes } = answer;
  if (returnedLength !== bytes.length) {
    return unverified(target, `${returnedLength} bytes were announced, ${bytes.length} are there`);
  }
  const { acceptable, findings, dump } = checkTriage(bytes);
  if (acceptable && dump !== undefined) return dump;
  return unverified(target, findings[0]?.message ?? 'it cannot be read');
}
