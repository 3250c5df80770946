import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { debuggerEngine, whyNoDebuggerEngine } from './debugger-engine.ts';

/**
 * What the tests use beyond the npm packages: Wine runs the Windows executable, mingw-w64 compiles the kernel stand-in
 * and prints structure offsets, clang and LLVM make and read images and PDBs, unzip judges our archives, osslsigncode our signatures, with a certificate
 * that openssl makes, sshd carries the remote sessions of the PowerShell tests, Chromium shows the report, and `go tool pprof` reads our
 * profiles. All of it is in Debian.
 */
const DEBIAN_PACKAGES: Readonly<Record<string, string>> = {
  wine64: '/usr/lib/wine/wine64',
  'gcc-mingw-w64-x86-64': 'x86_64-w64-mingw32-gcc',
  clang: 'clang',
  lld: 'lld-link',
  llvm: 'llvm-pdbutil',
  unzip: 'unzip',
  osslsigncode: 'osslsigncode',
  openssl: 'openssl',
  'openssh-server': '/usr/sbin/sshd',
  // Without recommended packages there are no fonts.
  chromium: 'chromium',
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  'golang-go': 'go',
};

function isPresent(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v "${command}"`], { stdio: 'ignore' }).status === 0;
}

function missingPackages(): string[] {
  return Object.entries(DEBIAN_PACKAGES)
    .filter(([, command]) => !isPresent(command))
    .map(([name]) => name);
}

/** Installs what is missing where that is possible without asking (Debian, as root); else says what is missing. */
export function provideTestEquipment(): void {
  if (process.platform !== 'linux') return;
  provideDebianPackages();
  if (debuggerEngine() === undefined)
    console.error(
      `test: no debugger engine of Microsoft, and the suites that it judges are skipped: ${whyNoDebuggerEngine()}`,
    );
}

/** Debian's own switch: with this file, no package that is installed starts a service. */
const NO_SERVICES = '/usr/sbin/policy-rc.d';

/** Tests start an sshd of their own on the loopback interface; that of the package would listen for everyone. */
function withoutServices(install: () => void): void {
  const isOurs = !existsSync(NO_SERVICES);
  if (isOurs) writeFileSync(NO_SERVICES, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (isOurs) rmSync(NO_SERVICES);
  }
}

function aptGet(...args: readonly string[]): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
  if (status !== 0) console.error(`test: apt-get ${args[0]} failed:\n${stderr}`);
}

function provideDebianPackages(): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !isPresent('apt-get')) {
    console.error(
      `test: these Debian packages are missing, and the suites that need them are skipped: ${missing.join(' ')}`,
    );
    return;
  }
  console.error(`test: installing ${missing.join(' ')}`);
  aptGet('update', '-q');
  withoutServices(() => aptGet('install', '-q', '-y', '--no-install-recommends', ...missing));
  const still = missingPackages();
  if (still.length > 0)
    console.error(`test: still missing, suites that need them are skipped: ${still.join(' ')}`);
}
