import type { Lock, PendingRequest, WorkerPool } from '../model.ts';
import { oncePer } from '../remembered.ts';
import type { SignatureFact } from '../signatures/signatures.ts';
import type { Awaited, WaitChain } from './chain.ts';
import { usedUpPools } from './used-up-pools.ts';

/** Drivers of disks and of the ports below them. */
const STORAGE_DRIVERS =
  /^(?:\\Driver\\)?(?:disk|storahci|stornvme|storport|iaStor\w*|vhdmp|partmgr|classpnp|scsiport|msdsm|mpio)(?:\.sys)?$/i;
const A_MINUTE_MS = 60_000;
const FILTER_MANAGER = /^\\FileSystem\\FltMgr$|^fltmgr\.sys$/i;

/** A lock with thousands of owners is in the chains of all of them, and is looked at once. */
const lockFacts = oncePer((lock: Lock): readonly SignatureFact[] => {
  const facts: SignatureFact[] = [];
  const { owners, waiters } = lock;
  if (owners.some(({ kind }) => kind === 'OwnerPointer')) facts.push('OwnerPointer');
  if (lock.kind === 'Mutant' && owners.length > 0) facts.push('Mutant');
  const isShared = owners.length > 0 && owners.every(({ access }) => access === 'Shared');
  const waiting = (wanted: string) => waiters.filter(({ access }) => access === wanted);
  if (isShared && waiting('Shared').length > 0 && waiting('Exclusive').length > 0)
    facts.push('SharedBehindExclusiveWaiter');
  const upgraders = new Set(waiting('Exclusive').map(({ thread }) => thread.address));
  const upgrading = owners.filter(({ thread }) => thread !== undefined && upgraders.has(thread.address));
  if (isShared && upgrading.length > 1) facts.push('SharedOwnersUpgrade');
  return facts;
});

function requestFacts(request: PendingRequest, longestWaitMs: number | undefined): SignatureFact[] {
  const facts: SignatureFact[] = ['PendingRequest'];
  if (request.majorFunction === 'IRP_MJ_PNP') facts.push('PnpRequest');
  const driver = request.holder?.driver?.name ?? '';
  if (STORAGE_DRIVERS.test(driver) && (longestWaitMs ?? 0) > A_MINUTE_MS)
    facts.push('StorageRequestOverAMinute');
  if (FILTER_MANAGER.test(driver)) facts.push('RequestAtFilterManager');
  return facts;
}

function awaitedFacts(awaited: Awaited, longestWaitMs: number | undefined): readonly SignatureFact[] {
  switch (awaited.kind) {
    case 'Lock':
      return lockFacts(awaited.lock);
    case 'Request':
      return requestFacts(awaited.request, longestWaitMs);
    case 'Thread':
      return awaited.object?.kind === 'ThreadExit' ? ['ThreadOrProcessExit'] : [];
    case 'Process':
      return awaited.object.kind === 'ProcessExit' ? ['ThreadOrProcessExit'] : [];
    case 'Object':
      return awaited.object.target?.isUntaken === true ? ['NoServerThread'] : [];
  }
}

/** What is known about the objects of a chain, in the words that signatures use. */
export function factsOfChain(
  chain: WaitChain,
  pools: readonly WorkerPool[] = [],
): ReadonlySet<SignatureFact> {
  const facts = new Set<SignatureFact>();
  if (chain.root.kind === 'Deadlock') facts.add('Deadlock');
  if (chain.root.kind === 'Suspended') facts.add('Suspended');
  if (usedUpPools(chain, pools).length > 0) facts.add('WorkersExhausted');
  // A request is as old as the wait for it, not as the longest wait behind it.
  for (const { waitsFor, longestWaitMs } of chain.links)
    for (const fact of awaitedFacts(waitsFor, longestWaitMs)) facts.add(fact);
  for (const { waitsFor } of chain.root.cycle ?? [])
    for (const fact of awaitedFacts(waitsFor, undefined)) facts.add(fact);
  return facts;
}
