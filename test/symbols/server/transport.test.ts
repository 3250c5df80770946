import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { proxyFor } from '../../../src/symbols/server/proxy.ts';
import { type Environment, searchPaths } from '../../../src/symbols/store/path-sources.ts';
import { symbolFinder } from '../../../src/symbols/symbol-finder.ts';
import { acceptSample, IDENTITY, KEY, NAME, samplePdb } from '../store/sample-pdb.ts';
import { type LocalServer, selfSigned, startProxy, startSecureServer, startServer } from './local-server.ts';

const PDB = samplePdb();
const FILE = { name: NAME, key: KEY };
const query = (file = FILE) => ({ kind: 'symbols', file, accept: acceptSample }) as const;
const certificate = selfSigned();

let root = '';
const servers: LocalServer[] = [];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ktriage-transport-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(root, { recursive: true, force: true });
});
async function started(server: Promise<LocalServer>): Promise<LocalServer> {
  servers.push(await server);
  return server;
}

function fetchFrom(url: string, environment: Environment = {}, certificates: string[] = [certificate.cert]) {
  return symbolFinder({
    paths: searchPaths({ symbolPath: `srv*${path.join(root, 'cache')}*${url}` }, {}, root),
    environment,
    certificates,
    retries: { attempts: 1 },
    limits: { idleMs: 1000, totalMs: 5000 },
  }).fetch(query());
}

describe('over TLS', () => {
  it('a PDB comes from a server whose certificate is trusted', async () => {
    const server = await started(startSecureServer(certificate, (_, response) => response.end(PDB)));
    expect((await fetchFrom(server.url)).found?.value.identity).toEqual(IDENTITY);
  });

  it('a server with an unknown certificate is refused', async () => {
    const server = await started(startSecureServer(certificate, (_, response) => response.end(PDB)));
    const { found, looked } = await fetchFrom(server.url, {}, []);
    expect(found).toBeUndefined();
    expect(looked.at(-1)?.reason).toMatch(/certificate/);
    expect(server.asked).toEqual([]);
  });

  it.each(['directly', 'through a proxy'])(
    'an unknown certificate is refused %s, whatever the environment of Node asks for',
    async (way) => {
      const server = await started(startSecureServer(certificate, (_, response) => response.end(PDB)));
      const proxy = way === 'directly' ? undefined : await started(startProxy());
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
      try {
        // The variable works: a plain request of Node takes the certificate.
        expect((await fetch(server.url)).ok).toBe(true);
        server.asked.length = 0;
        const { found } = await fetchFrom(server.url, proxy ? { HTTPS_PROXY: proxy.url } : {}, []);
        expect(found).toBeUndefined();
        expect(server.asked).toEqual([]);
      } finally {
        vi.unstubAllEnvs();
      }
    },
  );

  it('a certificate of NODE_EXTRA_CA_CERTS is as unknown as any', async () => {
    const server = await started(startSecureServer(certificate, (_, response) => response.end(PDB)));
    const trusted = path.join(root, 'trusted.pem');
    writeFileSync(trusted, certificate.cert);
    // Node reads the variable when it starts, so this is seen from a process of its own.
    const asked = async (script: string) => {
      const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: trusted };
      const { stdout } = await promisify(execFile)(process.execPath, args, { env });
      return stdout.trim();
    };
    const client = JSON.stringify(path.resolve('src/symbols/server/http-get.ts'));
    const target = JSON.stringify(path.join(root, 'download'));
    const limits = '{ idleMs: 1000, totalMs: 5000, largestBytes: 1e6, redirects: 0 }';
    expect(await asked(`console.log((await fetch('${server.url}')).status)`)).toBe('200');
    expect(
      await asked(`import { httpGet } from ${client};
        const answer = await httpGet({ environment: {}, limits: ${limits} }, '${server.url}', ${target});
        console.log(answer.kind, answer.reason)`),
    ).toMatch(/^failed .*certificate/);
  });

  it('a redirect to plain HTTP is refused, one to HTTPS is followed', async () => {
    const plain = await started(startServer((_, response) => response.end(PDB)));
    const downgrading = await started(
      startSecureServer(certificate, (_, response) => response.writeHead(302, { Location: plain.url }).end()),
    );
    expect((await fetchFrom(downgrading.url)).looked.at(-1)?.reason).toMatch(/less safe/);
    expect(plain.asked).toEqual([]);

    const secure = await started(startSecureServer(certificate, (_, response) => response.end(PDB)));
    const upgrading = await started(
      startServer((_, response) => response.writeHead(302, { Location: secure.url }).end()),
    );
    expect((await fetchFrom(upgrading.url)).found?.value.identity).toEqual(IDENTITY);
  });
});

describe('through a proxy', () => {
  it('a TLS server is reached by CONNECT, with the name and password of the proxy', async () => {
    const server = await started(startSecureServer(certificate, (_, response) => response.end(PDB)));
    const proxy = await started(startProxy());
    const { found } = await fetchFrom(server.url, { HTTPS_PROXY: `http://me:p%40ss@${proxy.host}` });
    expect(found?.value.identity).toEqual(IDENTITY);
    expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${server.host}`]));
    const authorization = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(proxy.headers[0]?.['proxy-authorization']).toBe(authorization);
    expect(server.headers[0]?.['proxy-authorization']).toBeUndefined();
  });

  it('a plain server is asked for by its whole address', async () => {
    const proxy = await started(startProxy({ content: () => PDB }));
    const { found } = await fetchFrom('http://symbols.invalid/store', { http_proxy: proxy.host });
    expect(found?.value.identity).toEqual(IDENTITY);
    expect(proxy.asked.at(-1)).toBe(`GET http://symbols.invalid/store/${NAME}/${KEY}/${NAME}`);
  });

  it('through a proxy that refuses, the reason names the proxy', async () => {
    const proxy = await started(startProxy({ refuse: 407 }));
    const { looked } = await fetchFrom('https://symbols.invalid', { ALL_PROXY: proxy.url });
    expect(looked.at(-1)?.reason).toContain(`the proxy ${proxy.host} answered 407`);
  });

  it('through a proxy that is silent, the reason names the proxy', async () => {
    const proxy = await started(startServer(() => undefined));
    const silent = await fetchFrom('https://symbols.invalid', { HTTPS_PROXY: proxy.url });
    expect(silent.looked.at(-1)?.reason).toContain(`the proxy ${proxy.host} did not answer`);
  });
});

describe('the proxy of an address', () => {
  const url = new URL('https://msdl.microsoft.com/download/symbols');
  it.each<[Environment, string | undefined]>([
    [{}, undefined],
    [{ HTTPS_PROXY: 'http://proxy:8080' }, 'http://proxy:8080/'],
    [{ https_proxy: 'proxy:3128', HTTPS_PROXY: 'http://other' }, 'http://proxy:3128/'],
    [{ HTTP_PROXY: 'http://proxy' }, undefined],
    [{ ALL_PROXY: 'http://proxy' }, 'http://proxy/'],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ HTTPS_PROXY: 'socks5://proxy' }, undefined],
    [{ HTTPS_PROXY: 'http://' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy', NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy', NO_PROXY: 'localhost, .microsoft.com' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy', NO_PROXY: 'microsoft.com:443' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy', no_proxy: 'microsoft.com:8443,soft.com' }, 'http://proxy/'],
  ])('with %j is %s', (environment, expected) => expect(proxyFor(url, environment)?.href).toBe(expected));
});
