import { describe, expect, it } from 'vitest';
import { joinDumps } from '../../../src/explain/chains/join-dumps.ts';
import type { KernelFacts } from '../../../src/explain/model.ts';
import { chainsOf, lock, object, owner, thread, wait, waitsForLock } from './situation.ts';

const factsOf = (facts: Partial<KernelFacts>): KernelFacts => ({
  origin: 'CaptureTriage',
  waits: [],
  locks: [],
  requests: [],
  pools: [],
  layoutSources: {},
  limits: [],
  ...facts,
});

const lacking = factsOf({
  waits: [waitsForLock(1, 1)],
  locks: [lock(1, { owners: [owner(2, 'Exclusive', false)] })],
});

describe('joined dumps', () => {
  it('an owner that runs is missing in one dump and not in the answer when another dump contains it', () => {
    const [alone] = chainsOf(joinDumps([lacking, factsOf({})]), { 2: 'Running' });
    expect(alone?.root.kind).toBe('OwnerNotInDump');
    expect(alone?.missingThreads.map(({ threadId }) => threadId)).toEqual([2]);
    const [both] = chainsOf(joinDumps([lacking, factsOf({})], [thread(2)]), { 2: 'Running' });
    expect(both?.root.kind).toBe('Running');
    expect(both?.missingThreads).toEqual([]);
  });

  it('a thread that must answer is not missing when another dump contains it', () => {
    const evidence = { class: 'Memory', basis: 'message' } as const;
    const waiting = wait(1, [object('AlpcReply', 1, { target: { thread: thread(3, false), evidence } })]);
    const facts = joinDumps([factsOf({ waits: [waiting] }), factsOf({ waits: [waitsForLock(3, 9)] })]);
    expect(facts.waits[0]?.objects[0]?.target?.thread?.inDump).toBe(true);
  });
});
