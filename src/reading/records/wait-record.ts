import { formatAddress } from '../../binary/address.ts';
import type {
  KernelQueue,
  KernelWaitObject,
  KernelWait as WaitRecord,
} from '../../contract/generated/types.ts';
import { type QueueFacts, type ThreadWait, type WaitObject, weakestOf } from '../../explain/model.ts';
import type { KernelView } from '../../explain/view.ts';
import { waitingFunctionOf } from '../../explain/waits/waiting-function.ts';
import {
  evidenceOf,
  type FactLookup,
  holderClass,
  holderWords,
  threadRecordOf,
  waitWords,
} from './explain-words.ts';
import { addresses, defined, type RecordOrigin } from './record-tools.ts';

function queueRecord({ address, evidence: _evidence, ...counts }: QueueFacts): KernelQueue {
  return { address: formatAddress(address), ...counts };
}

function objectRecord(object: WaitObject): KernelWaitObject {
  const {
    address,
    kind,
    rule,
    dispatcherType,
    name,
    description,
    lock,
    request,
    file,
    driver,
    target,
    queue,
  } = object;
  return {
    address: formatAddress(address),
    kind,
    rule,
    ...defined({ dispatcherType, name }),
    description,
    ...defined({ lockId: lock }),
    ...addresses({ requestAddress: request, fileAddress: file?.address }),
    ...defined({ fileName: file?.name?.text, driver }),
    ...(target?.thread && { targetThread: threadRecordOf(target.thread) }),
    ...defined({
      targetProcessId: target?.process?.processId,
      targetProcessName: target?.process?.processName,
      isUntaken: target?.isUntaken,
    }),
    ...(queue && { queue: queueRecord(queue) }),
    ...evidenceOf(object.evidence),
  } as KernelWaitObject;
}

/** The contract's record of a wait. */
export function waitRecord(
  origin: RecordOrigin,
  wait: ThreadWait,
  view: KernelView,
  look: FactLookup,
): WaitRecord {
  const { thread, reason, waitTimeMs, mode, waitType, isIdle, links, inCriticalRegion, timeout, incomplete } =
    wait;
  return {
    ...origin,
    ...defined({ processId: thread.processId, processName: thread.processName, threadId: thread.threadId }),
    objectAddress: formatAddress(thread.address),
    ...defined({ waitReason: reason, waitTimeMs }),
    ...(view.origin === 'CaptureTriage' && waitTimeMs !== undefined && { isWaitTimeDisturbed: true }),
    ...defined({ mode }),
    waitType,
    waitingFor: waitWords(wait, look),
    heldBy: holderWords(wait, look),
    ...defined({ doing: waitingFunctionOf(view, thread.address) }),
    isIdle,
    links,
    ...defined({ inCriticalRegion }),
    ...(timeout && { hasTimeout: true, ...defined({ timeoutInMs: timeout.dueInMs }) }),
    objects: wait.objects.map(objectRecord),
    ...defined({ layoutSource: view.fields.source('WaitBlockList') }),
    ...defined({ incomplete, heldByEvidence: holderClass(wait, look) }),
    // A sentence is worth what its weakest part is.
    ...evidenceOf(
      weakestOf([wait.evidence, ...wait.objects.map(({ evidence }) => evidence)]) ?? wait.evidence,
    ),
  } as WaitRecord;
}
