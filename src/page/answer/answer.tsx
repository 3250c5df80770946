import { useState } from 'preact/hooks';
import type { PageData } from '../page-data.ts';
import { Section } from '../parts/section.tsx';
import { foreignModules } from '../parts/stack-list.tsx';
import type { ShowThreads } from '../selection.ts';
import { counted, duration } from '../words.ts';
import { Cause } from './cause.tsx';

/** Causes that are drawn before more are asked for: the first ones matter, and each has a picture. */
const PAGE = 20;

/** Figures that a person looks for first. */
function Figures({ data }: { readonly data: PageData }) {
  const held = new Set(data.threads.flatMap(({ causes }, index) => (causes === undefined ? [] : [index])))
    .size;
  const longest = data.causes.reduce((most, { longestWaitMs = 0 }) => Math.max(most, longestWaitMs), 0);
  const { threads, running, ready } = data.totals;
  return (
    <dl class="figures">
      <div>
        <dt>threads in the dumps</dt>
        <dd>{threads.toLocaleString('en-US')}</dd>
      </div>
      <div>
        <dt>held up</dt>
        <dd>{held.toLocaleString('en-US')}</dd>
      </div>
      <div>
        <dt>{data.causes.length === 1 ? 'cause' : 'causes'}</dt>
        <dd>{data.causes.length}</dd>
      </div>
      {longest > 0 && (
        <div>
          <dt>longest wait</dt>
          <dd>{duration(longest)}</dd>
        </div>
      )}
      {running !== undefined && (
        <div>
          <dt>running{ready ? `, ${counted(ready, 'ready', 'ready')}` : ''}</dt>
          <dd>{running}</dd>
        </div>
      )}
    </dl>
  );
}

export function Answer({ data, onShow }: { readonly data: PageData; readonly onShow: ShowThreads }) {
  const foreign = foreignModules(data.modules);
  const [limit, setLimit] = useState(PAGE);
  const [first, ...others] = data.causes.slice(0, limit);
  const left = data.causes.length - limit;
  const cause = (each: PageData['causes'][number]) => (
    <Cause cause={each} total={data.totals.threads} foreign={foreign} onShow={onShow} />
  );
  return (
    <Section id="answer" title="Why threads are stuck">
      <Figures data={data} />
      {first === undefined ? (
        <p class="empty">No thread of these dumps holds others up, as far as the dumps show.</p>
      ) : (
        <article class="cause first">{cause(first)}</article>
      )}
      {others.map((each) => (
        <details key={each.rank} class="cause">
          <summary>
            <span class="rank">Cause {each.rank}</span>
            <span class="headline">{each.headline}</span>
            <span class="weight">
              {counted(each.threadCount, 'thread')}
              {each.longestWaitMs !== undefined && `, ${duration(each.longestWaitMs)}`}
            </span>
          </summary>
          {cause(each)}
        </details>
      ))}
      {left > 0 && (
        <p class="more">
          <button type="button" onClick={() => setLimit(limit + PAGE)}>
            Show {Math.min(PAGE, left)} more of {left} causes
          </button>
        </p>
      )}
    </Section>
  );
}
