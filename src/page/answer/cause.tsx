import { WaitGraphView } from '../graph/wait-graph-view.tsx';
import type { PageCause } from '../page-data.ts';
import { EvidenceTag } from '../parts/evidence.tsx';
import type { ShowThreads } from '../selection.ts';
import { counted, duration } from '../words.ts';
import { BlockedBy } from './blocked-by.tsx';

interface Props {
  readonly cause: PageCause;
  readonly total: number;
  readonly foreign: ReadonlySet<string>;
  readonly onShow: ShowThreads;
}

function Texts({
  title,
  texts,
  isNumbered,
}: {
  title: string;
  texts: readonly string[];
  isNumbered?: boolean;
}) {
  if (texts.length === 0) return null;
  const items = texts.map((text) => <li key={text}>{text}</li>);
  return (
    <div class="texts">
      <h4>{title}</h4>
      {isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>}
    </div>
  );
}

/** A longer headline is a paragraph: its first words are the heading, the rest is text. */
const LONGEST_HEADING = 200;

function headingOf(headline: string): { readonly head: string; readonly lead?: string } {
  const at = headline.indexOf(': ');
  if (headline.length <= LONGEST_HEADING || at < 0) return { head: headline };
  const rest = headline.slice(at + 2);
  return { head: headline.slice(0, at), lead: `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}` };
}

/** One cause: what holds everything up, in words, as a picture, and as stacks. */
export function Cause({ cause, total, foreign, onShow }: Props) {
  const { rank, headline, evidence, isDeadlock, brokenByTimeout, threadCount, longestWaitMs } = cause;
  const { head, lead } = headingOf(headline);
  return (
    <>
      <p class="cause-facts">
        <strong>Cause {rank}</strong>
        {isDeadlock && (
          <span class="badge alarm">{brokenByTimeout ? 'stall until a timeout' : 'deadlock'}</span>
        )}
        <span>
          {counted(threadCount, 'thread')} of {total.toLocaleString('en-US')}
        </span>
        {longestWaitMs !== undefined && <span>longest wait {duration(longestWaitMs)}</span>}
        {cause.where !== undefined && <span>in {cause.where}</span>}
      </p>
      <h3>
        {head} {lead === undefined && <EvidenceTag of={evidence} />}
      </h3>
      {lead !== undefined && (
        <p class="lead">
          {lead} <EvidenceTag of={evidence} />
        </p>
      )}
      <div class="picture">
        <WaitGraphView graph={cause.graph} label={`Wait graph of cause ${rank}`} onShow={onShow} />
        {cause.statements.length > 0 && (
          <ul class="statements" aria-label="What the dumps show">
            {cause.statements.map(({ text, evidence: known, basis }) => (
              <li key={text}>
                <span>{text}</span>
                <EvidenceTag of={known} basis={basis} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="columns">
        {cause.patterns.length > 0 && (
          <div class="texts">
            <h4>
              Why it looks like this <EvidenceTag of="Pattern" />
            </h4>
            <ul>
              {cause.patterns.map(({ id, meaning, source }) => (
                <li key={id} title={`${id}: ${source}`}>
                  {meaning}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Texts title="Look next at" texts={cause.nextSteps} isNumbered />
        <Texts title="Capture next" texts={cause.missingThreads} />
        <Texts title="Not known" texts={cause.notKnown} />
      </div>
      <BlockedBy cause={cause} foreign={foreign} onShow={onShow} />
    </>
  );
}
