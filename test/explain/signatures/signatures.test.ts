import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../../src/binary/address.ts';
import {
  type AwaitedKind,
  loadSignatures,
  matchSignatures,
  type SignatureFact,
} from '../../../src/explain/signatures/signatures.ts';
import type { NamedFrame } from '../../../src/stack/named-frame.ts';

/** A frame from `module!function`; `module` alone for an image without symbols. */
function frame(text: string, foundBy: NamedFrame['foundBy'] = 'unwindData'): NamedFrame {
  const [module = '', symbol] = text.split('!');
  const address = virtualAddress(0xfffff800_00001000n);
  return {
    address,
    stackPointer: address,
    foundBy,
    module,
    ...(symbol !== undefined && { symbol }),
    text: symbol === undefined ? `${module}+0x10` : `${text}+0x10`,
    capture: false,
  };
}

const signatures = loadSignatures();
const isThirdParty = (module: string) => module === 'avfilter' || module === 'userfs';

function matches(
  stack: readonly string[],
  facts: readonly SignatureFact[] = [],
  foundBy?: NamedFrame['foundBy'],
  waitReason?: string,
) {
  const stacks = [{ frames: stack.map((text) => frame(text, foundBy)), waitReason }];
  return matchSignatures(signatures, { stacks, facts: new Set(facts) }, isThirdParty);
}

/** A stack and facts as each way to hang shows them, innermost frame first. */
const CASES: Readonly<
  Record<
    string,
    {
      readonly stack?: readonly string[];
      readonly facts?: readonly SignatureFact[];
      readonly waitReason?: string;
    }
  >
> = {
  'resource-wait': {
    stack: ['nt!KeWaitForSingleObject', 'nt!ExpWaitForResource', 'nt!ExAcquireResourceSharedLite'],
  },
  'resource-wait-fcb-rdr': {
    stack: ['nt!ExpWaitForResource', 'nt!ExAcquireResourceExclusiveLite', 'rdbss!_RxAcquireFcb'],
  },
  'smb-exchange': {
    stack: ['nt!KeWaitForSingleObject', 'mrxsmb!SmbCeWaitForCompletionAndFinalizeExchangeEx'],
  },
  'smb-create': { stack: ['nt!KeWaitForSingleObject', 'mrxsmb20!MRxSmb2Create'] },
  'cancellable-wait': { stack: ['nt!FsRtlCancellableWaitForMultipleObjects', 'rdbss!RxCommonCreate'] },
  'resource-owner-pointer': { facts: ['OwnerPointer'] },
  'writer-priority': { facts: ['SharedBehindExclusiveWaiter'] },
  'two-shared-upgrade': { facts: ['SharedOwnersUpgrade'] },
  'lock-order': { facts: ['Deadlock'] },
  'create-section-lock': {
    stack: [
      'userfs!UserFsAcquireForCreateSection',
      'nt!FsFilterPerformCallbacks',
      'nt!FsRtlAcquireFileExclusiveCommon',
    ],
  },
  'flush-reentry': {
    stack: ['nt!ExpWaitForResource', 'userfs!UserFsWrite', 'nt!MmFlushSection', 'userfs!UserFsCleanup'],
  },
  'lazy-writer-blocked': {
    stack: ['userfs!UserFsAcquireForLazyWrite', 'nt!CcWriteBehindInternal', 'nt!CcWorkerThread'],
  },
  'write-throttle': { stack: ['nt!KeWaitForSingleObject', 'nt!CcCanIWriteStream'] },
  'page-in': { stack: ['nt!MiWaitForInPageComplete', 'nt!MiIssueHardFault', 'nt!MmAccessFault'] },
  'collided-fault': { stack: ['nt!MiWaitForCollidedFaultComplete', 'nt!MmAccessFault'] },
  'sync-io': { stack: ['nt!KeWaitForSingleObject', 'nt!IopSynchronousServiceTail', 'nt!NtReadFile'] },
  'file-lock': { stack: ['nt!KeWaitForSingleObject', 'nt!IopAcquireFileObjectLock'] },
  'exit-pending-irp': { stack: ['nt!KeDelayExecutionThread', 'nt!PspExitThread'], facts: ['PendingRequest'] },
  'filter-in-path': {
    stack: ['nt!KeWaitForSingleObject', 'avfilter', 'fltmgr!FltpPerformPreCallbacksWorker'],
  },
  'filter-hidden': { facts: ['RequestAtFilterManager'] },
  'filter-message': { stack: ['nt!KeWaitForMultipleObjects', 'fltmgr!FltSendMessage'] },
  'filter-to-user-fs': {
    stack: ['userfs!Wait', 'fltmgr!FltpPerformPreCallbacks', 'nt!IofCallDriver', 'avfilter!Scan'],
  },
  rundown: { stack: ['nt!KeWaitForSingleObject', 'nt!ExfWaitForRundownProtectionRelease'] },
  'driver-callback-thread': {
    stack: ['nt!KeWaitForSingleObject', 'avfilter', 'nt!PspCallThreadNotifyRoutines'],
  },
  'registry-callback': { stack: ['nt!KeWaitForSingleObject', 'avfilter', 'nt!CmpCallCallBacksEx'] },
  'registry-lock': { stack: ['nt!ExfAcquirePushLockExclusiveEx', 'nt!CmpLockRegistryExclusive'] },
  'push-lock': { stack: ['nt!KeWaitForSingleObject', 'nt!ExfAcquirePushLockExclusiveEx'] },
  'fast-mutex': { stack: ['nt!KeWaitForSingleObject', 'nt!ExpAcquireFastMutexContended'] },
  'alpc-reply': { stack: ['nt!AlpcpSignalAndWait', 'nt!AlpcpReceiveSynchronousReply'] },
  'alpc-untaken': {
    stack: ['nt!AlpcpSignalAndWait', 'nt!AlpcpReceiveSynchronousReply'],
    facts: ['NoServerThread'],
  },
  'mutant-chain': { facts: ['Mutant'] },
  'wait-thread-exit': { facts: ['ThreadOrProcessExit'] },
  'workers-exhausted': { facts: ['WorkersExhausted'] },
  'user-lock': { stack: ['nt!KeWaitForSingleObject', 'nt!NtWaitForAlertByThreadId'] },
  'win32k-message': {
    stack: ['nt!KeWaitForSingleObject', 'win32kfull!xxxSleepThread2'],
    waitReason: 'WrUserRequest',
  },
  'suspended-at-exit': { facts: ['Suspended', 'ThreadOrProcessExit'] },
  'dpc-storm': { stack: ['nt!KiExecuteAllDpcs', 'nt!KiRetireDpcList'] },
  spin: { stack: ['nt!KxWaitForSpinLockAndAcquire', 'nt!KeAcquireSpinLockRaiseToDpc'] },
  'storage-reset': { facts: ['StorageRequestOverAMinute'] },
  'pnp-start': { facts: ['PnpRequest'] },
};

describe('Known hang signatures', () => {
  it('every signature of the product has a case here', () => {
    expect(Object.keys(CASES).sort()).toEqual(signatures.map(({ id }) => id).sort());
    expect(signatures).toHaveLength(40);
  });

  it('the signatures of the product have the form that is demanded of those of a user', () => {
    const file = path.join(import.meta.dirname, '../../../src/explain/signatures/known.json');
    expect(loadSignatures([file])).toEqual(signatures);
  });

  it.each(Object.entries(CASES))(
    'signature %s is recognised in its stack and facts',
    (id, { stack = [], facts = [], waitReason }) => {
      const found = matches(stack, facts, 'unwindData', waitReason).find((match) => match.id === id);
      expect(found).toBeDefined();
      expect(found?.source).toMatch(/^https:\/\/|^Examining Windows/);
    },
  );

  it.each(Object.entries(CASES).filter(([, { stack }]) => stack !== undefined))(
    'signature %s is not recognised in scanned frames',
    (id, { stack = [], facts = [], waitReason }) => {
      expect(matches(stack, facts, 'scan', waitReason).map((match) => match.id)).not.toContain(id);
    },
  );

  it.each(Object.entries(CASES).filter(([, { facts }]) => facts !== undefined))(
    'signature %s is not shown when its fact does not hold',
    (id, { stack = [] }) => {
      expect(matches(stack).map((match) => match.id)).not.toContain(id);
    },
  );

  it('the frames of a signature count in their order alone', () => {
    const reversed = ['nt!ExAcquireResourceSharedLite', 'nt!ExpWaitForResource'];
    expect(matches(reversed).map(({ id }) => id)).not.toContain('resource-wait');
  });

  it('a module of Microsoft is no third party', () => {
    const stack = ['nt!KeWaitForSingleObject', 'ntfs!NtfsCommonCreate', 'fltmgr!FltpPerformPreCallbacks'];
    expect(matches(stack).map(({ id }) => id)).not.toContain('filter-in-path');
  });

  it('a flush outside of the close of a file is no re-entry into its file system', () => {
    const stack = ['nt!ExpWaitForResource', 'userfs!UserFsWrite', 'nt!CcFlushCache', 'nt!CcWriteBehind'];
    expect(matches(stack).map(({ id }) => id)).not.toContain('flush-reentry');
  });

  it('a suspended thread that nothing waits for is not called one of an end', () => {
    const stack = ['nt!KeWaitForSingleObject', 'nt!KiSchedulerApc'];
    expect(matches(stack, ['Suspended']).map(({ id }) => id)).not.toContain('suspended-at-exit');
  });

  const AWAITING = signatures.filter(({ awaits }) => awaits !== undefined);

  it.each(AWAITING.map(({ id, awaits = [] }) => [id, awaits] as const))(
    'signature %s is not shown for a thread whose object is known to be another one',
    (id, awaits) => {
      const { stack = [], facts = [] } = CASES[id] ?? {};
      const frames = stack.map((text) => frame(text));
      const of = (kind: AwaitedKind) =>
        matchSignatures(
          signatures,
          { stacks: [{ frames, awaits: kind }], facts: new Set(facts) },
          isThirdParty,
        ).map((match) => match.id);
      const [own] = awaits;
      expect(own && of(own)).toContain(id);
      expect(of('Mutant')).not.toContain(id);
    },
  );

  it('a signature with wait reasons is shown for a thread with one of them alone', () => {
    const demanding = signatures.filter(({ waitReasons }) => waitReasons !== undefined);
    expect(demanding.map(({ id }) => id)).toEqual(['win32k-message']);
    const stack = CASES['win32k-message']?.stack ?? [];
    for (const reason of ['UserRequest', 'WrQueue', undefined])
      expect(matches(stack, [], 'unwindData', reason)).toEqual([]);
  });

  it('a signature for a function of SMB 2 is not held against a Windows before it', () => {
    const stacks = [{ frames: [frame('mrxsmb20!MRxSmb2Create')] }];
    const on = (build: number) =>
      matchSignatures(signatures, { stacks, facts: new Set(), build }, isThirdParty).map(({ id }) => id);
    expect(on(3790)).toEqual([]);
    expect(on(19_041)).toEqual(['smb-create']);
  });

  it('a signature for a later Windows is not held against an earlier one', () => {
    const late = signatures.map((signature) => ({ ...signature, minimumBuild: 26_100 }));
    const stacks = [{ frames: [frame('nt!MiWaitForCollidedFaultComplete')] }];
    const on = (build: number) => matchSignatures(late, { stacks, facts: new Set(), build }, isThirdParty);
    expect(on(19_045)).toEqual([]);
    expect(on(26_100).map(({ id }) => id)).toEqual(['collided-fault']);
  });
});

describe('Signature files of a user', () => {
  const write = (content: unknown) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'signatures-')), 'own.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const own = { id: 'page-in', stacks: [['nt!Own*']], meaning: 'Ours.', next: 'Look.', source: 'us' };

  it('a signature of a user replaces the known one of the same id', () => {
    const loaded = loadSignatures([write({ signatures: [own] })]);
    expect(loaded).toHaveLength(40);
    expect(loaded.find(({ id }) => id === 'page-in')).toEqual(own);
  });

  it.each([
    ['no JSON', '{'],
    ['a signature without meaning', { signatures: [{ ...own, meaning: undefined }] }],
    ['a fact that is not known', { signatures: [{ ...own, facts: ['Magic'] }] }],
    ['a wait reason that is not known', { signatures: [{ ...own, waitReasons: ['Boredom'] }] }],
    [
      'wait reasons without a stack',
      { signatures: [{ ...own, stacks: undefined, facts: ['Mutant'], waitReasons: ['WrQueue'] }] },
    ],
    ['a pattern without a module', { signatures: [{ ...own, stacks: [['KeWait']] }] }],
  ])('a signature file with %s is refused by name', (_what, content) => {
    const file = write(content);
    expect(() => loadSignatures([file])).toThrow(expect.objectContaining({ code: 'InvalidRequest' }));
    expect(() => loadSignatures([file])).toThrow(file);
  });

  it('a signature file that does not exist is named', () => {
    expect(() => loadSignatures(['/nowhere/own.json'])).toThrow(
      expect.objectContaining({ code: 'FileNotFound' }),
    );
  });
});
