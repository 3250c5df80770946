import { systemLibrary } from './foreign.ts';

/** Security descriptors (securitybaseapi.h, sddl.h). */
export const advapi32 = systemLibrary('advapi32.dll', {
  /** path, parts wanted, descriptor, its length, length needed */
  GetFileSecurityW: ['bool', 'text', 'u32', 'pointer', 'u32', 'pointer'],
  /** SDDL, revision, descriptor (to be freed by LocalFree), its size */
  ConvertStringSecurityDescriptorToSecurityDescriptorW: ['bool', 'text', 'u32', 'pointer', 'pointer'],
});
