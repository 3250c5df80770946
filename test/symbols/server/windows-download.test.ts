import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith, repositoryRoot, sharedData } from '../../support/equipment.ts';
import { runKtriage } from '../../support/ktriage-on-windows.ts';
import { ensureWine, toWindowsPath } from '../../support/wine.ts';
import { type LocalServer, startServer } from './local-server.ts';

/** The folders of the store have lower-case stamps; a server on Windows would not mind. */
const stored = (url: string) =>
  path.join(
    sharedData,
    'symbols',
    url.replace(/(?<=amdppm\.sys\/)[^/]+/, (key) => key.toLowerCase()),
  );

describeWith(['wine', 'mingw', 'shared-data'], 'the Windows executable and a symbol server', () => {
  const cache = mkdtempSync(path.join(tmpdir(), 'ktriage-windows-'));
  let server: LocalServer;
  beforeAll(async () => {
    await ensureWine();
    server = await startServer((request, response) => {
      const file = stored(request.url ?? '');
      response.statusCode = existsSync(file) ? 200 : 404;
      response.end(existsSync(file) ? readFileSync(file) : undefined);
    });
  });
  afterAll(async () => {
    await server.close();
    rmSync(cache, { recursive: true, force: true });
  });

  const resolve = (symbolPath: string) =>
    runKtriage(path.join(repositoryRoot, 'bin', 'ktriage.exe'), [
      'resolve',
      '--address',
      '0xfffff8048b583234',
      '--symbol-path',
      symbolPath,
      toWindowsPath(path.join(sharedData, 'triage_x64.dmp')),
    ]);

  it('the Windows executable and a symbol server names an address of a real dump from what it downloads, and again from its cache', async () => {
    const store = `srv*${toWindowsPath(cache)}`;
    const first = await resolve(`${store}*${server.url}`);
    expect(first.stdout).toContain('"text":"amdppm!WriteGenAddrMaybeHiddenEx+0x18"');
    // The image, and the PDB in its compressed and in its plain container.
    expect(server.asked).toHaveLength(3);
    const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map(({ name }) => name).sort()).toEqual(['amdppm.pdb', 'amdppm.sys']);
    expect((await resolve(store)).stdout).toBe(first.stdout);
    expect(server.asked).toHaveLength(3);
  });

  it('replaces a bad file in its cache and uses the right one in the same run', async () => {
    const store = `srv*${toWindowsPath(cache)}`;
    const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength(2);
    for (const { parentPath, name } of files) {
      const file = path.join(parentPath, name);
      const right = readFileSync(file);
      writeFileSync(file, right.subarray(0, 20_000));
      const { stdout } = await resolve(`${store}*${server.url}`);
      expect(stdout).toContain('"text":"amdppm!WriteGenAddrMaybeHiddenEx+0x18"');
      expect(readFileSync(file).equals(right)).toBe(true);
    }
    expect((await resolve(store)).stdout).toContain('"text":"amdppm!WriteGenAddrMaybeHiddenEx+0x18"');
  });
});
