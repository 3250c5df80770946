import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type {
  KernelFacts,
  Lock,
  ThreadReference,
  ThreadWait,
  WorkerPool,
} from '../../../src/explain/model.ts';
import { loadSignatures } from '../../../src/explain/signatures/signatures.ts';
import type { KernelView } from '../../../src/explain/view.ts';
import { type Boot, chainsOf } from '../../../src/reading/chains/boots.ts';
import { explainBoot } from '../../../src/reading/chains/explain-boot.ts';
import { factLookup } from '../../../src/reading/records/explain-words.ts';
import { waitRecord } from '../../../src/reading/records/wait-record.ts';
import type { NamedFrame } from '../../../src/stack/named-frame.ts';
import { lock, memory, object, owner, thread, waitsForLock } from '../../explain/chains/situation.ts';
import type { HostileKind } from './kind.ts';

/** What a thread takes in a dump in which all stacks are one page: its object, and its entries in page tables. */
const BYTES_PER_THREAD = 1500;

interface Plan {
  readonly waits: readonly ThreadWait[];
  readonly locks: readonly Lock[];
  readonly threads: readonly ThreadReference[];
  readonly pools?: readonly WorkerPool[];
  readonly frames?: readonly NamedFrame[];
}

const frame = (index: number): NamedFrame =>
  ({ module: 'evil', symbol: `f${index}`, text: `evil!f${index}`, foundBy: 'unwindData' }) as NamedFrame;

/** What a dump of these threads comes to, and a file of the size that the dump would have. */
function bootOf(folder: string, { waits, locks, threads, pools = [], frames = [] }: Plan): Boot {
  writeFileSync(path.join(folder, 'of-this-size'), Buffer.alloc(threads.length * BYTES_PER_THREAD));
  const facts = {
    waits,
    locks,
    requests: [],
    pools,
    limits: [],
    layoutSources: {},
  } as unknown as KernelFacts;
  return {
    machine: undefined,
    build: undefined,
    paths: ['hostile.dmp'],
    facts: [facts],
    states: new Map(),
    waitTimes: new Map(),
    frames: new Map(threads.map(({ address }) => [address, frames])),
    wanted: new Set(),
    threads: new Map(threads.map((each) => [each.address, each])),
    wantsAll: true,
  } as unknown as Boot;
}

/** Explains all causes as `chains` writes them. */
function chains(boot: Boot, signaturePaths: readonly string[] = []): () => unknown {
  return () => {
    let letters = 0;
    for (const record of explainBoot(boot, chainsOf(boot, {}), loadSignatures(signaturePaths)))
      letters += JSON.stringify(record).length;
    return letters;
  };
}

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);

export const WAIT_KINDS: readonly HostileKind[] = [
  {
    name: 'shared-owners',
    what: 'threads that all wait for one resource, of which as many others are owners',
    small: 150,
    build(folder, n) {
      const owners = numbers(n, n);
      return chains(
        bootOf(folder, {
          waits: numbers(n).map((id) => waitsForLock(id, 0)),
          locks: [
            lock(0, {
              owners: owners.map((id) => owner(id, 'Shared')),
              waiters: numbers(n).map((id) => ({
                thread: thread(id),
                access: 'Exclusive',
                evidence: memory,
              })),
            }),
          ],
          threads: numbers(2 * n).map((id) => thread(id)),
        }),
      );
    },
  },
  {
    name: 'wait-words',
    what: 'the words for threads that all wait for one resource, of which as many others are owners',
    small: 500,
    build(folder, n) {
      const shared = lock(0, {
        owners: numbers(n, n).map((id) => owner(id, 'Shared')),
        waiters: numbers(n).map((id) => ({ thread: thread(id), access: 'Exclusive', evidence: memory })),
      });
      const waits = numbers(n).map((id) => waitsForLock(id, 0));
      const boot = bootOf(folder, {
        waits,
        locks: [shared],
        threads: numbers(2 * n).map((id) => thread(id)),
      });
      const view = {
        origin: 'Other',
        fields: { source: () => 'Rule' },
        frames: () => [],
      } as unknown as KernelView;
      return () => {
        const look = factLookup(boot.facts[0] as KernelFacts);
        return waits.reduce((sum, wait) => sum + JSON.stringify(waitRecord({}, wait, view, look)).length, 0);
      };
    },
  },
  {
    name: 'locks-without-owner',
    what: 'locks of which no owner is known, with one waiter each, whose stacks are all in one driver',
    small: 400,
    build(folder, n) {
      return chains(
        bootOf(folder, {
          waits: numbers(n).map((id) => waitsForLock(id, id)),
          locks: numbers(n).map((id) =>
            lock(id, { ownersKnown: false, waiters: [{ thread: thread(id), evidence: memory }] }),
          ),
          threads: numbers(n).map((id) => thread(id)),
          frames: numbers(64).map(frame),
        }),
      );
    },
  },
  {
    name: 'used-up-pools',
    what: 'pools of two workers each, whose workers all wait for one lock',
    small: 250,
    build(folder, n) {
      const threads = numbers(2 * n + 1).map((id) => thread(id));
      return chains(
        bootOf(folder, {
          waits: numbers(2 * n).map((id) => waitsForLock(id, 0)),
          locks: [
            lock(0, {
              owners: [owner(2 * n)],
              waiters: numbers(2 * n).map((id) => ({ thread: thread(id), evidence: memory })),
            }),
          ],
          threads,
          pools: numbers(n).map((pool) => ({
            queue: { address: object('Queue', pool).address, evidence: memory },
            workers: [thread(2 * pool), thread(2 * pool + 1)],
            idleCount: 0,
            evidence: memory,
          })) as unknown as readonly WorkerPool[],
        }),
      );
    },
  },
  {
    name: 'signatures',
    what: 'a file of signatures whose patterns fit each frame but the last, held against the stacks of causes',
    small: 250,
    build(folder, n) {
      const file = path.join(folder, 'signatures.json');
      const stacks = numbers(64).map((index) => [`*e*v*i*l!*${index % 10}*x`]);
      const signatures = numbers(Math.ceil(n / 64)).map((index) => ({
        id: `a-${index}`,
        stacks,
        meaning: 'm',
        next: 'n',
        source: 's',
      }));
      writeFileSync(file, JSON.stringify({ signatures }));
      const boot = bootOf(folder, {
        waits: numbers(20).map((id) => waitsForLock(id, id)),
        locks: numbers(20).map((id) =>
          lock(id, { owners: [owner(id + 20)], waiters: [{ thread: thread(id), evidence: memory }] }),
        ),
        threads: numbers(40).map((id) => thread(id)),
        frames: numbers(256).map(frame),
      });
      return chains(boot, [file]);
    },
  },
];
