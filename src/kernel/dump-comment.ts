import type { Dump } from '../dump/dump.ts';

const SIMULATED_COMMENT = /^simulated:[\w-]+/;

/** The comment field of the header up to its end mark; undefined when the kernel never set it. */
export function dumpComment(dump: Dump): string | undefined {
  const bytes = dump.header.get('Comment');
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf(0);
  const text = Buffer.from(bytes.subarray(0, end < 0 ? bytes.length : end)).toString('latin1');
  return text === '' ? undefined : text;
}

/** The name of the simulated machine that wrote the dump; undefined for a dump of a real machine. */
export function simulatedMachineOf(dump: Dump): string | undefined {
  return SIMULATED_COMMENT.exec(dumpComment(dump) ?? '')?.[0];
}
