import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';
import { type LocalServer, startProxy, startServer } from '../symbols/server/local-server.ts';

/**
 * Whether reading a dump, whose symbols are wanted and are not here, touches the network: a server that the environment
 * could name, and a proxy that would see any other.
 */
describeWith(['shared-data'], 'the network', () => {
  const dump = path.join(sharedData, 'triage_x64.dmp');
  let folder = '';
  let server: LocalServer;
  let proxy: LocalServer;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ktriage-network-'));
    server = await startServer((_, response) => response.writeHead(404).end());
    proxy = await startProxy();
    for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, proxy.url);
    for (const name of ['_NT_SYMBOL_PATH', '_NT_ALT_SYMBOL_PATH', '_NT_EXECUTABLE_IMAGE_PATH'])
      vi.stubEnv(name, '');
    vi.stubEnv('NO_PROXY', '127.0.0.1');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server.close();
    await proxy.close();
    rmSync(folder, { recursive: true });
  });
  const asked = () => [...server.asked, ...proxy.asked];
  const read = async (...args: string[]) => {
    for (const verb of [
      ['stacks', dump],
      ['resolve', dump, '--name', 'nt!KeWaitForSingleObject'],
      ['dump', dump],
      ['commands', dump],
    ]) {
      const own = verb[0] === 'stacks' || verb[0] === 'resolve' ? args : [];
      await runCli([...verb, ...own]);
    }
  };

  it('the network is not touched where no path names a server, whatever the proxy variables hold', async () => {
    await read();
    vi.stubEnv('_NT_SYMBOL_PATH', `${folder};cache*${folder};srv*${folder}`);
    await read();
    await read('--symbol-path', folder, '--image-path', folder);
    expect(asked()).toEqual([]);
  });

  it('the network is asked for what the path of the session names, as debuggers do', async () => {
    vi.stubEnv('_NT_SYMBOL_PATH', `srv*${folder}*${server.url}`);
    await read();
    expect(server.asked.length).toBeGreaterThan(0);
    expect(proxy.asked).toEqual([]);
  });

  it('the network is not touched where the path that is given replaces that of the session', async () => {
    vi.stubEnv('_NT_SYMBOL_PATH', `srv*${folder}*${server.url}`);
    vi.stubEnv('_NT_ALT_SYMBOL_PATH', `srv*${folder}*http://symbols.invalid`);
    vi.stubEnv('_NT_EXECUTABLE_IMAGE_PATH', folder);
    await read('--symbol-path', folder);
    expect(asked()).toEqual([]);
  });
});
