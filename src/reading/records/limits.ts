import type { Dump as DumpRecord } from '../../contract/generated/types.ts';
import type { Dump } from '../../dump/dump.ts';
import type { Crash } from '../../explain/crash/crash-model.ts';

/** What a file does not show, as sentences: what is not asked again after a look into it, and what to look at instead. */
export function limitsOf(dump: Dump, crash: Crash | undefined, record: Partial<DumpRecord>): string[] {
  if (crash === undefined) return [];
  const limits: string[] = [];
  const frames = crash.stack?.frames ?? [];
  if (dump.kind === 'triage') {
    limits.push('It holds the stack of one thread: what other threads did is not in it.');
    limits.push('It holds no images: versions and signatures of drivers are not in it.');
  }
  if (frames.some(({ nameOrigin, module }) => module !== undefined && nameOrigin === undefined))
    limits.push('Functions have no names without symbols.');
  if (frames.some(({ foundBy }) => foundBy === 'scan'))
    limits.push('Frames with a question mark are guesses: the images with unwind data are not at hand.');
  if (crash.stack === undefined)
    limits.push('The registers of the crash, or the stack that they point to, are not in it.');
  if (record.bugCheckName === undefined) limits.push('The code of the bug check is in no list of Windows.');
  return limits;
}
