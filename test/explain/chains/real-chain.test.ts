import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFileSource } from '../../../src/binary/byte-source.ts';
import type { Dump } from '../../../src/dump/dump.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import type { WaitChain } from '../../../src/explain/chains/chain.ts';
import { findChains } from '../../../src/explain/chains/find-chains.ts';
import { joinDumps } from '../../../src/explain/chains/join-dumps.ts';
import { headline, linkStatements } from '../../../src/explain/chains/words.ts';
import { waitGraph } from '../../../src/explain/graph/wait-graph.ts';
import { kernelFacts } from '../../../src/explain/kernel-facts.ts';
import { kernelView } from '../../../src/explain/view.ts';
import { readKernelObjects } from '../../../src/kernel/kernel-objects.ts';
import { describeWith, sharedData } from '../../support/equipment.ts';

describeWith(['shared-data'], 'The chain of a real triage dump', () => {
  let dump: Dump;
  let chains: WaitChain[];
  beforeAll(() => {
    dump = openDump(openFileSource(path.join(sharedData, 'triage_x64.dmp')));
    const objects = readKernelObjects(dump);
    const facts = kernelFacts(kernelView(dump, objects));
    const states = new Map(objects.threads.map(({ address, state }) => [address, state]));
    const graph = waitGraph({ ...joinDumps([facts, facts]), stateOf: (thread) => states.get(thread) });
    const times = new Map(facts.waits.map(({ thread, waitTimeMs }) => [thread.address, waitTimeMs]));
    chains = findChains(graph, { waitTimeOf: ({ address }) => times.get(address) });
  });
  afterAll(() => dump.source.close());

  it('a thread waits for a resource, its owner runs with a device start that AmdPPM has not finished', () => {
    const chain = chains.find(({ root }) => root.kind === 'PendingIo');
    expect(chain?.root).toMatchObject({
      thread: { threadId: 264 },
      request: { address: 0xffffc08be50a72b0n },
    });
    expect(chain?.threads.map(({ address }) => address).sort()).toEqual(
      [0xffffc08bde0c7040n, 0xffffc08bde9e1640n].sort(),
    );
    expect(chain?.links.map(({ waitsFor }) => waitsFor.kind)).toEqual(['Lock', 'Request']);
    const text = chain === undefined ? '' : headline(chain).text;
    expect(text).toMatch(
      / waits for a lock that thread 264 holds, and thread 264 runs and has a request that \\Driver\\AmdPPM has not finished\.$/,
    );
    const last = chain?.links.at(-1);
    expect(last?.activity).toBe('Running');
    expect(last && linkStatements(last)[0]).toMatchObject({
      text: 'Thread 264 runs and has the unfinished IRP_MJ_PNP/IRP_MN_START_DEVICE 0xffffc08be50a72b0 at \\Driver\\AmdPPM.',
      evidence: 'Derived',
    });
    const holder = chain?.links
      .flatMap(linkStatements)
      .find((statement) => statement.text.includes('holds it'));
    expect(holder).toEqual({
      text: 'Thread 264 holds it, exclusively.',
      evidence: 'Memory',
      basis: expect.any(String),
    });
  });

  it('idle workers, a terminated thread and the running thread with a stale block wait in no chain', () => {
    const waiting = new Set(chains.flatMap(({ threads }) => threads.map(({ address }) => address)));
    const absent = [0xffffc08be32d2040n, 0xffffc08be450b100n, 0xffffc08be458d200n, 0xffffc08be52e0040n];
    for (const address of absent) expect([...waiting]).not.toContain(address);
  });
});
