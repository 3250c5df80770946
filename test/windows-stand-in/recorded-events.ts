import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ARTICLE_EVENTS } from '../capture/live/events/article-trace.ts';

/**
 * Lets the stand-in of `folder` trace, and deliver the published trace when a live dump is taken; the language of the
 * file is described in `standin/tracing.c`.
 * @param first lines before the events
 */
export function recordArticleTrace(folder: string, first = ''): void {
  const lines = ARTICLE_EVENTS.map(
    ({ id, version, ticks, data }) => `${ticks} ${id} ${version} ${Buffer.from(data).toString('hex') || '-'}`,
  );
  writeFileSync(path.join(folder, 'events.txt'), `${first}${lines.join('\n')}\n`);
}
