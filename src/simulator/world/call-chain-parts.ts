/** Call chains, and parts of them, that several activities share. */

/** The frames of a text with one frame a line. */
export const frames = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** From the SMB redirector's dispatch down to the object manager, the part that both stacks of the article share. */
export const CREATE_ON_A_SHARE = `
  rdbss!RxCommonCreate+0x34f
  rdbss!RxFsdCommonDispatch+0x870
  rdbss!RxFsdDispatch+0x224
  mrxsmb!MRxSmbFsdDispatch+0xc0
  mup!MupiCallUncProvider+0x169
  mup!MupStateMachine+0x165
  mup!MupCreate+0x31d
  fltmgr!FltpLegacyProcessingAfterPreCallbacksCompleted+0x24f
  fltmgr!FltpCreate+0x2a9
  nt!IopParseDevice+0x14e2
  nt!ObpLookupObjectName+0x784
  nt!ObOpenObjectByName+0x306`;

/** The same of a request for a file that is open. */
export const DISPATCH_ON_A_SHARE = `
  rdbss!RxFsdCommonDispatch+0x870
  rdbss!RxFsdDispatch+0x224
  mrxsmb!MRxSmbFsdDispatch+0xc0
  mup!MupiCallUncProvider+0x169
  mup!MupStateMachine+0x165
  mup!MupFsdIrpPassThrough+0x12d
  fltmgr!FltpLegacyProcessingAfterPreCallbacksCompleted+0x24f
  fltmgr!FltpDispatch+0xb9`;

export const SYSTEM_CALL = 'nt!KiSystemServiceCopyEnd+0x13';

export const RENAME_ON_A_SHARE = frames(`
  nt!KeWaitForSingleObject+0x19f
  nt!ExpWaitForResource+0xae
  nt!ExAcquireResourceExclusiveLite+0x14f
  rdbss!_RxAcquireFcb+0x254
  rdbss!RxSetRenameInfo+0x1a3
  rdbss!RxCommonSetInformation+0x2f8
  ${DISPATCH_ON_A_SHARE}
  nt!NtSetInformationFile+0x5c1
  ${SYSTEM_CALL}`);

export const MOVE_FILE = frames(`
  ntdll!NtSetInformationFile+0x14
  KERNELBASE!MoveFileWithProgressTransactedW+0x4d2`);

export const IN_USER_CODE = frames(`
  clr!WKS::gc_heap::mark_object_simple1+0x2a1
  clr!WKS::gc_heap::mark_object_simple+0x67`);

export const CLOSE_ON_A_SHARE = frames(`
  nt!KeWaitForSingleObject+0x19f
  rdbss!RxWaitSync+0x3c
  rdbss!RxCommonCleanup+0x5b3
  ${DISPATCH_ON_A_SHARE}
  nt!IopCloseFile+0x177
  nt!ObCloseHandleTableEntry+0x24e
  nt!NtClose+0xec
  ${SYSTEM_CALL}`);

export const CLOSE_HANDLE = frames(`
  ntdll!NtClose+0x14
  KERNELBASE!CloseHandle+0x45`);

export const WAIT_FOR_ONE_OBJECT = frames(`
  nt!KeWaitForSingleObject+0x19f
  nt!ObWaitForSingleObject+0xbb
  nt!NtWaitForSingleObject+0x6a
  ${SYSTEM_CALL}`);

export const WAIT_FOR_HANDLE = frames(`
  ntdll!NtWaitForSingleObject+0x14
  KERNELBASE!WaitForSingleObjectEx+0x8e`);
