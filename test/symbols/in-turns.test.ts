import { describe, expect, it } from 'vitest';
import type { Steps } from '../../src/binary/steps.ts';
import { inTurns } from '../../src/symbols/in-turns.ts';

/** Work of about 200 ms, a hundred steps; counts how often it was given up. */
function longWork() {
  let abandoned = 0;
  function* steps(): Steps<string> {
    try {
      for (let step = 0; step < 100; step++) {
        for (const until = performance.now() + 2; performance.now() < until; );
        yield;
      }
      return 'done';
    } finally {
      abandoned += 1;
    }
  }
  return { steps, abandoned: () => abandoned };
}

describe('long work of the symbol room', () => {
  it('long work lets the process hear timers, and ends with its result', async () => {
    let heard = 0;
    const timer = setInterval(() => {
      heard += 1;
    }, 1);
    expect(await inTurns(longWork().steps())).toBe('done');
    clearInterval(timer);
    expect(heard).toBeGreaterThanOrEqual(4);
  });

  it('long work ends with the reason of its signal, and clears up behind itself', async () => {
    const work = longWork();
    const controller = new AbortController();
    const reason = new Error('stopped');
    setTimeout(() => controller.abort(reason), 10);
    await expect(inTurns(work.steps(), controller.signal)).rejects.toBe(reason);
    expect(work.abandoned()).toBe(1);
  });
});
