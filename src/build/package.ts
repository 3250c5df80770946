import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { PRODUCT_VERSION } from '../contract/version.ts';
import { buildAll } from './build-all.ts';
import { buildDscModule, buildModule, dscModuleSource, writeManifest } from './module.ts';
import { thirdPartyNotices } from './package/notices.ts';
import { nupkg } from './package/nupkg.ts';
import { type PackageLock, sbom } from './package/sbom.ts';
import { type Signer, signerOf } from './package/sign.ts';
import { type StagedExecutables, stageArm64, stageExecutables } from './package/stage-executables.ts';
import { root } from './tools.ts';
import { LEVEL, type ZipEntry, zip } from './zip.ts';

/**
 * `npm run package`: what is published, in bin/package. See docs/packaging.md.
 *
 * The order matters where files are signed, because each holds the hash of the one before: koffi.node, then a ktriage.exe
 * that accepts the signed koffi.node, then the module, with a script that accepts that ktriage.exe. What `npm run build` made
 * stays as it is.
 */
const EXECUTABLES = ['ktriage', 'ktriage.exe'];
/** Windows PowerShell checks the signatures of these. */
const SIGNED_SCRIPTS = /\.(?:psm1|psd1|ps1xml)$/;
const TEXTS = ['LICENSE', 'THIRD-PARTY-NOTICES.txt'];

function signScripts(folder: string, sign: Signer | undefined): void {
  if (sign === undefined) return;
  for (const name of readdirSync(folder)) if (SIGNED_SCRIPTS.test(name)) sign(path.join(folder, name));
}

/** The module for Windows. It accepts the executables for other systems too, which their archives bring (docs/adr/0009). */
async function stageModule(
  parent: string,
  { windows, linux }: StagedExecutables,
  arm64: readonly string[],
  sign: Signer | undefined,
): Promise<string> {
  const folder = buildModule(parent, windows, [...windows, ...arm64, ...linux]);
  copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices());
  writeManifest(folder);
  signScripts(folder, sign);
  return folder;
}

/** The module with the DSC class, which holds nothing of third parties. */
function stageDscModule(parent: string, sign: Signer | undefined): string {
  const folder = buildDscModule(parent);
  copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  writeManifest(folder, dscModuleSource);
  signScripts(folder, sign);
  return folder;
}

const entryOf = (file: string, name: string): ZipEntry => ({
  name,
  bytes: readFileSync(file),
  executable: EXECUTABLES.includes(path.basename(file)),
});

function entriesOf(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return entryOf(file, path.relative(folder, file).split(path.sep).join('/'));
    });
}

/** Files from anywhere, side by side. */
const flatZip = (files: readonly string[]): Promise<Buffer> =>
  zip(
    files.map((file) => entryOf(file, path.basename(file))),
    compressionLevel,
  );

async function writeArtifacts(
  output: string,
  { windows, linux }: StagedExecutables,
  arm64: readonly string[],
  module: string,
  dscModule: string,
): Promise<void> {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as PackageLock;
  const manifest = readFileSync(path.join(module, 'KernelTriage.psd1'), 'utf8');
  const texts = TEXTS.map((name) => path.join(module, name));
  const artifacts: Record<string, string | Buffer> = {
    [`KernelTriage.${PRODUCT_VERSION}.nupkg`]: await nupkg(entriesOf(module), manifest, compressionLevel),
    [`KernelTriageDsc.${PRODUCT_VERSION}.nupkg`]: await nupkg(
      entriesOf(dscModule),
      readFileSync(path.join(dscModule, 'KernelTriageDsc.psd1'), 'utf8'),
      compressionLevel,
    ),
    [`ktriage-${PRODUCT_VERSION}-win-x64.zip`]: await flatZip([...windows, ...texts]),
    ...(arm64.length > 0
      ? { [`ktriage-${PRODUCT_VERSION}-win-arm64.zip`]: await flatZip([...arm64, ...texts]) }
      : {}),
    [`ktriage-${PRODUCT_VERSION}-linux-x64.zip`]: await flatZip([...linux, ...texts]),
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
  options: {
    'certificate-thumbprint': { type: 'string' },
    'timestamp-server': { type: 'string' },
    'sign-with': { type: 'string' },
    'windows-arm64': { type: 'boolean', default: false },
    'compression-level': { type: 'string', default: `${LEVEL}` },
    output: { type: 'string', default: path.join('bin', 'package') },
  },
});
const sign = signerOf({
  certificateThumbprint: values['certificate-thumbprint'],
  timestampServer: values['timestamp-server'],
  signWith: values['sign-with'],
});
/** Of zlib: a trial need not be small. */
const compressionLevel = Number(values['compression-level']);
if (![0, 1, 2, 3, 4, 5, 6, 7, 8, 9].includes(compressionLevel))
  throw new RangeError(`--compression-level is 0 to 9, not ${values['compression-level']}`);
const output = path.resolve(root, values.output);
await buildAll();
rmSync(output, { recursive: true, force: true });
const staged = path.join(output, 'staged');
const files = await stageExecutables(path.join(root, 'bin'), staged, sign);
const arm64 = values['windows-arm64'] ? await stageArm64(path.join(staged, 'arm64'), sign) : [];
const module = await stageModule(output, files, arm64, sign);
await writeArtifacts(output, files, arm64, module, stageDscModule(output, sign));
rmSync(staged, { recursive: true, force: true });
console.error(`package: ${readdirSync(output).join(', ')}${sign === undefined ? '; nothing is signed' : ''}`);
