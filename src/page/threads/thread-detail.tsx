import type { PageData, PageThread } from '../page-data.ts';
import { EvidenceTag } from '../parts/evidence.tsx';
import { foreignModules, StackList } from '../parts/stack-list.tsx';

/** What is known of one thread: its wait, its holder, its requests, its stack. */
export function ThreadDetail({ data, thread }: { readonly data: PageData; readonly thread: PageThread }) {
  const frames = (data.stacks[thread.stack ?? -1]?.frames ?? []).map((index) => {
    const frame = data.frames[index];
    return frame === undefined ? '' : `${frame.name}${frame.isGuess ? ' ?' : ''}`;
  });
  return (
    <div class="thread-detail">
      <dl class="facts">
        {thread.waitingFor !== undefined && (
          <>
            <dt>Waits for</dt>
            <dd>
              {thread.waitingFor} {thread.waitEvidence && <EvidenceTag of={thread.waitEvidence} />}
            </dd>
          </>
        )}
        {thread.heldBy !== undefined && thread.heldBy.length > 0 && (
          <>
            <dt>Held by</dt>
            <dd>
              {thread.heldBy.join(', ')} {thread.heldByEvidence && <EvidenceTag of={thread.heldByEvidence} />}
            </dd>
          </>
        )}
        {thread.requests?.map((request) => (
          <>
            <dt>Request</dt>
            <dd>
              {request.function} <span class="code">{request.address}</span>
              {request.driver !== undefined && ` at ${request.driver}`}
              {request.isMarkedPending && ', marked pending'}
              {request.file !== undefined && `, about ${request.file}`} <EvidenceTag of={request.evidence} />
            </dd>
          </>
        ))}
        <dt>Object</dt>
        <dd class="code">{thread.address}</dd>
        {data.dumps.length > 1 && thread.dump !== undefined && (
          <>
            <dt>Dump</dt>
            <dd>{data.dumps[thread.dump]?.name}</dd>
          </>
        )}
      </dl>
      <div>
        {frames.length === 0 ? (
          <p class="empty">The dump holds no stack of this thread.</p>
        ) : (
          <StackList frames={frames} foreign={foreignModules(data.modules)} />
        )}
        {thread.stackEnd !== undefined && <p class="note">{thread.stackEnd}</p>}
      </div>
    </div>
  );
}
