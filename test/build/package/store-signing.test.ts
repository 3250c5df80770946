import { describe, expect, it } from 'vitest';
import { storeSigningScript } from '../../../src/build/package/store-signing-script.ts';

/** What the script does is test/powershell/StoreSigning.Tests.ps1. */
describe('the script that signs from the store', () => {
  it('the script that signs from the store is not made of what is no thumbprint and no address', () => {
    const thumbprint = '0123456789ABCDEF0123456789ABCDEF01234567';
    const made = (given: string, timestampServer?: string) => () =>
      storeSigningScript({ file: 'f', thumbprint: given, timestampServer });
    expect(made("' ; Remove-Item x")).toThrow(/40 hex digits/);
    expect(made(thumbprint, 'https://timestamp.example')).toThrow(/begins with http:/);
    expect(made(thumbprint, 'timestamp.example')).toThrow(/begins with http:/);
    expect(made(thumbprint, 'http://timestamp.example/a')()).toContain('http://timestamp.example/a');
  });
});
