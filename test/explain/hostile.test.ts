import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { KernelView } from '../../src/explain/view.ts';
import { irpOf, mention, SCENES } from './scenes.ts';
import { REASON, World } from './world.ts';

/** Facts of a view, and how often they read memory. */
function countReads(view: KernelView): { reads: number; facts: ReturnType<typeof kernelFacts> } {
  let reads = 0;
  const memory: KernelView['memory'] = {
    read(address, length) {
      reads++;
      return view.memory.read(address, length);
    },
  };
  return { facts: kernelFacts({ ...view, memory }), reads: reads };
}

/** Waiters of one resource, each with a request that its stack mentions. */
function crowd(count: number): World {
  const world = new World();
  const owner = world.thread();
  const waiters = Array.from({ length: count }, () => world.thread({ reason: REASON.WrResource }));
  const blocks = world.resourceWaiters(waiters);
  for (const waiter of waiters) mention(world, waiter, irpOf(world, waiter));
  world.resource(world.allocate(0x68), {
    owner: owner.address,
    exclusive: true,
    exclusiveWaiters: blocks[0] ?? 0n,
    exclusiveCount: count,
  });
  return world;
}

const names = Object.keys(SCENES) as (keyof typeof SCENES)[];

describe('memory that is damaged on purpose', () => {
  it('memory that is damaged on purpose never makes the reader fail or read without end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(
          fc.record({ at: fc.nat(), kind: fc.nat(5), value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        fc.constantFrom('BugCheckTriage' as const, 'Pages' as const, 'CaptureTriage' as const),
        fc.constantFrom(9600, 14393, 19041),
        (name, changes, origin, build) => {
          const { world } = SCENES[name]();
          const places = [...world.words.keys()];
          for (const { at, kind, value } of changes) {
            const place = places[at % places.length] ?? 0n;
            const other = places[Number(value % BigInt(places.length))] ?? 0n;
            // A pointer to another word is what makes lists run astray.
            if (kind === 0) world.words.delete(place);
            else if (kind === 1) world.u64(place, value);
            else if (kind === 2) world.u64(place, place);
            else world.u64(place, other);
          }
          const { reads } = countReads(world.view({ origin, build }));
          expect(reads).toBeLessThan(20_000);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('a ring of waiters that is a circle without its start ends the walk', () => {
    const world = new World();
    const waiters = Array.from({ length: 6 }, () => world.thread({ reason: REASON.WrResource }));
    const blocks = world.resourceWaiters(waiters);
    const [, , third = 0n, fourth = 0n, , sixth = 0n] = blocks;
    world.u64(sixth, third);
    world.u64(third + 8n, sixth);
    world.u64(fourth + 8n, third);
    const { locks } = world.facts();
    const named = locks.flatMap(({ waiters: own }) => own.map(({ thread }) => thread.address));
    expect(new Set(named).size).toBe(named.length);
  });

  it('memory that points every resource to one long owner table is read within a bound', () => {
    const world = new World();
    const owner = world.thread();
    const table = world.ownerTable(Array.from({ length: 500 }, () => [owner.address, 8] as const));
    for (let index = 0; index < 200; index++)
      world.resource(world.allocate(0x68), { owner: owner.address, active: 4000, table });
    const { facts, reads } = countReads(world.view());
    expect(facts.locks).toHaveLength(200);
    expect(reads).toBeLessThan(400_000);
  });
});

describe('the cost of facts', () => {
  it('the cost of facts grows with the number of waiters and not with its square', () => {
    const cost = (count: number) => countReads(crowd(count).view()).reads / count;
    const small = cost(50);
    expect(cost(400)).toBeLessThan(small * 1.5);
  });

  it('227 waiters of one lock stay one lock with all of them', () => {
    const { locks, requests, waits } = crowd(227).facts();
    expect(locks).toHaveLength(1);
    expect(locks[0]?.waiters).toHaveLength(227);
    expect(requests).toHaveLength(227);
    const waitedFor = waits.flatMap(({ objects }) => objects.map(({ lock }) => lock));
    expect(new Set(waitedFor)).toEqual(new Set([locks[0]?.id]));
  });
});
