import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../../../src/binary/address.ts';
import type { AnswerEvidence } from '../../../../src/capture/triage/call/evidence.ts';
import { type Looks, sortThreads } from '../../../../src/capture/triage/call/sort-threads.ts';
import type { Requested } from '../../../../src/capture/triage/threads/open-threads.ts';
import { createSimulatedMachine } from '../../../../src/simulator/simulated-machine.ts';

const process = createSimulatedMachine('w3wp-oplock')
  .processes()
  .find(({ name }) => name === 'w3wp.exe');
if (process === undefined) throw new Error('no worker');

const request = (count: number): Requested[] =>
  process.threads.slice(0, count).map((thread, index) => ({
    target: { processId: process.processId, process, thread },
    address: virtualAddress(0xffff_a000_0000_0000n + BigInt(index) * 0x1000n),
    handle: { identity: { processId: process.processId, threadId: thread.threadId }, access: 'Full' },
  }));

interface Setting extends Partial<AnswerEvidence> {
  /** `C` captured, anything else missing. */
  readonly seen: string;
  readonly terminated?: readonly number[];
  readonly gone?: readonly number[];
}

/** One letter a thread: what the evidence makes of it. */
function sorted({ seen, terminated = [], gone = [], ...rest }: Setting) {
  const requested = request(seen.length);
  const present = [...seen].map((letter) => letter === 'C');
  const evidence: AnswerEvidence = {
    present,
    objectSeen: present,
    bytesLeft: 600_000,
    isFull: false,
    waits: 0,
    kernelMs: 40,
    ...rest,
  };
  let snapshots = 0;
  const looks: Looks = {
    hasTerminated: (each) => terminated.includes(requested.indexOf(each)),
    isGone(each) {
      snapshots += 1;
      return gone.includes(requested.indexOf(each));
    },
    liveDump: 'A live dump',
  };
  const result = sortThreads(requested, evidence, looks);
  const idOf = (index: number) => requested[index]?.target;
  const verdicts = requested.map((_, index) => {
    const target = idOf(index);
    const is = (list: readonly { readonly target: unknown }[]) => list.some((each) => each.target === target);
    if (is(result.captured)) return 'Captured';
    if (is(result.crowdedOut)) return 'again';
    if (is(result.doubtful)) return 'alone';
    return result.settled.find((each) => each.target === target)?.verdict;
  });
  return { verdicts, snapshots, settled: result.settled };
}

const OK = 0;
const TIMED_OUT = 0x102;
const NOT_REACHED = 0xc0000001;
const ENDING = 0xc000004b;
const NO_ROOM = 0xc000009a;

describe('verdicts with the status of each thread', () => {
  it('the status of a thread decides, at every place in the batch and however long the call took', () => {
    const statuses = [TIMED_OUT, OK, ENDING, OK, TIMED_OUT, NO_ROOM, NOT_REACHED];
    const { verdicts, settled, snapshots } = sorted({ seen: '-C-C---', statuses });
    expect(verdicts).toEqual(['TimedOut', 'Captured', 'Exited', 'Captured', 'TimedOut', 'again', 'again']);
    expect(settled.map(({ ntStatus }) => ntStatus)).toEqual([TIMED_OUT, ENDING, TIMED_OUT]);
    expect(settled.filter(({ address }) => typeof address !== 'bigint')).toEqual([]);
    expect(snapshots).toBe(0);
  });

  it.each([
    [NO_ROOM, 'DidNotFit'],
    [TIMED_OUT, 'TimedOut'],
    [ENDING, 'Exited'],
    [OK, 'Failed'],
    [0xc0000022, 'Failed'],
  ])('the status %i of a thread captured alone is %s', (status, verdict) => {
    const { verdicts, settled } = sorted({ seen: '-', statuses: [status] });
    expect(verdicts).toEqual([verdict]);
    expect(settled[0]?.ntStatus).toBe(status);
  });

  it('a thread that the kernel never came to did not fit when the buffer is full', () => {
    expect(sorted({ seen: '-', statuses: [NOT_REACHED], isFull: true }).verdicts).toEqual(['DidNotFit']);
  });

  it('statuses that contradict the dump are not believed: the time and the room decide', () => {
    const never = (count: number) => Array<number>(count).fill(NOT_REACHED);
    const wedged = { waits: 1, kernelMs: 5010 };
    expect(sorted({ seen: 'C-C', statuses: never(3), ...wedged }).verdicts[1]).toBe('TimedOut');
    expect(sorted({ seen: 'CC-', statuses: [OK, OK, NOT_REACHED], ...wedged }).verdicts[2]).toBe('TimedOut');
    expect(sorted({ seen: 'C-C', statuses: [OK, NOT_REACHED, OK] }).verdicts[1]).toBe('alone');
    const alone = sorted({ seen: '-', statuses: [NOT_REACHED] });
    expect(alone.verdicts).toEqual(['Failed']);
    expect(alone.settled[0]?.ntStatus).toBeUndefined();
  });

  it('statuses that are garbage are not believed: no thread gets its verdict by one', () => {
    const statuses = [0x5a5a5a5a, 0x102, 0xc000004b];
    expect(sorted({ seen: 'C--', statuses }).verdicts).toEqual(['Captured', 'alone', 'alone']);
    const timedOut = [TIMED_OUT, OK, TIMED_OUT];
    expect(sorted({ seen: 'CC-', statuses: timedOut, isFull: true }).verdicts[2]).toBe('again');
  });

  it.each([OK, 0xc0000005, 0x5a5a5a5a])(
    'a missing thread of status %i among others is asked for once more, alone',
    (status) => {
      expect(sorted({ seen: 'C-C', statuses: [OK, status, OK] }).verdicts).toEqual([
        'Captured',
        'alone',
        'Captured',
      ]);
    },
  );

  it('a thread that terminated before its turn is not asked for again', () => {
    const statuses = [OK, NO_ROOM, NOT_REACHED];
    expect(sorted({ seen: 'C--', statuses, terminated: [2] }).verdicts).toEqual([
      'Captured',
      'again',
      'Exited',
    ]);
  });
});

describe('verdicts without statuses', () => {
  it('a thread in rundown has exited, whatever the room and the time', () => {
    const all = { terminated: [1, 3] };
    expect(sorted({ seen: 'C-C-', ...all }).verdicts).toEqual(['Captured', 'Exited', 'Captured', 'Exited']);
    expect(sorted({ seen: '-', terminated: [0] }).verdicts).toEqual(['Exited']);
    expect(sorted({ seen: '-', terminated: [0], waits: 1, kernelMs: 5010 }).verdicts).toEqual(['Exited']);
  });

  it('the time of the call separates wedged threads from those without room', () => {
    const wedgedAtEnd = sorted({ seen: 'CCC--', waits: 2, kernelMs: 10_020 });
    expect(wedgedAtEnd.verdicts.slice(3)).toEqual(['TimedOut', 'TimedOut']);
    const mixed = sorted({ seen: 'C-C---', waits: 2, kernelMs: 10_020, isFull: true, bytesLeft: 900 });
    expect(mixed.verdicts).toEqual(['Captured', 'TimedOut', 'Captured', 'TimedOut', 'again', 'again']);
    const full = sorted({ seen: 'CC---', isFull: true, bytesLeft: 900 });
    expect(full.verdicts.slice(2)).toEqual(['again', 'again', 'again']);
  });

  it('a short call proves no wait: a skipped thread is asked for once more, alone', () => {
    expect(sorted({ seen: 'C-C' }).verdicts).toEqual(['Captured', 'alone', 'Captured']);
    expect(sorted({ seen: 'C-C-C', waits: 1, kernelMs: 5020 }).verdicts).toEqual([
      'Captured',
      'alone',
      'Captured',
      'alone',
      'Captured',
    ]);
  });

  it('with some room left, the first of those that are missing at the end is doubtful and the rest come again', () => {
    const { verdicts } = sorted({ seen: 'CC---', bytesLeft: 100 * 1024 });
    expect(verdicts).toEqual(['Captured', 'Captured', 'alone', 'again', 'again']);
  });

  it('with room for any thread, each of those that are missing at the end is doubtful', () => {
    const { verdicts } = sorted({ seen: 'CC---', bytesLeft: 600_000 });
    expect(verdicts).toEqual(['Captured', 'Captured', 'alone', 'alone', 'alone']);
    const waited = sorted({ seen: 'CC---', bytesLeft: 600_000, waits: 1, kernelMs: 5010 });
    expect(waited.verdicts).toEqual(['Captured', 'Captured', 'TimedOut', 'alone', 'alone']);
  });

  it('alone, each verdict needs its own evidence, and the snapshot is the last resort', () => {
    expect(sorted({ seen: '-', isFull: true, bytesLeft: 30_000 }).verdicts).toEqual(['DidNotFit']);
    expect(sorted({ seen: '-', waits: 1, kernelMs: 5010 }).verdicts).toEqual(['TimedOut']);
    const gone = sorted({ seen: '-', gone: [0] });
    expect(gone).toMatchObject({ verdicts: ['Exited'], snapshots: 1 });
    const unexplained = sorted({ seen: '-', bytesLeft: 600 * 1024 });
    expect(unexplained.verdicts).toEqual(['Failed']);
    expect(unexplained.settled[0]?.reason).toMatch(/600 KB free; nothing shows why/);
  });
});
