import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { PRODUCT_VERSION } from '../contract/version.ts';
import { buildAll } from './build-all.ts';
import { buildModule } from './module.ts';
import { nupkg } from './package/nupkg.ts';
import { type PackageLock, sbom } from './package/sbom.ts';
import { type Signer, signerOf } from './package/sign.ts';
import { root } from './tools.ts';
import { type ZipEntry, zip } from './zip.ts';

/**
 * `npm run package`: what is published, in bin/package. See docs/packaging.md.
 *
 * The order matters where files are signed: signing changes the executable, the module holds the executable's hash, and
 * the module's own files are signed last.
 */
const output = path.join(root, 'bin', 'package');
const EXECUTABLES = ['ktriage', 'ktriage.exe'];
/** Windows PowerShell checks the signatures of these. */
const SIGNED_SCRIPTS = /\.(?:psm1|psd1|ps1xml)$/;

function filesOf(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        name: path.relative(folder, file).split(path.sep).join('/'),
        bytes: readFileSync(file),
        executable: EXECUTABLES.includes(entry.name),
      };
    });
}

/** The executables to ship, copied, so that what `npm run build` made stays unsigned. */
function stageExecutables(sign: Signer | undefined): string[] {
  const folder = path.join(output, 'files');
  mkdirSync(folder, { recursive: true });
  return [...EXECUTABLES, 'koffi.node'].map((name) => {
    const file = path.join(folder, name);
    copyFileSync(path.join(root, 'bin', name), file);
    // ktriage.exe holds the hash of koffi.node and a Linux executable has no signature.
    if (name === 'ktriage.exe') sign?.(file);
    return file;
  });
}

function stageModule(files: readonly string[], sign: Signer | undefined): string {
  const folder = buildModule(output, files);
  copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  if (sign !== undefined) {
    for (const name of readdirSync(folder)) if (SIGNED_SCRIPTS.test(name)) sign(path.join(folder, name));
  }
  return folder;
}

function executableZip(files: readonly string[], names: readonly string[]): Buffer {
  const chosen = files.filter((file) => names.includes(path.basename(file)));
  return zip([
    ...chosen.map((file) => ({
      name: path.basename(file),
      bytes: readFileSync(file),
      executable: EXECUTABLES.includes(path.basename(file)),
    })),
    { name: 'LICENSE', bytes: readFileSync(path.join(root, 'LICENSE')) },
  ]);
}

function writeArtifacts(module: string, files: readonly string[]): void {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as PackageLock;
  const manifest = readFileSync(path.join(module, 'KernelTriage.psd1'), 'utf8');
  const artifacts: Record<string, string | Buffer> = {
    [`KernelTriage.${PRODUCT_VERSION}.nupkg`]: nupkg(filesOf(module), manifest),
    [`ktriage-${PRODUCT_VERSION}-win-x64.zip`]: executableZip(files, ['ktriage.exe', 'koffi.node']),
    [`ktriage-${PRODUCT_VERSION}-linux-x64.zip`]: executableZip(files, ['ktriage']),
    [`ktriage-${PRODUCT_VERSION}.cdx.json`]: sbom(lock),
  };
  const sums = Object.entries(artifacts).map(([name, bytes]) => {
    writeFileSync(path.join(output, name), bytes);
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
  });
  writeFileSync(path.join(output, 'SHA256SUMS'), `${sums.sort().join('\n')}\n`);
}

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { 'certificate-thumbprint': { type: 'string' }, 'sign-with': { type: 'string' } },
});
const sign = signerOf({
  certificateThumbprint: values['certificate-thumbprint'],
  signWith: values['sign-with'],
});
await buildAll();
rmSync(output, { recursive: true, force: true });
const files = stageExecutables(sign);
const module = stageModule(files, sign);
writeArtifacts(module, files);
rmSync(path.join(output, 'files'), { recursive: true, force: true });
console.error(`package: ${readdirSync(output).join(', ')}${sign === undefined ? '; nothing is signed' : ''}`);
