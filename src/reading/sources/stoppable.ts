import { Failure } from '../../contract/failure.ts';
import type { Output } from '../../contract/output.ts';
import type { ReadingContext } from './context.ts';
import { takeTurn } from './turns.ts';

/** What the request of every reader can limit. */
export interface TimeLimited {
  readonly timeLimitSeconds?: number;
}

type Reader<R> = (request: R, context: ReadingContext) => Promise<void>;

/** An output that gives the process a turn after a record: most loops of readers write one. */
function withTurns(output: Output, signal: AbortSignal): Output {
  return {
    ...output,
    async record(type, value, done) {
      await output.record(type, value, done);
      await takeTurn(signal);
    },
  };
}

/**
 * A reader that a signal, the end of its input, or the time limit of its request ends within half a second, with a failure that
 * states which. What it wrote before is whole.
 */
export function stoppable<R extends TimeLimited>(read: Reader<R>): Reader<R> {
  return async (request, context) => {
    const { timeLimitSeconds } = request;
    const controller = new AbortController();
    const onAbort = () => controller.abort(context.signal.reason);
    context.signal.addEventListener('abort', onAbort, { once: true });
    if (context.signal.aborted) onAbort();
    const limit =
      timeLimitSeconds === undefined
        ? undefined
        : setTimeout(() => controller.abort(timeIsUp(timeLimitSeconds)), timeLimitSeconds * 1000);
    const { signal } = controller;
    try {
      await read(request, { ...context, signal, output: withTurns(context.output, signal) });
    } finally {
      clearTimeout(limit);
      context.signal.removeEventListener('abort', onAbort);
    }
  };
}

function timeIsUp(seconds: number): Failure {
  return new Failure('TimeLimitReached', `Reading did not end within ${seconds} s.`);
}
