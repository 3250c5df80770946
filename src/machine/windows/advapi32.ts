import { systemLibrary } from './foreign.ts';

/** Security descriptors (securitybaseapi.h, sddl.h) and the registry (winreg.h). */
export const advapi32 = systemLibrary('advapi32.dll', {
  /** path, parts wanted, descriptor, its length, length needed */
  GetFileSecurityW: ['bool', 'text', 'u32', 'pointer', 'u32', 'pointer'],
  /** SDDL, revision, descriptor (to be freed by LocalFree), its size */
  ConvertStringSecurityDescriptorToSecurityDescriptorW: ['bool', 'text', 'u32', 'pointer', 'pointer'],
  /** root, key, value, types that are wanted, type found, data, its length */
  RegGetValueW: ['u32', 'handle', 'text', 'text', 'u32', 'pointer', 'pointer', 'pointer'],
});
