import { view } from '../../../binary/layout.ts';
import { Failure } from '../../../contract/failure.ts';
import { isNtSuccess, NTSTATUS } from '../../../contract/ntstatus.ts';
import { TOKEN_PRIVILEGES } from '../calls/layouts.ts';
import { ntdll } from '../calls/ntdll.ts';
import { build, u32Cell } from '../calls/request.ts';
import { isElevated, TOKEN_ADJUST_PRIVILEGES, TOKEN_QUERY, withToken } from './token.ts';

/** The LUID of SeDebugPrivilege is the same on every Windows (wdm.h SE_DEBUG_PRIVILEGE). */
const SE_DEBUG_PRIVILEGE = 20;
const SE_PRIVILEGE_ENABLED = 0x2;
/** A success code: the token lacks the privilege, and nothing was changed. */
const STATUS_NOT_ALL_ASSIGNED = 0x00000106;

/** Enables or restores the privilege; answers the state before, empty when nothing changed. */
function adjust(wanted: Uint8Array): { held: boolean; previous: Uint8Array } {
  return withToken(TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, (token) => {
    const previous = new Uint8Array(TOKEN_PRIVILEGES.size);
    const status = ntdll().NtAdjustPrivilegesToken(token, 0, wanted, previous.length, previous, u32Cell());
    return { held: isNtSuccess(status) && status !== STATUS_NOT_ALL_ASSIGNED, previous };
  });
}

let holders = 0;
let stateBefore: Uint8Array | undefined;

/** SeDebugPrivilege, enabled until `release`. */
export interface PrivilegeHold {
  readonly held: boolean;
  release(): void;
}

/**
 * Enables SeDebugPrivilege in the token of this process. When the last holder releases, the privilege gets back the
 * state it had before the first one came: a caller that started with it enabled keeps it.
 */
export function holdDebugPrivilege(): PrivilegeHold {
  if (holders === 0) {
    const wanted = build(TOKEN_PRIVILEGES, {
      PrivilegeCount: 1,
      LuidLowPart: SE_DEBUG_PRIVILEGE,
      Attributes: SE_PRIVILEGE_ENABLED,
    });
    const { held, previous } = adjust(wanted);
    if (!held) return { held: false, release: () => undefined };
    stateBefore = previous;
  }
  holders += 1;
  let released = false;
  return {
    held: true,
    release() {
      if (released) return;
      released = true;
      holders -= 1;
      if (holders > 0 || stateBefore === undefined) return;
      // PreviousState names only what was changed.
      if (view(TOKEN_PRIVILEGES, stateBefore).get('PrivilegeCount') > 0) adjust(stateBefore);
      stateBefore = undefined;
    },
  };
}

/** Runs `use` with the privilege where it can be had. */
export function withDebugPrivilege<T>(use: () => T): T {
  const hold = holdDebugPrivilege();
  try {
    return use();
  } finally {
    hold.release();
  }
}

/**
 * The privilege for a capture, or the reason why not.
 * @throws Failure NotElevated, PrivilegeNotHeld
 */
export function requireDebugPrivilege(): PrivilegeHold {
  const hold = holdDebugPrivilege();
  if (hold.held) return hold;
  if (!isElevated()) throw new Failure('NotElevated', 'This process does not run as administrator');
  throw new Failure('PrivilegeNotHeld', 'This administrator does not hold SeDebugPrivilege', {
    ntStatus: NTSTATUS.STATUS_PRIVILEGE_NOT_HELD,
  });
}
