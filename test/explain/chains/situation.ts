import { virtualAddress } from '../../../src/binary/address.ts';
import type { WaitChain } from '../../../src/explain/chains/chain.ts';
import { findChains } from '../../../src/explain/chains/find-chains.ts';
import { type Situation, waitGraph } from '../../../src/explain/graph/wait-graph.ts';
import type {
  Evidence,
  Lock,
  PendingRequest,
  ThreadReference,
  ThreadWait,
  WaitObject,
  WaitObjectKind,
} from '../../../src/explain/model.ts';

/** Situations in a few words, for tests of graph and words. Numbers are thread ids; addresses follow from them. */

export const memory: Evidence = { class: 'Memory', basis: 'owner entry' };

export const thread = (id: number, inDump = true): ThreadReference => ({
  address: virtualAddress(BigInt(0xffffa380_00000000n) + BigInt(id) * 0x1000n),
  threadId: id,
  processId: 4872,
  processName: 'w3wp.exe',
  inDump,
});

const objectAddress = (number: number) => virtualAddress(0xfffff880_10000000n + BigInt(number) * 0x100n);

export function object(kind: WaitObjectKind, number: number, more: Partial<WaitObject> = {}): WaitObject {
  return {
    address: objectAddress(number),
    kind,
    rule: 18,
    evidence: memory,
    description: `object ${number}`,
    ...more,
  };
}

export function wait(id: number, objects: readonly WaitObject[], more: Partial<ThreadWait> = {}): ThreadWait {
  return {
    thread: thread(id),
    reason: 'WrResource',
    mode: 'Kernel',
    waitType: 'Any',
    objects,
    waitTimeMs: 1000,
    links: 'Linked',
    isIdle: false,
    evidence: memory,
    ...more,
  };
}

export function lock(number: number, more: Partial<Lock> = {}): Lock {
  return {
    id: `Resource:${number}`,
    kind: 'Resource',
    address: objectAddress(1000 + number),
    owners: [],
    ownersKnown: true,
    waiters: [],
    foundBy: ['ResourceList'],
    layoutSource: 'Rule',
    evidence: memory,
    ...more,
  };
}

export const owner = (id: number, access: 'Exclusive' | 'Shared' = 'Exclusive', inDump = true) =>
  ({ kind: 'Thread', thread: thread(id, inDump), access, evidence: memory }) as const;

/** A wait for a lock by its number. */
export const waitsForLock = (id: number, number: number, more: Partial<ThreadWait> = {}): ThreadWait =>
  wait(id, [object('Resource', id, { lock: `Resource:${number}` })], more);

export function request(id: number, more: Partial<PendingRequest> = {}): PendingRequest {
  return {
    address: virtualAddress(0xffffa390_00000000n + BigInt(id) * 0x1000n),
    thread: thread(id),
    foundBy: ['IrpList'],
    majorFunction: 'IRP_MJ_CREATE',
    locations: [],
    currentLocation: 1,
    stackCount: 1,
    cancelled: false,
    requestorMode: 'User',
    evidence: memory,
    ...more,
  };
}

export function chainsOf(
  situation: Partial<Situation>,
  states: Readonly<Record<number, string>> = {},
): WaitChain[] {
  const stateByAddress = new Map(
    Object.entries(states).map(([id, state]) => [thread(Number(id)).address, state]),
  );
  const whole: Situation = {
    waits: [],
    locks: [],
    requests: [],
    stateOf: (address) => stateByAddress.get(address),
    ...situation,
  };
  const times = new Map(whole.waits.map((each) => [each.thread.address, each.waitTimeMs]));
  return findChains(waitGraph(whole), { waitTimeOf: ({ address }) => times.get(address) });
}

export const ids = (threads: readonly ThreadReference[]) => threads.map(({ threadId }) => threadId).sort();
