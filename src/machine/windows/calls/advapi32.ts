import { systemLibrary } from './foreign.ts';

/**
 * Security descriptors (securitybaseapi.h, sddl.h), the registry (winreg.h), event traces (evntrace.h), the event log (winbase.h) and
 * services (winsvc.h).
 */
export const advapi32 = systemLibrary('advapi32.dll', {
  /** path, parts wanted, descriptor, its length, length needed */
  GetFileSecurityW: ['bool', 'text', 'u32', 'pointer', 'u32', 'pointer'],
  /** object, parts wanted, descriptor, its length, length needed */
  GetKernelObjectSecurity: ['bool', 'handle', 'u32', 'pointer', 'u32', 'pointer'],
  /** object, SE_OBJECT_TYPE, parts given, owner, group, DACL, SACL */
  SetSecurityInfo: ['u32', 'handle', 'u32', 'u32', 'pointer', 'pointer', 'pointer', 'pointer'],
  /** SDDL, revision, descriptor (to be freed by LocalFree), its size */
  ConvertStringSecurityDescriptorToSecurityDescriptorW: ['bool', 'text', 'u32', 'pointer', 'pointer'],
  /** root, key, value, types that are wanted, type found, data, its length */
  RegGetValueW: ['u32', 'handle', 'text', 'text', 'u32', 'pointer', 'pointer', 'pointer'],
  /** root, key, value, type, data, its length; creates the key */
  RegSetKeyValueW: ['u32', 'handle', 'text', 'text', 'u32', 'pointer', 'u32'],
  /** session handle (out), name, EVENT_TRACE_PROPERTIES */
  StartTraceW: ['u32', 'pointer', 'text', 'pointer'],
  /** session, provider, code, level, any keyword, all keywords, timeout, parameters */
  EnableTraceEx2: ['u32', 'u64', 'pointer', 'u32', 'u32', 'u64', 'u64', 'u32', 'pointer'],
  /** session or zero, its name or null, EVENT_TRACE_PROPERTIES, code */
  ControlTraceW: ['u32', 'u64', 'text', 'pointer', 'u32'],
  /** EVENT_TRACE_LOGFILEW */
  OpenTraceW: ['u64', 'pointer'],
  /** handles, their number, from and to */
  ProcessTrace: ['u32', 'pointer', 'u32', 'pointer', 'pointer'],
  CloseTrace: ['u32', 'u64'],
  /** computer, source */
  RegisterEventSourceW: ['handle', 'text', 'text'],
  /** source, type, category, id, user, number of strings, bytes of data, strings, data */
  ReportEventW: ['bool', 'handle', 'u16', 'u16', 'u32', 'pointer', 'u16', 'u32', 'pointer', 'pointer'],
  DeregisterEventSource: ['bool', 'handle'],
  /** computer, database, access */
  OpenSCManagerW: ['handle', 'text', 'text', 'u32'],
  /** manager, service, access */
  OpenServiceW: ['handle', 'handle', 'text', 'u32'],
  /** service, level, status, its length, length needed */
  QueryServiceStatusEx: ['bool', 'handle', 'u32', 'pointer', 'u32', 'pointer'],
  CloseServiceHandle: ['bool', 'handle'],
});
