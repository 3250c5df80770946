import type { FleetCause } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { durationText } from '../../contract/time.ts';
import { wrapText } from '../../contract/wrap-text.ts';

const LINE = 80;
const MOST_NAMES = 12;

/** A cause with its computers, and an example of what one of them shows. */
export function fleetCauseText(cause: FleetCause): string {
  const { rank, headline, evidence, computerNames, threadCount, longestWaitMs, examples } = cause;
  const more = computerNames.length - MOST_NAMES;
  const names = `${computerNames.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const longest = longestWaitMs === undefined ? '' : `, longest wait ${durationText(longestWaitMs)}`;
  const [example] = examples;
  const lines = [
    `Cause ${rank}: ${headline} [${evidence.toLowerCase()}]`,
    ...wrapText(
      harmless(`${threadCount} ${threadCount === 1 ? 'thread' : 'threads'}${longest}: ${names}`),
      LINE - 2,
    ).map((line) => `  ${line}`),
    ...(example === undefined
      ? []
      : wrapText(
          harmless(`${example.computerName}: ${example.headline} [${example.evidence.toLowerCase()}]`),
          LINE - 2,
        ).map((line) => `  ${line}`)),
  ];
  return `${lines.map(harmless).join('\n')}\n\n`;
}
