import { Buffer } from 'node:buffer';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Symbol as SymbolRecord } from '../../src/contract/generated/types.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { type LocalServer, startServer } from '../symbols/server/local-server.ts';

const USER = 'me@contoso';
const PASSWORD = 'hush"7Zq\\pat';
const HEADER = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
/** Every form in which the password could show. */
const SECRETS = [PASSWORD, JSON.stringify(PASSWORD).slice(1, -1), HEADER.slice(6), '7Zq'];

describeWith(['shared-data'], 'a login for a symbol server', () => {
  const dump = path.join(sharedData, 'triage_x64.dmp');
  const address = '0xfffff8048b5a0e8f';
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-login-'));
  let server: LocalServer;
  let other: LocalServer;
  let runs = 0;

  beforeAll(async () => {
    other = await startServer((_, response) => response.writeHead(404).end());
    server = await startServer((request, response) => {
      const url = request.url ?? '';
      if (url.startsWith('/moved/')) return response.writeHead(302, { Location: `${other.url}${url}` }).end();
      if (request.headers.authorization !== HEADER) {
        return response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="symbols"' }).end();
      }
      const file = path.join(
        sharedData,
        'symbols',
        url.replace(/^\/team\//, '').replace('C9C03000', 'c9c03000'),
      );
      try {
        return response.end(readFileSync(file));
      } catch {
        return response.writeHead(404).end();
      }
    });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    server.headers.length = 0;
    other.headers.length = 0;
  });
  afterAll(async () => {
    await server.close();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const pathTo = (place: string) => `srv*${path.join(folder, `cache-${runs++}`)}*${place}`;
  const ask = (more: object, place = `${server.url}/team`) =>
    runCli(
      ['resolve', '-'],
      `${JSON.stringify({ paths: [dump], addresses: [address], symbolPath: pathTo(place), ...more })}\n`,
    );
  const expectSecret = ({ stdout, stderr }: CliResult) => {
    for (const secret of SECRETS) expect(stdout + stderr).not.toContain(secret);
  };
  const named = (result: CliResult) => result.records<SymbolRecord>('Symbol')[0]?.text;
  const list = (password = PASSWORD) =>
    JSON.stringify([{ server: `${server.url}/team`, userName: USER, password }]);

  it('a login for a symbol server comes in the request and goes to the server of the symbol path', async () => {
    const result = await ask({ symbolCredentials: [{ userName: USER, password: PASSWORD }] });
    expect(contractViolations(result.messages)).toEqual([]);
    expect(named(result)).toBe('amdppm!InitAcpiCpc+0x317');
    expectSecret(result);
  });

  it('a login for a symbol server comes from a file that only its owner can read', async () => {
    const file = path.join(folder, 'logins.json');
    writeFileSync(file, list(), { mode: 0o600 });
    const options = ['--symbol-path', pathTo(`${server.url}/team`), '--symbol-credential-file', file];
    const result = await runCli(['resolve', dump, '--address', address, ...options]);
    expect(named(result)).toBe('amdppm!InitAcpiCpc+0x317');
    expectSecret(result);
    for (const mode of [0o640, 0o604]) {
      chmodSync(file, mode);
      const refused = await runCli(['resolve', dump, '--address', address, ...options]);
      expect(refused.messages[0]).toMatchObject({ kind: 'error', code: 'InvalidRequest', target: file });
      expectSecret(refused);
    }
  });

  it('a login for a symbol server comes from the environment of the session', async () => {
    vi.stubEnv('KTRIAGE_SYMBOL_CREDENTIALS', list());
    const result = await ask({});
    expect(named(result)).toBe('amdppm!InitAcpiCpc+0x317');
    expectSecret(result);
  });

  it('a login for a symbol server that is wrong is reported as such, without a part of it', async () => {
    const result = await ask({ symbolCredentials: [{ userName: USER, password: `${PASSWORD}x` }] });
    expect(named(result)).toBe('amdppm+0x20e8f');
    expect(result.stdout).toMatch(/answered 401: it asks for a login, or refuses the one that was given/);
    expectSecret(result);
  });

  it('a login for a symbol server goes to no server that a redirect leads to, and to no other path of its own', async () => {
    vi.stubEnv('KTRIAGE_SYMBOL_CREDENTIALS', list());
    const moved = await ask({}, `${server.url}/moved`);
    expect(other.asked.length).toBeGreaterThan(0);
    for (const headers of [...other.headers, ...server.headers])
      expect(headers.authorization).toBeUndefined();
    expectSecret(moved);
    await ask({}, `${server.url}/teamwork`);
    for (const headers of server.headers) expect(headers.authorization).toBeUndefined();
  });

  const login = { userName: USER, password: PASSWORD };
  it.each<[string, object, string, RegExp]>([
    ['over plain http', { symbolCredentials: [login] }, 'http://symbols.example/x', /sent over https alone/],
    [
      'without a server',
      { symbolCredentials: [login] },
      'https://msdl.microsoft.com/download/symbols',
      /names no server/,
    ],
    [
      'for one of several servers',
      { symbolCredentials: [login], imagePath: 'srv*https://a.example' },
      'https://b.example',
      /names several/,
    ],
    [
      'with an address that holds a password',
      { symbolCredentials: [{ ...login, server: `https://u:${encodeURIComponent(PASSWORD)}@a.example` }] },
      'https://a.example',
      /must not hold a name or a password/,
    ],
    [
      'with an unknown property',
      { symbolCredentials: [{ ...login, [PASSWORD.slice(0, 0)]: 1 }] },
      'https://a.example',
      /unknown property/,
    ],
    [
      'with a password that is no text',
      { symbolCredentials: [{ userName: USER, password: [PASSWORD] }] },
      'https://a.example',
      /must be string/,
    ],
  ])('a login for a symbol server %s is refused without repeating it', async (_, more, place, reason) => {
    const result = await ask(more, place);
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toMatch(reason);
    expectSecret(result);
  });

  it('a login for a symbol server in a line or variable that is no JSON is not repeated', async () => {
    const broken = await runCli(
      ['resolve', '-'],
      `{"symbolCredentials":[{"userName":"me","password":"7Zq" x}]}\n`,
    );
    expect(broken.messages[0]).toMatchObject({ code: 'InvalidRequest' });
    expectSecret(broken);
    vi.stubEnv('KTRIAGE_SYMBOL_CREDENTIALS', `${list()}x`);
    const variable = await ask({});
    expect(variable.stdout).toMatch(/KTRIAGE_SYMBOL_CREDENTIALS is not a JSON array/);
    expectSecret(variable);
  });

  it('a login for a symbol server leaves nothing in the files of the cache', async () => {
    await ask({ symbolCredentials: [login] });
    const { globSync } = await import('node:fs');
    for (const file of globSync(`${folder}/cache-*/**/*`)) {
      expect(file).not.toContain('7Zq');
    }
    expect(process.argv.join(' ')).not.toContain('7Zq');
  });
});
