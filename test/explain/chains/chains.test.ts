import { describe, expect, it } from 'vitest';
import { chainStatements, headline, linkStatements } from '../../../src/explain/chains/words.ts';
import type { Evidence } from '../../../src/explain/model.ts';
import {
  chainsOf,
  ids,
  lock,
  memory,
  object,
  owner,
  request,
  thread,
  wait,
  waitsForLock,
} from './situation.ts';

const texts = (chain: ReturnType<typeof chainsOf>[number] | undefined) =>
  chain === undefined ? [] : chain.links.flatMap(linkStatements).map(({ text }) => text);

describe('Chains of waits', () => {
  it('227 waiters of a lock whose owner has a pending request are one chain that ends at the request', () => {
    const waiters = Array.from({ length: 227 }, (_, index) => 100 + index);
    const file = {
      address: thread(1).address,
      name: {
        text: '\\\\fileserver\\wwwroot$\\default.aspx',
        kind: 'Network',
        raw: '',
        isCut: false,
        evidence: { class: 'Memory', basis: 'file object' },
      },
    } as const;
    const holder = {
      driver: { name: '\\FileSystem\\mrxsmb20', evidence: { class: 'Memory', basis: 'driver object' } },
      markedPending: true,
      evidence: { class: 'Memory', basis: 'current location' },
    } as const;
    const chains = chainsOf({
      waits: [
        ...waiters.map((id) => waitsForLock(id, 1, { waitTimeMs: 484_000 })),
        wait(10, [object('LocalEvent', 10)], { waitTimeMs: 492_000 }),
      ],
      locks: [lock(1, { owners: [owner(10)] })],
      requests: [request(10, { file, holder })],
    });
    expect(chains).toHaveLength(1);
    expect(chains[0]).toMatchObject({
      root: { kind: 'PendingIo', thread: { threadId: 10 } },
      longestWaitMs: 492_000,
    });
    expect(chains[0]?.threads).toHaveLength(228);
    expect(chains[0] && headline(chains[0])).toEqual({
      text: '227 threads wait for a lock that thread 10 holds, and thread 10 waits for a request that \\FileSystem\\mrxsmb20 has not finished on a file server.',
      evidence: 'Derived',
    });
    expect(texts(chains[0])).toEqual([
      '227 threads wait for ERESOURCE 0xfffff8801003e900, the longest for 0:08:04.',
      'Thread 10 holds it, exclusively.',
      'Thread 10 waits for IRP_MJ_CREATE 0xffffa3900000a000 at \\FileSystem\\mrxsmb20, for 0:08:12.',
      '\\FileSystem\\mrxsmb20 has the request and has marked it pending.',
      'The request is about \\\\fileserver\\wwwroot$\\default.aspx.',
    ]);
  });

  it.each([
    ['Running', 'runs and has'],
    ['Ready', 'is ready to run and has'],
  ])('an owner in state %s does not wait for its own request', (state, words) => {
    const [chain] = chainsOf(
      { waits: [waitsForLock(2, 1)], locks: [lock(1, { owners: [owner(1)] })], requests: [request(1)] },
      { 1: state },
    );
    expect(chain?.links.at(-1)?.activity).toBe(state);
    expect(chain && headline(chain).text).toBe(
      `Thread 2 waits for a lock that thread 1 holds, and thread 1 ${words} a pending request.`,
    );
    expect(texts(chain).at(-1)).toMatch(new RegExp(`^Thread 1 ${words} the unfinished IRP_MJ_`));
  });

  it('two threads that hold what the other waits for are a deadlock that names both threads and both locks', () => {
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 2), waitsForLock(2, 1)],
      locks: [lock(1, { owners: [owner(1)] }), lock(2, { owners: [owner(2)] })],
    });
    expect(chain?.root).toMatchObject({ kind: 'Deadlock' });
    expect(chain && headline(chain).text).toBe(
      'Deadlock between 2 threads: thread 1 holds ERESOURCE 0xfffff8801003e900 and waits for ERESOURCE 0xfffff8801003ea00; thread 2 holds ERESOURCE 0xfffff8801003ea00 and waits for ERESOURCE 0xfffff8801003e900.',
    );
  });

  it('threads behind a deadlock count to it and are not part of its cycle', () => {
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 2), waitsForLock(2, 1), waitsForLock(3, 1), waitsForLock(4, 1)],
      locks: [lock(1, { owners: [owner(1)] }), lock(2, { owners: [owner(2)] })],
    });
    expect(ids(chain?.root.cycle?.map((step) => step.thread) ?? [])).toEqual([1, 2]);
    expect(ids(chain?.threads ?? [])).toEqual([1, 2, 3, 4]);
  });

  it('a cycle in which one wait has a timeout is a stall, not a deadlock for good', () => {
    const timeout = { evidence: { class: 'Memory', basis: 'timer' } } as const;
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 2, { timeout }), waitsForLock(2, 1)],
      locks: [lock(1, { owners: [owner(1)] }), lock(2, { owners: [owner(2)] })],
    });
    expect(chain?.root).toMatchObject({ kind: 'Deadlock', brokenByTimeout: true });
    expect(chain && headline(chain).text).toMatch(/^Stall that a timeout will break between 2 threads: /);
  });

  it('a wait for any of two objects is no deadlock while one of them can come', () => {
    const chains = chainsOf({
      waits: [
        wait(1, [object('Resource', 1, { lock: 'Resource:2' }), object('Unknown', 77)]),
        waitsForLock(2, 1),
      ],
      locks: [lock(1, { owners: [owner(1)] }), lock(2, { owners: [owner(2)] })],
    });
    expect(chains.map(({ root }) => root.kind)).toEqual(['NoOwnerKnown']);
  });

  it('a wait for all of two objects is a deadlock when one of them is in a cycle', () => {
    const chains = chainsOf({
      waits: [
        wait(1, [object('Resource', 1, { lock: 'Resource:2' }), object('Unknown', 77)], { waitType: 'All' }),
        waitsForLock(2, 1),
      ],
      locks: [lock(1, { owners: [owner(1)] }), lock(2, { owners: [owner(2)] })],
    });
    expect(chains.map(({ root }) => root.kind)).toContain('Deadlock');
  });

  it('an owner that no dump contains is the root, and is named as missing', () => {
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 1), waitsForLock(2, 1)],
      locks: [lock(1, { owners: [owner(9, 'Exclusive', false)] })],
    });
    expect(chain?.root).toMatchObject({ kind: 'OwnerNotInDump', thread: { threadId: 9 } });
    expect(ids(chain?.missingThreads ?? [])).toEqual([9]);
    expect(chain && headline(chain).text).toBe(
      '2 threads wait for a lock that thread 9 holds, which no dump here contains.',
    );
    expect(chain && chainStatements(chain).map(({ text }) => text)).toContain(
      'Thread 9, which no dump here contains, holds it, exclusively.',
    );
  });

  it.each([
    ['Running', 'Running', ', which runs on a processor.'],
    ['Ready', 'Ready', ', which is ready to run and has no processor.'],
  ])('an owner in state %s is a root of kind %s', (state, kind, end) => {
    const [chain] = chainsOf(
      { waits: [waitsForLock(1, 1)], locks: [lock(1, { owners: [owner(2)] })] },
      { 2: state },
    );
    expect(chain?.root.kind).toBe(kind);
    expect(chain && headline(chain).text).toBe(`Thread 1 waits for a lock that thread 2 holds${end}`);
  });

  it.each([
    ['Timer', 'Sleeping'],
    ['Suspension', 'Suspended'],
    ['UserLock', 'UserMode'],
  ] as const)('an owner that waits for a %s is a root of kind %s', (kind, root) => {
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 1), wait(2, [object(kind, 2)])],
      locks: [lock(1, { owners: [owner(2)] })],
    });
    expect(chain?.root.kind).toBe(root);
  });

  it('nothing holds a lock on less than derived evidence', () => {
    const guess: Evidence = { class: 'Guess', basis: 'elimination' };
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 1)],
      locks: [lock(1, { owners: [{ ...owner(2), evidence: guess }] })],
    });
    const said = chain === undefined ? [] : [headline(chain), ...chain.links.flatMap(linkStatements)];
    expect(said.filter(({ text }) => /\bholds\b/.test(text))).toEqual([]);
    expect(said[0]).toEqual({
      text: 'Thread 1 waits for a lock that thread 2 may hold.',
      evidence: 'Guess',
    });
  });

  const guess = { class: 'Guess', basis: 'elimination' } as const;
  const rule = { class: 'Derived', basis: 'a layout rule' } as const;

  it('a deadlock holds no lock on less than derived evidence, and its sentence is as weak as its owners', () => {
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 2), waitsForLock(2, 1)],
      locks: [lock(1, { owners: [owner(1)] }), lock(2, { owners: [{ ...owner(2), evidence: guess }] })],
    });
    expect(chain?.root.kind).toBe('Deadlock');
    const [first] = chain ? chainStatements(chain) : [];
    expect(first?.evidence).toBe('Guess');
    expect(first?.text).toMatch(/thread 2 may hold ERESOURCE/);
    // That thread 1 holds its lock is sure, and has a sentence of its own.
    expect(first?.text).toMatch(/thread 1 may hold ERESOURCE/);
  });

  it('a headline states nothing of the wait of a holder that is less sure than that it holds the lock', () => {
    const [chain] = chainsOf({
      waits: [
        waitsForLock(1, 1),
        wait(2, [object('Unknown', 5, { evidence: guess, description: 'an event without an owner' })]),
      ],
      locks: [lock(1, { owners: [owner(2)] })],
    });
    const statements = chain ? chainStatements(chain) : [];
    expect(statements[0]).toEqual({
      text: 'Thread 1 waits for a lock that thread 2 holds.',
      evidence: 'Memory',
    });
    expect(statements.at(-1)).toMatchObject({ evidence: 'Guess' });
    expect(statements.at(-1)?.text).toMatch(/^Thread 2 waits for an event without an owner/);
    const weak = statements.filter(({ evidence }) => !['Memory', 'Derived'].includes(evidence));
    expect(weak.filter(({ text }) => /\bholds?\b/.test(text))).toEqual([]);
  });

  it('owners that are counted and not named are as sure as the weakest of them', () => {
    const owners = Array.from({ length: 10 }, (_, index) => owner(100 + index, 'Shared'));
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 1)],
      locks: [lock(1, { owners: [...owners.slice(1), { ...owner(99, 'Shared'), evidence: guess }] })],
    });
    const statements = chain ? chainStatements(chain) : [];
    expect(statements).toContainEqual({ text: '2 more threads may hold it.', evidence: 'Guess' });
    expect(statements[0]?.evidence).toBe('Guess');
  });

  it('a sentence that names a lock by its file, or a request by its driver, is as weak as the name', () => {
    const name = { text: 'main resource of a file', evidence: rule };
    const holder = {
      driver: { name: 'fastfat.sys', address: thread(7).address, evidence: rule },
      markedPending: false,
      evidence: memory,
    };
    const [chain] = chainsOf({
      waits: [waitsForLock(1, 1), wait(2, [object('FileEvent', 5, { request: request(2).address })])],
      locks: [lock(1, { owners: [owner(2)], name })],
      requests: [request(2, { holder })],
    });
    const statements = chain ? chainStatements(chain) : [];
    const classOf = (start: string) => statements.find(({ text }) => text.startsWith(start))?.evidence;
    expect(statements[0]?.evidence).toBe('Derived');
    expect(classOf('Thread 1 waits for ERESOURCE')).toBe('Derived');
    expect(classOf('Thread 2 holds it')).toBe('Memory');
    expect(statements.find(({ text }) => /^Thread 2 waits for .* at fastfat\.sys/.test(text))?.evidence).toBe(
      'Derived',
    );
  });

  it('a lone thread that waits in user mode for an unknown object is left out, because so threads wait for work', () => {
    expect(
      chainsOf({ waits: [wait(1, [object('Unknown', 1)], { mode: 'User', reason: 'UserRequest' })] }),
    ).toEqual([]);
  });

  it('idle workers never enter a chain', () => {
    expect(chainsOf({ waits: [wait(1, [object('Queue', 1)], { isIdle: true })] })).toEqual([]);
  });

  it('threads that wait for the same event of no known owner are one chain', () => {
    const [chain] = chainsOf({ waits: [1, 2, 3].map((id) => wait(id, [object('Unknown', 5)])) });
    expect(chain?.root).toMatchObject({ kind: 'NoOwnerKnown' });
    expect(ids(chain?.threads ?? [])).toEqual([1, 2, 3]);
  });

  it('chains are ranked by threads times the longest wait, deadlocks first', () => {
    const chains = chainsOf({
      waits: [
        waitsForLock(1, 1, { waitTimeMs: 10_000 }),
        ...[2, 3, 4].map((id) => waitsForLock(id, 2, { waitTimeMs: 500 })),
        waitsForLock(5, 6, { waitTimeMs: 1 }),
        waitsForLock(6, 5, { waitTimeMs: 1 }),
      ],
      locks: [
        lock(1, { owners: [owner(10)] }),
        lock(2, { owners: [owner(11)] }),
        lock(5, { owners: [owner(5)] }),
        lock(6, { owners: [owner(6)] }),
      ],
    });
    expect(chains.map(({ threads }) => threads.length)).toEqual([2, 2, 4]);
    expect(chains.map(({ root }) => root.kind)).toEqual(['Deadlock', 'NotWaiting', 'NotWaiting']);
  });

  it('50,000 waiters in one line are one chain, in time that grows with their number', () => {
    const line = (count: number) => {
      const started = performance.now();
      const chains = chainsOf({
        waits: Array.from({ length: count }, (_, index) => waitsForLock(index + 1, index)),
        locks: Array.from({ length: count }, (_, index) => lock(index, { owners: [owner(index)] })),
      });
      expect(chains).toHaveLength(1);
      expect(chains[0]?.threads).toHaveLength(count + 1);
      return performance.now() - started;
    };
    line(1000);
    const small = line(10_000);
    expect(line(50_000)).toBeLessThan(15 * Math.max(small, 20));
  });
});
