import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { threadsAt } from '../../src/capture/triage/threads/threads-at.ts';
import { captureBlockers, MOST_ROUNDS } from '../../src/reading/chains/capture-blockers.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';
import { listThreads } from '../../src/threads/list-threads.ts';
import { THREAD_ROW } from '../../src/threads/thread-record.ts';

const addressOf = (number: number) => virtualAddress(0xffffa380_00000000n + BigInt(number) * 0x1000n);

/** A line of threads, each held up by the next; the dumps so far contain the first `contained` of them. */
function line(length: number, hidden: readonly number[] = []) {
  let contained = 1;
  const rounds: number[][] = [];
  const search = {
    missing: () => (contained < length ? [{ address: addressOf(contained), inDump: false }] : []),
    find: (addresses: ReadonlySet<bigint>) =>
      Array.from({ length }, (_, number) => number)
        .filter((number) => addresses.has(addressOf(number)) && !hidden.includes(number))
        .map((number) => ({ processId: 4, threadId: number })),
    capture(threads: readonly { readonly threadId: number }[]) {
      rounds.push(threads.map(({ threadId }) => threadId));
      contained += 1;
      return Promise.resolve();
    },
  };
  return { search, rounds };
}

describe('the capture of blockers', () => {
  it('captures the holder of each holder, and ends where none is missing', async () => {
    const { search, rounds } = line(3);
    expect(await captureBlockers(search)).toEqual({ rounds: 2, missing: [] });
    expect(rounds).toEqual([[1], [2]]);
  });

  it('ends after three rounds, however long the line of holders is, and names the holder that is still missing', async () => {
    const { search, rounds } = line(50);
    const captures = await captureBlockers(search);
    expect(rounds).toEqual([[1], [2], [3]]);
    expect(captures).toEqual({ rounds: 3, missing: [{ address: addressOf(4), inDump: false }] });
    expect(MOST_ROUNDS).toBe(3);
  });

  it('ends at a holder whose address Windows hides', async () => {
    const { search, rounds } = line(5, [2]);
    const captures = await captureBlockers(search);
    expect(rounds).toEqual([[1]]);
    expect(captures).toEqual({ rounds: 1, missing: [{ address: addressOf(2), inDump: false }] });
  });

  it('asks for an address once, also when its capture came to nothing', async () => {
    const { search } = line(5);
    let captures = 0;
    await captureBlockers({
      ...search,
      capture: () => {
        captures += 1;
        return Promise.resolve();
      },
    });
    expect(captures).toBe(1);
  });

  it('finds live threads by the addresses of their objects, with what identifies them', () => {
    const machine = createSimulatedMachine('w3wp-oplock');
    const listed = [...listThreads(machine, { names: ['w3wp'] })].flatMap((item) =>
      'thread' in item ? [THREAD_ROW.record(item.thread)] : [],
    );
    const [first, , third] = listed;
    const wanted = new Set([first, third].map((thread) => BigInt(thread?.objectAddress ?? '0')));
    const found = threadsAt(machine, wanted);
    expect(found.map(({ threadId }) => threadId)).toEqual([first?.threadId, third?.threadId]);
    expect(found[0]).toMatchObject({ processId: first?.processId, createTimeRaw: first?.createTimeRaw });
    expect(threadsAt(machine, new Set([0xffffa380_deadb000n])).map(String)).toEqual([]);
  });
});
