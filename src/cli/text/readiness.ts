import type { ReadinessCheck, SelfTestResult } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

const STATUS_WIDTH = 7;
const NAME_WIDTH = 28;
const INDENT = ' '.repeat(STATUS_WIDTH + 2);

const line = (status: string, name: string, text: string) =>
  `${harmless(`${status.padEnd(STATUS_WIDTH)}  ${name.padEnd(NAME_WIDTH)}  ${text}`)}\n`;

/** A check in one line, and what to do in a second one where something is to be done. */
export function checkText({ status, name, meaning, value, advice }: ReadinessCheck): string {
  const measured = value === undefined ? '' : ` [${value}]`;
  const next = advice === undefined || status === 'Pass' ? '' : `${INDENT}${harmless(advice)}\n`;
  return line(status, name, `${meaning}${measured}`) + next;
}

/** An assumption in one line, with both sides where they differ. */
export function selfTestText({ status, name, assumption, expected, observed }: SelfTestResult): string {
  if (status === 'Pass') return line(status, name, assumption);
  return (
    line(status, name, assumption) +
    `${INDENT}expected ${harmless(expected)}; observed ${harmless(observed ?? 'nothing')}\n`
  );
}
