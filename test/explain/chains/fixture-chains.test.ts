import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import type { WaitChain } from '../../../src/explain/chains/chain.ts';
import { findChains } from '../../../src/explain/chains/find-chains.ts';
import { waitGraph } from '../../../src/explain/graph/wait-graph.ts';
import { kernelFacts } from '../../../src/explain/kernel-facts.ts';
import { kernelView } from '../../../src/explain/view.ts';
import { readKernelObjects } from '../../../src/kernel/kernel-objects.ts';
import { threadNamed, type WaitFixture, waitFixtures } from '../../synth/waits/wait-catalog.ts';

/** Causes in whole dump files: what is behind the waits of the plan, and which threads each cause holds up. */

function chainsOf({ bytes }: WaitFixture): readonly WaitChain[] {
  const dump = openDump(bytesSource(bytes));
  const objects = readKernelObjects(dump);
  const states = new Map<bigint, string | undefined>(
    objects.threads.map(({ address, state }) => [address, state]),
  );
  const facts = kernelFacts(kernelView(dump, objects));
  return findChains(waitGraph({ ...facts, stateOf: (thread) => states.get(thread) }));
}

const fixtures = waitFixtures().filter(({ origin }) => origin !== 'CaptureTriage');

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
  'the causes in %s',
  (_name, fixture) => {
    const chains = chainsOf(fixture);
    const names = new Map<bigint, string>(
      [...fixture.truth.waits.keys()].map((name) => [threadNamed(fixture.kernel, name), name]),
    );
    const threadsOf = (chain: WaitChain | undefined) =>
      (chain?.threads ?? []).map(({ address }) => names.get(address) ?? `0x${address.toString(16)}`).sort();
    const chainWith = (thread: string) => chains.find((chain) => threadsOf(chain).includes(thread));

    it('the causes in a fixture are a deadlock of two locks, with the thread behind it that waits for one of them to end', () => {
      const chain = chainWith('left');
      expect(chain?.root.kind).toBe('Deadlock');
      expect(chain?.root.brokenByTimeout ?? false).toBe(false);
      expect(threadsOf(chain)).toEqual(['left', 'right', 'waits for thread']);
    });

    it('the causes in a fixture are a cycle of two mutants that a timeout will break', () => {
      const chain = chainWith('patient');
      expect(chain?.root).toMatchObject({ kind: 'Deadlock', brokenByTimeout: true });
      expect(threadsOf(chain)).toEqual(['hasty', 'patient']);
    });

    it('the causes in a fixture are the request of the owner of a lock, with all its waiters', () => {
      const chain = chainWith('site owner');
      expect(chain?.root).toMatchObject({
        kind: 'PendingIo',
        request: { file: { name: { text: '\\\\fileserver\\wwwroot$\\site\\default.aspx' } } },
      });
      expect(threadsOf(chain)).toEqual([
        'site owner',
        'site reader 1',
        'site reader 2',
        'site waiter 1',
        'site waiter 2',
        'site waiter 3',
      ]);
    });

    it('the causes in a fixture are an owner that is not in the dump, and one that is no thread', () => {
      expect(chainWith('orphan')).toMatchObject({
        root: { kind: 'OwnerNotInDump' },
        missingThreads: [{ inDump: false }],
      });
      expect(threadsOf(chainWith('orphan'))).toEqual(expect.arrayContaining(['busy worker', 'orphan']));
      expect(chainWith('behind a pointer')?.root.kind).toBe('OwnerPointer');
    });

    it('the causes in a fixture are no idle workers', () => {
      for (const idle of ['idle worker 1', 'idle worker 2', 'port worker 1', 'port worker 2']) {
        expect(chainWith(idle), idle).toBeUndefined();
      }
    });
  },
);
