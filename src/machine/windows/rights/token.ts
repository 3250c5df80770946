import { view } from '../../../binary/layout.ts';
import { Failure } from '../../../contract/failure.ts';
import { isNtSuccess } from '../../../contract/ntstatus.ts';
import { addressOf } from '../calls/foreign.ts';
import { TOKEN_USER } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { u32Cell, u64Cell } from '../calls/request.ts';
import { decodeSid } from './security-descriptor.ts';

const CURRENT_PROCESS = -1n;
export const TOKEN_QUERY = 0x8;
export const TOKEN_ADJUST_PRIVILEGES = 0x20;
/** TOKEN_INFORMATION_CLASS (winnt.h). */
const TOKEN_CLASS = { user: 1, elevation: 20 } as const;
/** TOKEN_USER and the longest SID behind it. */
const TOKEN_USER_ROOM = 128;

/**
 * Runs `use` with the access token of this process.
 * @throws Failure Internal when Windows does not give it
 */
export function withToken<T>(access: number, use: (token: bigint) => T): T {
  const cell = u64Cell();
  const status = ntdll().NtOpenProcessToken(CURRENT_PROCESS, access, cell);
  if (!isNtSuccess(status)) {
    throw new Failure('Internal', 'The process cannot open its own access token', { ntStatus: status });
  }
  const token = cell[0] ?? 0n;
  try {
    return use(token);
  } finally {
    ntdll().NtClose(token);
  }
}

/** Whether this process has administrator rights now (UAC's meaning of "elevated"). */
export function isElevated(): boolean {
  return withToken(TOKEN_QUERY, (token) => {
    const answer = u32Cell();
    const status = ntdll().NtQueryInformationToken(token, TOKEN_CLASS.elevation, answer, 4, u32Cell());
    return isNtSuccess(status) && answer[0] !== 0;
  });
}

/** The SID of the account that this process runs as. */
export function userSid(): string {
  return withToken(TOKEN_QUERY, (token) => {
    const answer = Buffer.allocUnsafeSlow(TOKEN_USER_ROOM);
    const status = ntdll().NtQueryInformationToken(token, TOKEN_CLASS.user, answer, answer.length, u32Cell());
    if (!isNtSuccess(status)) {
      throw new Failure('Internal', 'The process cannot find its own user', { ntStatus: status });
    }
    return decodeSid(answer, Number(view(TOKEN_USER, answer).get('Sid') - addressOf(answer)));
  });
}
