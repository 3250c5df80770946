import type { WatchEvent } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';

/** So many threads of an event are shown. */
const SHOWN = 5;

/** One line for the event, and what leads on from it indented below. */
export function watchEventText(event: WatchEvent): string {
  const { time, event: kind, message, threads = [], threadCount = 0, answerPath, advice } = event;
  const shown = threads
    .slice(0, SHOWN)
    .map(
      ({ threadId, waitReason = '', waitTimeMs = 0 }) =>
        `thread ${threadId}  ${waitReason}  ${Math.round(waitTimeMs / 1000)} s`,
    );
  const more = threadCount > SHOWN ? [`and ${threadCount - SHOWN} more`] : [];
  const below = [...shown, ...more, answerPath && `answer: ${answerPath}`, advice].filter(
    (line) => line !== undefined && line !== '',
  );
  const lines = [`${time}  ${kind.padEnd(15)} ${message}`, ...below.map((line) => `    ${line}`)];
  return lines.map((line) => `${harmless(line)}\n`).join('');
}
