import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withLock } from '../../../src/build/lock.ts';
import { repositoryRoot } from '../../support/equipment.ts';

/**
 * The packages that tests of packaging look at, each made once for all test files: `npm run package` as it stands, and a signed one of
 * another version from a copy of the repository elsewhere. They are kept in `.cache` until something changes that they are made of.
 */

export interface Packaged {
  readonly version: string;
  /** Where the artifacts are. */
  readonly folder: string;
  /** The module, ready to copy. */
  readonly module: string;
  /** What `npm run build` left beside it. */
  readonly bin: string;
}

export interface Signed extends Packaged {
  /** The self-signed certificate of the signer. */
  readonly certificate: string;
  /** The names of the files in the order in which they were given to be signed. */
  readonly order: readonly string[];
}

const cache = path.join(repositoryRoot, '.cache', 'packaged');
const FOLDERS = ['src', 'module', 'docs'];
const FILES = ['LICENSE', 'package.json', 'package-lock.json'];
/** Not the repository's: what still says that one has its version from elsewhere. */
const OTHER_VERSION = '3.20.1';

function run(command: string, args: readonly string[], folder: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `${stdout}${stderr}`}`);
}

const filesIn = (folder: string) =>
  readdirSync(path.join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Changes with everything that the packages are made of, and with the way in which they are made here. */
function sourcesHash(): string {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  const single = FILES.map((name) => path.join(repositoryRoot, name));
  for (const file of [...FOLDERS.flatMap(filesIn), ...single].sort()) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** A folder of the cache that `make` fills when the sources have changed since. */
async function cached(name: string, make: (folder: string) => void): Promise<string> {
  const folder = path.join(cache, `${name}-${sourcesHash()}`);
  await withLock(path.join(cache, `${name}.lock`), () => {
    if (existsSync(folder)) return;
    for (const old of readdirSync(cache).filter((entry) => entry.startsWith(`${name}-`))) {
      rmSync(path.join(cache, old), { recursive: true });
    }
    const work = path.join(cache, `${name}-work`);
    mkdirSync(work, { recursive: true });
    make(work);
    renameSync(work, folder);
  });
  return folder;
}

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** These packages are made twice, to be compared. What is small enough at this level is smaller at the default, that of the signed package. */
export const TRIAL = ['--compression-level', '1'] as const;

/** What `npm run package` makes of this repository. */
export async function packaged(): Promise<Packaged> {
  const folder = await cached('plain', (work) =>
    run('npm', ['run', 'package', '--', ...TRIAL, '--output', work], repositoryRoot),
  );
  return {
    version: versionOf(repositoryRoot),
    folder,
    module: path.join(folder, 'KernelTriage'),
    bin: path.join(repositoryRoot, 'bin'),
  };
}

/** The repository in another clone: elsewhere, with a version of its own in package.json and nowhere else. */
function copyRepository(copy: string): void {
  mkdirSync(path.join(copy, 'bin'), { recursive: true });
  mkdirSync(path.join(copy, '.cache'));
  for (const source of [...FOLDERS, ...FILES]) {
    cpSync(path.join(repositoryRoot, source), path.join(copy, source), { recursive: true });
  }
  symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(copy, 'node_modules'));
  symlinkSync(path.join(repositoryRoot, '.cache', 'packages'), path.join(copy, '.cache', 'packages'));
  // What an earlier version has left there must not get into this one.
  cpSync(path.join(repositoryRoot, '.cache', 'pkg'), path.join(copy, '.cache', 'pkg'), { recursive: true });
  const file = path.join(copy, 'package.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/"version": "[^"]+"/, `"version": "${OTHER_VERSION}"`));
}

function makeCertificate(folder: string): void {
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'certificate.pem'];
  const use = ['-addext', 'keyUsage=critical,digitalSignature', '-addext', 'extendedKeyUsage=codeSigning'];
  run('openssl', ['req', '-x509', '-days', '3650', '-subj', '/CN=Test of packaging', ...key, ...use], folder);
}

/**
 * A program for --sign-with. osslsigncode signs Windows executables and libraries; that of Debian 12 knows no scripts, so
 * those get a block of the form that PowerShell looks for, without a signature in it.
 */
function writeSigner(folder: string): string {
  const script = `#!/bin/sh -e
basename "$1" >> '${folder}/order'
case "$1" in
*.ps1xml) printf '\\r\\n<!-- SIG # Begin signature block -->\\r\\n<!-- dGVzdA== -->\\r\\n<!-- SIG # End signature block -->\\r\\n' >> "$1" ;;
*.psm1|*.psd1) printf '\\r\\n# SIG # Begin signature block\\r\\n# dGVzdA==\\r\\n# SIG # End signature block\\r\\n' >> "$1" ;;
*)
  osslsigncode sign -certs '${folder}/certificate.pem' -key '${folder}/key.pem' -h sha256 -in "$1" -out "$1.signed"
  mv "$1.signed" "$1" ;;
esac
`;
  const file = path.join(folder, 'sign');
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

/** A signed package of another version, made in a copy of the repository. Needs the equipment `osslsigncode`. */
export async function packagedAndSigned(): Promise<Signed> {
  const folder = await cached('signed', (work) => {
    copyRepository(work);
    makeCertificate(work);
    const script = path.join('src', 'build', 'package.ts');
    run(process.execPath, [script, '--sign-with', writeSigner(work)], work);
    // What only building needs, and it is large.
    for (const rest of ['.cache', 'node_modules', 'src']) rmSync(path.join(work, rest), { recursive: true });
  });
  return {
    version: OTHER_VERSION,
    folder: path.join(folder, 'bin', 'package'),
    module: path.join(folder, 'bin', 'package', 'KernelTriage'),
    bin: path.join(folder, 'bin'),
    certificate: path.join(folder, 'certificate.pem'),
    order: readFileSync(path.join(folder, 'order'), 'utf8').trim().split('\n'),
  };
}
