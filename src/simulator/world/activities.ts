import { type Activity, RUNNING, TERMINATED, WAITING } from './activity.ts';
import {
  CLOSE_HANDLE,
  CLOSE_ON_A_SHARE,
  CREATE_ON_A_SHARE,
  DISPATCH_ON_A_SHARE,
  frames,
  IN_USER_CODE,
  MOVE_FILE,
  RENAME_ON_A_SHARE,
  SYSTEM_CALL,
  WAIT_FOR_HANDLE,
  WAIT_FOR_ONE_OBJECT,
} from './call-chain-parts.ts';
import { LOCKS } from './waits.ts';

const MAJOR = { read: 3, setInformation: 6, cleanup: 0x12 } as const;

/** KWAIT_REASON values that the scenarios use. */
const WAIT_REASON = {
  Executive: 0,
  DelayExecution: 4,
  UserRequest: 6,
  WrQueue: 15,
  WrLpcReply: 17,
  WrResource: 27,
  WrAlertByThreadId: 37,
} as const;

/**
 * Every activity of the scenarios. Code images, kernel stacks and unwind data are derived from these lines. The first two
 * activities are the article that the product grew from, word for word (G. Nebbett, "Examining Windows Kernel-mode
 * Stacks via Triage Dumps", 2016).
 */
export const ACTIVITIES = {
  /** Waits for the file control block that another thread holds. */
  fcbWaiter: {
    name: 'fcbWaiter',
    state: WAITING,
    waitReason: WAIT_REASON.WrResource,
    kernelFrames: frames(`
      nt!KeWaitForSingleObject+0x19f
      nt!ExpWaitForResource+0xae
      nt!ExAcquireResourceExclusiveLite+0x14f
      rdbss!_RxAcquireFcb+0x254
      rdbss!RxFindOrCreateFcb+0x3d8
      rdbss!RxCreateFromNetRoot+0x53a
      ${CREATE_ON_A_SHARE}
      nt!NtQueryFullAttributesFile+0x14f
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtQueryFullAttributesFile+0x12
      KERNELBASE!GetFileAttributesExW+0x93
      cachfile!CACHED_FILE_INFO::CheckIfFileHasChanged+0xf9
      iiscore!W3_SERVER::GetFileInfo+0x1c3
      defdoc!W3_DEFAULT_DOC_HANDLER::DoWork+0x511
      defdoc!RequestDoWork+0x17f
      defdoc!CIISHttpModule::OnExecuteRequestHandler+0x19
      iiscore!NOTIFICATION_CONTEXT::RequestDoWork+0x128
      iiscore!NOTIFICATION_CONTEXT::CallModulesInternal+0x305
      iiscore!NOTIFICATION_CONTEXT::CallModules+0x28
      iiscore!W3_CONTEXT::DoStateRequestExecuteHandler+0x36
      iiscore!W3_CONTEXT::DoWork+0xd7
      iiscore!W3_MAIN_CONTEXT::StartNotificationLoop+0x49
      iiscore!W3_CONTEXT::ExecuteRequest+0x20c
      isapi!ISAPI_REQUEST::ExecuteUrl+0x3e6
      isapi!SSFExecuteUrl+0x7f4
      isapi!ServerSupportFunction+0x59b
      webengine4!EcbExecuteUrlUnicode+0x12e`),
    systemCall: 0x148,
    pendingFile: LOCKS.site,
    longestWaitMs: 484_999,
    waitsFor: { for: 'lock', lock: 'site', access: 'exclusive' },
  },
  /** Holds that file control block and waits for the server's answer to an SMB create, across an oplock break. */
  oplockHolder: {
    name: 'oplockHolder',
    state: WAITING,
    waitReason: WAIT_REASON.Executive,
    kernelFrames: frames(`
      nt!KeWaitForMultipleObjects+0x272
      nt!FsRtlCancellableWaitForMultipleObjects+0xac
      mrxsmb!SmbCeWaitForCompletionAndFinalizeExchangeEx+0x70
      mrxsmb20!MRxSmb2Create+0x658
      mrxsmb!SmbpShellCreateWithNewStack+0x1b
      nt!KySwitchKernelStackCallout+0x27
      nt!KiSwitchKernelStackContinue
      nt!KeExpandKernelStackAndCalloutEx+0x2a2
      nt!KeExpandKernelStackAndCallout+0x12
      mrxsmb!SmbShellCreate+0x5d
      rdbss!RxCollapseOrCreateSrvOpen+0x4de
      rdbss!RxCreateFromNetRoot+0x608
      ${CREATE_ON_A_SHARE}
      nt!IopCreateFile+0x2bc
      nt!NtCreateFile+0x78
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtCreateFile+0x14
      KERNELBASE!CreateFileInternal+0x5e6
      KERNELBASE!CreateFileW+0x66
      cachfile!CACHED_FILE_INFO::OpenFile+0x11d
      iiscore!W3_SERVER::GetFileInfo+0x1f4
      webengine4!EcbExecuteUrlUnicode+0x12e`),
    systemCall: 0x55,
    pendingFile: LOCKS.site,
    // Longer than all that wait for its lock.
    waitedMs: 492_140,
    pendingAt: 'mrxsmb20',
    waitsFor: { for: 'events', count: 1, mode: 'kernel' },
    holds: [{ lock: 'site', access: 'exclusive', frame: 'rdbss!RxCreateFromNetRoot' }],
  },
  /** A thread-pool worker without work. */
  idleWorker: {
    name: 'idleWorker',
    state: WAITING,
    waitReason: WAIT_REASON.WrQueue,
    kernelFrames: frames(`
      nt!KeRemoveQueueEx+0x26b
      nt!IoRemoveIoCompletion+0x98
      nt!NtWaitForWorkViaWorkerFactory+0x39e
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtWaitForWorkViaWorkerFactory+0x14
      ntdll!TppWorkerThread+0x2f7`),
    systemCall: 0x1cc,
    waitsFor: { for: 'completion', port: 'workerFactory' },
  },
  /** Waits on a completion port that the process manages by itself. */
  completionPort: {
    name: 'completionPort',
    state: WAITING,
    waitReason: WAIT_REASON.WrQueue,
    kernelFrames: frames(`
      nt!KeRemoveQueueEx+0x26b
      nt!IoRemoveIoCompletion+0x98
      nt!NtRemoveIoCompletion+0x13c
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtRemoveIoCompletion+0x14
      KERNELBASE!GetQueuedCompletionStatus+0x53
      W3TP!THREAD_POOL_DATA::ThreadPoolThread+0x32`),
    systemCall: 0x09,
    waitsFor: { for: 'completion', port: 'ownPort' },
  },
  waitSingle: {
    name: 'waitSingle',
    state: WAITING,
    waitReason: WAIT_REASON.UserRequest,
    kernelFrames: WAIT_FOR_ONE_OBJECT,
    userFrames: WAIT_FOR_HANDLE,
    systemCall: 0x04,
    waitsFor: { for: 'events', count: 1, mode: 'user' },
  },
  waitMultiple: {
    name: 'waitMultiple',
    state: WAITING,
    waitReason: WAIT_REASON.UserRequest,
    kernelFrames: frames(`
      nt!KeWaitForMultipleObjects+0x272
      nt!ObWaitForMultipleObjects+0x2f0
      nt!NtWaitForMultipleObjects+0x119
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtWaitForMultipleObjects+0x14
      KERNELBASE!WaitForMultipleObjectsEx+0xf0`),
    systemCall: 0x5b,
    waitsFor: { for: 'events', count: 3, mode: 'user' },
  },
  sleeping: {
    name: 'sleeping',
    state: WAITING,
    waitReason: WAIT_REASON.DelayExecution,
    kernelFrames: frames(`
      nt!KeDelayExecutionThread+0x122
      nt!NtDelayExecution+0x5f
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtDelayExecution+0x14
      KERNELBASE!SleepEx+0x9e`),
    systemCall: 0x34,
    waitsFor: { for: 'time' },
  },
  alpcClient: {
    name: 'alpcClient',
    state: WAITING,
    waitReason: WAIT_REASON.WrLpcReply,
    kernelFrames: frames(`
      nt!KeWaitForSingleObject+0x19f
      nt!AlpcpSignalAndWait+0x143
      nt!AlpcpReceiveSynchronousReply+0x5b
      nt!AlpcpProcessSynchronousRequest+0x3a5
      nt!NtAlpcSendWaitReceivePort+0x1d9
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtAlpcSendWaitReceivePort+0x14
      RPCRT4!LRPC_BASE_CCALL::DoSendReceive+0xd9`),
    systemCall: 0x8c,
    waitsFor: { for: 'reply', server: 'svchost.exe' },
  },
  alertByThreadId: {
    name: 'alertByThreadId',
    state: WAITING,
    waitReason: WAIT_REASON.WrAlertByThreadId,
    kernelFrames: frames(`
      nt!KeWaitForAlertByThreadId+0xc4
      nt!NtWaitForAlertByThreadId+0x25
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtWaitForAlertByThreadId+0x14
      ntdll!RtlSleepConditionVariableSRW+0x134`),
    systemCall: 0x1c8,
  },
  /** A synchronous read through the filter manager that has not come back. */
  readingFile: {
    name: 'readingFile',
    state: WAITING,
    waitReason: WAIT_REASON.Executive,
    kernelFrames: frames(`
      nt!KeWaitForSingleObject+0x19f
      nt!IopWaitForSynchronousIoEvent+0x50
      nt!IopSynchronousServiceTail+0x4a6
      nt!NtReadFile+0x59a
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtReadFile+0x14
      KERNELBASE!ReadFile+0x7b`),
    systemCall: 0x06,
    pendingFile: '\\Windows\\System32\\LogFiles\\W3SVC1\\u_ex240514.log',
    pendingFunction: MAJOR.read,
    pendingAt: 'Ntfs',
    waitsFor: { for: 'request' },
  },
  /** Runs in user mode, so that it is in the kernel only when an interrupt takes it there. */
  running: {
    name: 'running',
    state: RUNNING,
    waitReason: 0,
    kernelFrames: [],
    userFrames: IN_USER_CODE,
  },
  /** A system worker; what it does in detail is never seen, because system threads cannot be captured. */
  systemWorker: {
    name: 'systemWorker',
    state: WAITING,
    waitReason: WAIT_REASON.WrQueue,
    kernelFrames: frames(`
      nt!KeRemovePriQueue+0x254
      nt!ExpWorkerThread+0x9e
      nt!PspSystemThreadStartup+0x55
      nt!KiStartSystemThread+0x28`),
    userFrames: [],
    waitsFor: { for: 'work', queue: 'normal' },
  },
  idleProcessor: {
    name: 'idleProcessor',
    state: RUNNING,
    waitReason: 0,
    kernelFrames: ['nt!KiIdleLoop+0x82'],
    userFrames: [],
  },
  /** Moves a file from one folder of a share to the other: holds the lock of the one and waits for that of the other. */
  moverToArchive: {
    name: 'moverToArchive',
    state: WAITING,
    waitReason: WAIT_REASON.WrResource,
    kernelFrames: RENAME_ON_A_SHARE,
    userFrames: MOVE_FILE,
    systemCall: 0x27,
    pendingFile: LOCKS.inbox,
    pendingFunction: MAJOR.setInformation,
    waitsFor: { for: 'lock', lock: 'archive', access: 'exclusive' },
    holds: [{ lock: 'inbox', access: 'exclusive', frame: 'rdbss!RxCommonSetInformation' }],
  },
  /** The same the other way round, and with that the second half of a deadlock. */
  moverToInbox: {
    name: 'moverToInbox',
    state: WAITING,
    waitReason: WAIT_REASON.WrResource,
    kernelFrames: RENAME_ON_A_SHARE,
    userFrames: MOVE_FILE,
    systemCall: 0x27,
    pendingFile: LOCKS.archive,
    pendingFunction: MAJOR.setInformation,
    waitsFor: { for: 'lock', lock: 'inbox', access: 'exclusive' },
    holds: [{ lock: 'archive', access: 'exclusive', frame: 'rdbss!RxCommonSetInformation' }],
  },
  /** Reads attributes of a file with a lock that is held. */
  inboxReader: {
    name: 'inboxReader',
    state: WAITING,
    waitReason: WAIT_REASON.WrResource,
    kernelFrames: frames(`
      nt!KeWaitForSingleObject+0x19f
      nt!ExpWaitForResource+0xae
      nt!ExAcquireResourceSharedLite+0x12b
      rdbss!_RxAcquireFcb+0x2a1
      rdbss!RxCommonQueryInformation+0x1c4
      ${DISPATCH_ON_A_SHARE}
      nt!NtQueryInformationFile+0x5f2
      ${SYSTEM_CALL}`),
    userFrames: frames(`
      ntdll!NtQueryInformationFile+0x14
      KERNELBASE!GetFileInformationByHandleEx+0x9d`),
    systemCall: 0x11,
    waitsFor: { for: 'lock', lock: 'inbox', access: 'shared' },
  },
  /** A worker of the kernel that waits for a lock in the middle of its work item. */
  blockedWorker: {
    name: 'blockedWorker',
    state: WAITING,
    waitReason: WAIT_REASON.WrResource,
    kernelFrames: frames(`
      nt!KeWaitForSingleObject+0x19f
      nt!ExpWaitForResource+0xae
      nt!ExAcquireResourceExclusiveLite+0x14f
      rdbss!_RxAcquireFcb+0x254
      rdbss!RxScavengerFinalizeEntries+0x13a
      rdbss!RxWorkItemDispatcher+0x2d
      nt!ExpWorkerThread+0x155
      nt!PspSystemThreadStartup+0x55
      nt!KiStartSystemThread+0x28`),
    userFrames: [],
    waitsFor: { for: 'lock', lock: 'spool', access: 'exclusive' },
    worksFor: 'delayed',
  },
  /** Closes a file on a share: holds its lock and waits for a work item that no worker takes. */
  waitsForWorker: {
    name: 'waitsForWorker',
    state: WAITING,
    waitReason: WAIT_REASON.Executive,
    kernelFrames: CLOSE_ON_A_SHARE,
    userFrames: CLOSE_HANDLE,
    systemCall: 0x0f,
    pendingFile: LOCKS.spool,
    pendingFunction: MAJOR.cleanup,
    pendingOffList: 'rdbss!RxCommonCleanup',
    waitsFor: { for: 'events', count: 1, mode: 'kernel' },
    holds: [{ lock: 'spool', access: 'exclusive', frame: 'rdbss!RxCommonCleanup' }],
  },
  /** Has ended; its read of a file on a share was never completed, and is on no list. */
  endedReader: {
    name: 'endedReader',
    state: TERMINATED,
    waitReason: 0,
    kernelFrames: [],
    // Its stack went with it: no dump has these frames.
    userFrames: IN_USER_CODE,
    pendingFile: '\\fileserver\\backup\\2024-05-14.vhdx',
    pendingFunction: MAJOR.read,
    pendingAt: 'mrxsmb20',
    isOnNoList: true,
    isCancelled: true,
  },
  /** Closes that file while its process ends: the redirector waits for the read. */
  closesBehindReader: {
    name: 'closesBehindReader',
    state: WAITING,
    waitReason: WAIT_REASON.Executive,
    kernelFrames: CLOSE_ON_A_SHARE,
    userFrames: CLOSE_HANDLE,
    systemCall: 0x0f,
    mentions: { requestOf: 'endedReader', frame: 'rdbss!RxCommonCleanup' },
    waitsFor: { for: 'events', count: 1, mode: 'kernel' },
  },
  /** Has asked for the end of that process, and waits for it. */
  waitsForProcess: {
    name: 'waitsForProcess',
    state: WAITING,
    waitReason: WAIT_REASON.UserRequest,
    kernelFrames: WAIT_FOR_ONE_OBJECT,
    userFrames: WAIT_FOR_HANDLE,
    systemCall: 0x04,
    waitsFor: { for: 'processEnd', process: 'backupsvc.exe' },
  },
} as const satisfies Record<string, Activity>;

export type ActivityName = keyof typeof ACTIVITIES;
