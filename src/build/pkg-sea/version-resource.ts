import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import packageFile from '../../../package.json' with { type: 'json' };

const ENGLISH = { lang: 1033, codepage: 1200 };

/**
 * node.exe with our version resource and a manifest that asks for no elevation (asInvoker): with requireAdministrator
 * Windows refuses to start it with redirected streams (error 740), and the program reports it itself.
 */
export function withVersionResource(nodeExecutable: Uint8Array): Uint8Array {
  const executable = NtExecutable.from(nodeExecutable, { ignoreCert: true });
  const resources = NtExecutableResource.from(executable);
  const [major = 0, minor = 0, patch = 0] = packageFile.version.split('.').map(Number);
  const info = Resource.VersionInfo.fromEntries(resources.entries)[0] ?? Resource.VersionInfo.createEmpty();
  info.setFileVersion(major, minor, patch, 0, ENGLISH.lang);
  info.setProductVersion(major, minor, patch, 0, ENGLISH.lang);
  info.setStringValues(ENGLISH, {
    ProductName: 'KernelTriage',
    FileDescription: 'KernelTriage: kernel stacks of live threads',
    CompanyName: 'KernelTriage',
    InternalName: 'ktriage',
    OriginalFilename: 'ktriage.exe',
    LegalCopyright: 'MIT License. Contains Node.js.',
  });
  info.outputToResourceEntries(resources.entries);
  for (const entry of resources.entries.filter(({ type }) => type === 24)) {
    const manifest = Buffer.from(entry.bin).toString('utf8');
    entry.bin = new TextEncoder().encode(manifest.replace(/level="[a-zA-Z]+"/, 'level="asInvoker"')).buffer;
  }
  resources.outputResource(executable);
  return new Uint8Array(executable.generate());
}
