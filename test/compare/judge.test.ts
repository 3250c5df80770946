import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { compareSides, queueProgress } from '../../src/compare/compare.ts';
import { CAPTURE_SWITCHES, judge } from '../../src/compare/judge.ts';
import type { Observation, Side } from '../../src/compare/observation.ts';

const evidence = { class: 'Memory', basis: 'a test' } as const;

function look(changes: Partial<Observation> = {}): Observation {
  return {
    processId: 4,
    threadId: 8,
    address: virtualAddress(0xffff_8000_0000_1000n),
    isDisturbing: false,
    before: { timeMs: 0, contextSwitches: 100, state: 'Wait', waitReason: 'Executive' },
    counted: evidence,
    key: 'nt!A',
    isIdle: false,
    requests: [],
    ...changes,
  };
}

const later = (contextSwitches: number, changes: Partial<Observation> = {}) =>
  look({ before: { timeMs: 10_000, contextSwitches, state: 'Wait', waitReason: 'Executive' }, ...changes });

const side = (observations: readonly Observation[], isWhole = false): Side => ({
  observations,
  departed: [],
  isWhole,
});

/** A thread's life between two looks, from which both looks follow. */
interface Life {
  readonly own: number;
  readonly moves: boolean;
  readonly isDisturbing: boolean;
  readonly hasAfter: boolean;
  readonly captureAdds: number;
  readonly start: number;
}

const lives: fc.Arbitrary<Life> = fc.record({
  own: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 1_000_000 })),
  moves: fc.boolean(),
  isDisturbing: fc.boolean(),
  hasAfter: fc.boolean(),
  captureAdds: fc.integer({ min: 0, max: 2 }),
  start: fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 2 ** 32 - 1000, max: 2 ** 32 - 1 })),
});

function looksOf({
  own,
  moves,
  isDisturbing,
  hasAfter,
  captureAdds,
  start,
}: Life): [Observation, Observation] {
  const added = isDisturbing ? captureAdds : 0;
  const wrap = (value: number) => value % 2 ** 32;
  const first = look({
    isDisturbing,
    before: { timeMs: 0, contextSwitches: start, state: 'Wait', waitReason: 'Executive' },
    ...(hasAfter && { after: { timeMs: 0, contextSwitches: wrap(start + added), state: 'Wait' } }),
  });
  return [first, later(wrap(start + added + own), { key: own > 0 && moves ? 'nt!B' : 'nt!A' })];
}

describe('two looks at one thread', () => {
  it('two looks never call a thread stuck that ran more than the capture may have made it', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const [a, b] = looksOf(life);
        const { verdict } = judge(a, b);
        const blind = life.isDisturbing && !life.hasAfter ? 2 : 0;
        const added = life.isDisturbing && !life.hasAfter ? life.captureAdds : 0;
        // The truth, from the life and not from the looks.
        if (verdict === 'Stuck') expect(life.own + added).toBe(0);
        if (verdict === 'StuckExceptCapture') expect(life.own + added).toBeLessThanOrEqual(blind);
        if (life.own === 0) expect(['Stuck', 'StuckExceptCapture']).toContain(verdict);
        if (life.own > 0 && life.moves && life.own + added > 0) expect(verdict).toBe('Moved');
        if (life.own + added > blind && !life.moves) expect(verdict).toBe('Slow');
      }),
    );
  });

  it('the rate of a slow thread is its own: what the capture may have added is taken out', () => {
    expect(judge(look(), later(150))).toMatchObject({
      verdict: 'Slow',
      switchesPerSecond: 5,
      evidence: { class: 'Stack' },
    });
    const disturbed = judge(look({ isDisturbing: true }), later(150));
    expect(disturbed).toMatchObject({
      verdict: 'Slow',
      contextSwitches: 50,
      captureSwitches: CAPTURE_SWITCHES,
    });
    expect(disturbed.switchesPerSecond).toBeCloseTo(4.8);
  });

  it('a thread that stays on a processor has no switches and is not called stuck', () => {
    const running = { timeMs: 0, contextSwitches: 100, state: 'Running' };
    const { verdict } = judge(look({ before: running }), look({ before: { ...running, timeMs: 10_000 } }));
    expect(verdict).toBe('Slow');
    const moved = judge(
      look({ before: running }),
      look({ before: { ...running, timeMs: 10_000 }, key: 'nt!B' }),
    );
    expect(moved.verdict).toBe('Moved');
  });

  it('a counter that went back is no count', () => {
    expect(judge(look(), later(98))).toMatchObject({ verdict: 'Unknown' });
    expect(judge(look(), later(98)).contextSwitches).toBeUndefined();
  });

  it('without counters, a wait that is older than the first look is one wait', () => {
    const waited = (waitTimeMs: number) =>
      look({ before: { timeMs: 10_000, state: 'Wait', waitReason: 'Executive', waitTimeMs } });
    const first = look({ before: { timeMs: 0, state: 'Wait', waitReason: 'Executive' } });
    expect(judge(first, waited(60_000))).toMatchObject({ verdict: 'Stuck', evidence: { class: 'Derived' } });
    expect(judge(first, waited(4000)).verdict).toBe('Unknown');
    // A capture began the wait anew, at a time that is not known.
    expect(judge({ ...first, isDisturbing: true }, waited(60_000)).verdict).toBe('Unknown');
  });

  it('a request at the same location has not moved, and one at another has', () => {
    const address = virtualAddress(0xffff_8000_0000_2000n);
    const at = (location: number) => ({ requests: [{ address, location, evidence }] });
    expect(judge(look(at(2)), later(100, at(2)))).toMatchObject({ hasRequestMoved: false });
    expect(judge(look(at(2)), later(120, at(1)))).toMatchObject({ hasRequestMoved: true });
    expect(judge(look(at(2)), later(120)).hasRequestMoved).toBeUndefined();
  });
});

describe('two sides', () => {
  it('a thread that one side lacks is gone or new only where that side holds every thread', () => {
    const [thread] = compareSides(side([look()]), side([]));
    expect(thread?.verdict).toBe('Unknown');
    expect(compareSides(side([look()]), side([], true))[0]?.verdict).toBe('Gone');
    expect(compareSides(side([]), side([look()]))[0]?.verdict).toBe('Unknown');
    expect(compareSides(side([], true), side([look()]))[0]?.verdict).toBe('New');
  });

  it('an id or an address that another thread has now is not the same thread', () => {
    const other = look({ address: virtualAddress(0xffff_8000_0000_9000n), createTimeRaw: '2' });
    const verdicts = compareSides(side([look({ createTimeRaw: '1' })], true), side([other])).map(
      ({ verdict }) => verdict,
    );
    expect(verdicts).toEqual(['Gone', 'New']);
    const reused = look({ threadId: 12 });
    expect(compareSides(side([look()], true), side([reused], true)).map(({ verdict }) => verdict)).toEqual([
      'Gone',
      'New',
    ]);
  });

  it('a worker pool that finished no item between the looks is distinguished from one that did', () => {
    const queue = (itemsProcessed: number) => ({
      queue: { address: virtualAddress(0xffff_8000_0000_3000n), itemsProcessed, evidence },
    });
    const workers = (items: number, switches: number) =>
      [8, 12].map((threadId) =>
        look({
          threadId,
          address: virtualAddress(0xffff_8000_0000_1000n + BigInt(threadId)),
          before: { contextSwitches: switches },
          ...queue(items),
        }),
      );
    expect(queueProgress(compareSides(side(workers(7, 1)), side(workers(7, 1))))).toMatchObject([
      { items: 0, threads: 2 },
    ]);
    expect(queueProgress(compareSides(side(workers(7, 1)), side(workers(9, 3))))).toMatchObject([
      { items: 2, threads: 2 },
    ]);
  });
});
