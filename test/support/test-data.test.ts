import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchTestFile, missingTestFiles, TEST_FILES, type TestFile } from './test-data.ts';

const CONTENT = Buffer.from('a real file');

const fileWith = (sha256: string): TestFile => ({
  file: 'folder/real.bin',
  repository: 'owner/name',
  commit: 'c0ffee',
  path: 'some/real.bin',
  sha256,
});
const right = fileWith(createHash('sha256').update(CONTENT).digest('hex'));

describe('test data', () => {
  let server: Server;
  let address: string;
  const newFolder = () => mkdtempSync(path.join(tmpdir(), 'data-'));

  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      response.statusCode = url === '/owner/name/c0ffee/some/real.bin' ? 200 : 404;
      response.end(response.statusCode === 200 ? CONTENT : 'no such file');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('a test file is fetched by repository, commit and path, and then no longer missing', async () => {
    const folder = newFolder();
    expect(missingTestFiles(folder, [right])).toEqual([right]);
    await fetchTestFile(folder, right, address);
    expect(readFileSync(path.join(folder, 'folder', 'real.bin'))).toEqual(CONTENT);
    expect(missingTestFiles(folder, [right])).toEqual([]);
  });

  it('a test file with another hash is refused and leaves nothing', async () => {
    const folder = newFolder();
    const wrong = fileWith('0'.repeat(64));
    await expect(fetchTestFile(folder, wrong, address)).rejects.toThrow(
      /SHA-256 [0-9a-f]{64}, expected 0{64}/,
    );
    expect(existsSync(path.join(folder, 'folder'))).toBe(false);
  });

  it('a server without the test file is named with its HTTP status', async () => {
    const elsewhere = { ...right, path: 'moved.bin' };
    await expect(fetchTestFile(newFolder(), elsewhere, address)).rejects.toThrow(/moved\.bin: HTTP 404/);
  });

  it('a test file whose content changed on disk counts as missing', async () => {
    const folder = newFolder();
    await fetchTestFile(folder, right, address);
    writeFileSync(path.join(folder, 'folder', 'real.bin'), 'something else');
    expect(missingTestFiles(folder, [right])).toEqual([right]);
  });

  it('the list of test files pins each one to a commit and a hash', () => {
    for (const { file, commit, sha256 } of TEST_FILES) {
      expect(commit, file).toMatch(/^[0-9a-f]{40}$/);
      expect(sha256, file).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
