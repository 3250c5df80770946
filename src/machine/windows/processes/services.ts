import { view } from '../../../binary/layout.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { SERVICE_STATUS_PROCESS } from '../calls/layouts.ts';
import { u32Cell } from '../calls/request.ts';

/** winsvc.h */
const SC_MANAGER_CONNECT = 0x1;
const SERVICE_QUERY_STATUS = 0x4;
const SC_STATUS_PROCESS_INFO = 0;

/** The process of a service by its name; undefined for a service that does not run, is not there, or may not be asked. */
export function serviceProcessId(service: string): number | undefined {
  const { OpenSCManagerW, OpenServiceW, QueryServiceStatusEx, CloseServiceHandle } = advapi32();
  const manager = OpenSCManagerW(null, null, SC_MANAGER_CONNECT);
  if (manager === 0n) return undefined;
  try {
    const handle = OpenServiceW(manager, service, SERVICE_QUERY_STATUS);
    if (handle === 0n) return undefined;
    try {
      const status = new Uint8Array(SERVICE_STATUS_PROCESS.size);
      if (QueryServiceStatusEx(handle, SC_STATUS_PROCESS_INFO, status, status.length, u32Cell()) === 0)
        return undefined;
      const id = view(SERVICE_STATUS_PROCESS, status).get('dwProcessId');
      return id === 0 ? undefined : id;
    } finally {
      CloseServiceHandle(handle);
    }
  } finally {
    CloseServiceHandle(manager);
  }
}
