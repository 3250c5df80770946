import type { BlockedStep, PageCause } from '../page-data.ts';
import { EvidenceTag } from '../parts/evidence.tsx';
import { StackList } from '../parts/stack-list.tsx';
import type { ShowThreads } from '../selection.ts';
import { duration } from '../words.ts';

/** Frames of a stack that are shown at first. */
const SHORT = 8;

interface Props {
  readonly cause: PageCause;
  readonly foreign: ReadonlySet<string>;
  readonly onShow: ShowThreads;
}

/** From the threads of a step to what holds them up. */
function relation({ activity, waiterCount }: BlockedStep): string {
  if (activity === undefined) return waiterCount === 1 ? 'waits for' : 'wait for';
  if (activity === 'Ready') return 'ready to run, with the unfinished';
  if (activity === 'Ended') return 'ended, with the unfinished';
  return waiterCount === 1 ? 'runs with the unfinished' : 'run with the unfinished';
}

/**
 * The way from the waiters to the end: the stack of a waiter, what it waits for, and under it the stack of the owner. The same
 * picture as an off-CPU flame graph that is joined with its wakers.
 */
export function BlockedBy({ cause, foreign, onShow }: Props) {
  const { steps, end, rank } = cause;
  if (steps.length === 0) return null;
  return (
    <details class="blocked" open={rank === 1}>
      <summary>Blocked by: stacks of the waiters and of what they wait for</summary>
      <ol class="ladder">
        {steps.map((step) => (
          <li key={`${step.waiters} ${step.waitsFor}`}>
            <div class="party">
              <h4>
                {step.waiters}
                {step.waitMs !== undefined && (
                  <span class="muted">
                    , {step.waiterCount > 1 ? 'up to ' : ''}
                    {duration(step.waitMs)}
                  </span>
                )}
                {step.waiterThreads.length > 0 && (
                  <button
                    type="button"
                    class="quiet"
                    onClick={() => onShow(step.waiters, step.waiterThreads)}
                  >
                    Show in the table
                  </button>
                )}
              </h4>
              {step.waiterStack !== undefined && (
                <StackList frames={step.waiterStack} foreign={foreign} limit={SHORT} skipsWait />
              )}
            </div>
            <p class="waits-for">
              <span class="verb">{relation(step)}</span> {step.waitsFor}{' '}
              <EvidenceTag of={step.evidence} basis={step.basis} />
              {step.heldBy !== undefined && <span class="held"> held by {step.heldBy}</span>}
            </p>
          </li>
        ))}
        {end !== undefined && (
          <li>
            <div class="party end">
              <h4>{end.title}</h4>
              {end.stack !== undefined && (
                <StackList frames={end.stack} foreign={foreign} limit={SHORT} skipsWait />
              )}
            </div>
          </li>
        )}
      </ol>
    </details>
  );
}
