import { Failure } from '../../../contract/failure.ts';
import { advapi32 } from '../calls/advapi32.ts';
import { kernel32 } from '../calls/kernel32.ts';
import { SECURITY_ATTRIBUTES } from '../calls/layouts.ts';
import { build, u32Cell, u64Cell } from '../calls/request.ts';

const SDDL_REVISION_1 = 1;

/**
 * The security descriptor that a text describes (MS-DTYP 2.5.1), at its address for as long as `use` runs.
 * @throws Failure Internal when Windows does not understand the text, which is ours
 */
export function withSecurityDescriptor<T>(sddl: string, use: (address: bigint, length: number) => T): T {
  const cell = u64Cell();
  const length = u32Cell();
  const converted = advapi32().ConvertStringSecurityDescriptorToSecurityDescriptorW(
    sddl,
    SDDL_REVISION_1,
    cell,
    length,
  );
  if (converted === 0) throw new Failure('Internal', `Windows did not understand ${sddl}`);
  const address = cell[0] ?? 0n;
  try {
    return use(address, length[0] ?? 0);
  } finally {
    kernel32().LocalFree(address);
  }
}

/** SECURITY_ATTRIBUTES of something that is created with the described access. */
export function withSecurityAttributes<T>(sddl: string, use: (attributes: Uint8Array) => T): T {
  return withSecurityDescriptor(sddl, (lpSecurityDescriptor) =>
    use(build(SECURITY_ATTRIBUTES, { nLength: SECURITY_ATTRIBUTES.size, lpSecurityDescriptor })),
  );
}
