import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSource } from '../../../src/binary/byte-source.ts';
import { filePool } from '../../../src/symbols/file-pool.ts';
import { searchPaths } from '../../../src/symbols/store/path-sources.ts';
import { type SymbolFinderOptions, symbolFinder } from '../../../src/symbols/symbol-finder.ts';
import { writeCabinet } from '../cabinet/cabinet-writer.ts';
import { streamsOf, writeMsfz } from '../pdb/msfz-writer.ts';
import { acceptSample, IDENTITY, KEY, NAME, samplePdb } from '../store/sample-pdb.ts';
import { type Handler, type LocalServer, startServer } from './local-server.ts';

const PDB = samplePdb();
const FILE = { name: NAME, key: KEY };
const query = (file = FILE) => ({ kind: 'symbols', file, accept: acceptSample }) as const;
const PATH = `/${NAME}/${KEY}/${NAME}`;
/** Made before a server runs: packing would keep the server from answering. */
const BOMB = zstdCompressSync(Buffer.alloc(0x400_0000));
const FAST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
const MSFZ_PATH = `/${NAME}/${KEY}/msfz0/${NAME}`;

let root = '';
const servers: LocalServer[] = [];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ktriage-server-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(root, { recursive: true, force: true });
});

async function serve(handler: Handler): Promise<LocalServer> {
  const server = await startServer(handler);
  servers.push(server);
  return server;
}

/** Serves bytes by path, everything else is 404. */
const files =
  (content: Record<string, Uint8Array | string>): Handler =>
  (request, response) => {
    const found = content[request.url ?? ''];
    response.statusCode = found === undefined ? 404 : 200;
    response.end(found ?? '<html>not found</html>');
  };

const cache = () => path.join(root, 'cache');
function finderFor(server: LocalServer, options: Partial<SymbolFinderOptions> = {}) {
  return symbolFinder({
    paths: searchPaths({ symbolPath: `srv*${cache()}*${server.url}` }, {}, path.join(root, 'default')),
    environment: {},
    retries: { attempts: 3, firstDelayMs: 5 },
    limits: { idleMs: 300, totalMs: 2000 },
    ...options,
  });
}

/** Every file below the cache: nothing unfinished may stay. */
const kept = () =>
  existsSync(cache())
    ? readdirSync(cache(), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() || entry.name.startsWith('.'))
        .map((entry) => path.relative(cache(), path.join(entry.parentPath, entry.name)))
    : [];

describe('a PDB on a symbol server', () => {
  it('a PDB on a symbol server is downloaded once, kept in the cache, and found there without the server', async () => {
    const server = await serve(files({ [PATH]: PDB }));
    const { found, looked } = await finderFor(server).fetch(query());
    expect(found?.value.identity).toEqual(IDENTITY);
    expect(found?.value.nearest(0x1011)?.name).toBe('Function1');
    expect(found?.path).toBe(path.join(cache(), NAME, KEY, NAME));
    expect(looked.map(({ result }) => result)).toEqual(['notThere', 'found']);
    expect(kept()).toEqual([path.join(NAME, KEY, NAME)]);
    await finderFor(server).fetch(query());
    expect(server.asked).toEqual([`GET ${MSFZ_PATH}`, `GET ${PATH}`]);
    expect(finderFor(server).search(query()).found?.path).toBe(found?.path);
  });

  it('a PDB on a symbol server takes the place of downloads that were abandoned days ago, and leaves those of others alone', async () => {
    const server = await serve(files({ [PATH]: PDB }));
    const [old, young] = ['old', 'young'].map((name) => path.join(cache(), `.ktriage-download-${name}`));
    for (const folder of [old ?? '', young ?? '']) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'download'), 'a part');
    }
    utimesSync(old ?? '', 1, 1);
    expect((await finderFor(server).fetch(query())).found?.value.identity).toEqual(IDENTITY);
    expect([existsSync(old ?? ''), existsSync(young ?? '')]).toEqual([false, true]);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', (bytes: Uint8Array) => brotliCompressSync(bytes, FAST_BROTLI)],
    ['zstd', zstdCompressSync],
  ] as const)(
    'a PDB on a symbol server comes from a server that packs its answers with %s',
    async (encoding, pack) => {
      const packed = pack(PDB);
      const server = await serve((request, response) => {
        if (request.url !== PATH) return response.writeHead(404).end();
        return response
          .writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': packed.length })
          .end(packed);
      });
      const { found } = await finderFor(server).fetch(query());
      expect(found?.value.identity).toEqual(IDENTITY);
      expect(readFileSync(found?.path ?? '').equals(PDB)).toBe(true);
      expect(server.headers[0]?.['accept-encoding']?.split(', ')).toContain(encoding);
    },
  );

  it('a PDB on a symbol server comes as MSFZ from a server that has it, and is kept where debuggers keep that form', async () => {
    const packed = writeMsfz(streamsOf(PDB));
    const server = await serve(files({ [MSFZ_PATH]: packed, [PATH]: PDB }));
    const { found } = await finderFor(server).fetch(query());
    expect(found?.value.nearest(0x1011)?.name).toBe('Function1');
    expect(kept()).toEqual([path.join(NAME, KEY, 'msfz0', NAME)]);
    expect(server.asked).toEqual([`GET ${MSFZ_PATH}`]);
    expect(finderFor(server).search(query()).found?.path).toBe(path.join(cache(), NAME, KEY, 'msfz0', NAME));
  });

  it('a PDB on a symbol server comes in its plain form from a server that refuses the folder of the other form', async () => {
    const server = await serve((request, response) =>
      request.url === PATH ? response.end(PDB) : response.writeHead(400).end(),
    );
    expect((await finderFor(server).fetch(query())).found?.path).toBe(path.join(cache(), NAME, KEY, NAME));
  });

  it('a PDB on a symbol server is never asked for by a search of this machine', async () => {
    const server = await serve(files({ [PATH]: PDB }));
    expect(finderFor(server).search(query()).found).toBeUndefined();
    expect(server.asked).toEqual([]);
  });

  it('a PDB on a symbol server is expanded when the server has it compressed', async () => {
    const server = await serve(files({ [`/${NAME}/${KEY}/Driver.pd_`]: writeCabinet(NAME, PDB) }));
    const { found } = await finderFor(server).fetch(query());
    expect(readFileSync(found?.path ?? '').equals(PDB)).toBe(true);
    expect(kept()).toEqual([path.join(NAME, KEY, NAME)]);
  });

  it('a PDB on a symbol server is found on a two-tier server', async () => {
    const server = await serve(files({ '/index2.txt': '', [`/Dr${PATH}`]: PDB }));
    const { found } = await finderFor(server).fetch(query());
    expect(found?.value.identity).toEqual(IDENTITY);
    expect(server.asked.at(-1)).toBe(`GET /Dr${PATH}`);
  });

  it('a PDB on a symbol server is written to every store before the server', async () => {
    const server = await serve(files({ [PATH]: PDB }));
    const [near, far] = [path.join(root, 'near'), path.join(root, 'far')];
    const paths = searchPaths({ symbolPath: `srv*${near}*${far}*${server.url}` }, {}, '');
    const { found } = await finderFor(server, { paths }).fetch(query());
    expect(found?.path).toBe(path.join(near, NAME, KEY, NAME));
    expect(readFileSync(path.join(far, NAME, KEY, NAME)).equals(PDB)).toBe(true);
  });

  it('a PDB on a symbol server comes through redirects', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/real') return response.end(PDB);
      if (request.url === MSFZ_PATH) return response.writeHead(404).end();
      const next = request.url === PATH ? '/hop' : '/real';
      return response.writeHead(request.url === PATH ? 302 : 307, { Location: next }).end();
    });
    const { found } = await finderFor(server).fetch(query());
    expect(found?.value.identity).toEqual(IDENTITY);
    expect(server.asked).toHaveLength(4);
  });

  it('a PDB on a symbol server comes after answers that ask for a later attempt', async () => {
    let failures = 2;
    const server = await serve((_, response) => {
      if (failures-- > 0) response.writeHead(503).end();
      else response.end(PDB);
    });
    expect((await finderFor(server).fetch(query())).found?.value.identity).toEqual(IDENTITY);
  });

  it('a PDB on a symbol server comes after a connection that was cut', async () => {
    let cuts = 2;
    const server = await serve((_, response) => {
      if (cuts-- > 0) response.socket?.destroy();
      else response.end(PDB);
    });
    expect((await finderFor(server).fetch(query())).found?.value.identity).toEqual(IDENTITY);
  });

  it('a PDB on a symbol server has its name encoded in the address', async () => {
    const odd = { name: 'My Driver#1%.pdb', key: KEY };
    const server = await serve(files({}));
    await finderFor(server).fetch(query(odd));
    expect(server.asked[1]).toBe(`GET /My%20Driver%231%25.pdb/${KEY}/My%20Driver%231%25.pdb`);
  });
});

describe('a bad file in the cache', () => {
  const cached = () => path.join(cache(), NAME, KEY, NAME);
  const putBad = (bytes: Uint8Array | string) => {
    mkdirSync(path.dirname(cached()), { recursive: true });
    writeFileSync(cached(), bytes);
  };

  it.each([
    ['empty', ''],
    ['a page', '<html>Please log in.</html>'.repeat(99)],
    ['cut', PDB.subarray(0, 20_000)],
    ['of another build', samplePdb({ ...IDENTITY, age: 2 })],
  ])(
    'a bad file in the cache is replaced by the download and used in the same run, when it is %s',
    async (_, bad) => {
      putBad(bad);
      const server = await serve(files({ [PATH]: PDB }));
      // A pool keeps its files open.
      const pool = filePool();
      const { found } = await finderFor(server, { open: pool.open }).fetch(query());
      expect(found?.path).toBe(cached());
      expect(found?.value.nearest(0x1011)?.name).toBe('Function1');
      expect(readFileSync(cached()).equals(PDB)).toBe(true);
      expect(kept()).toEqual([path.join(NAME, KEY, NAME)]);
      pool.clear();
    },
  );

  it('a bad file in the cache has no open handle when it is replaced', async () => {
    putBad(PDB.subarray(0, 20_000));
    const server = await serve(files({ [PATH]: PDB }));
    const pool = filePool();
    expect(finderFor(server, { open: pool.open }).search(query()).found).toBeUndefined();
    expect(pool.openFiles).toBe(0);
  });

  it('a bad file in the cache that cannot be replaced costs neither the next store nor the run', async () => {
    const far = path.join(root, 'far');
    const server = await serve(files({ [PATH]: PDB }));
    const inUse = (file: string) => {
      if (file === cached()) return openFileSource(path.join(root, 'bad'));
      return openFileSource(file);
    };
    writeFileSync(path.join(root, 'bad'), 'held by another process');
    const symbolPath = `srv*${cache()}*${far}*${server.url}`;
    const paths = searchPaths({ symbolPath }, {}, '');
    const { found } = await finderFor(server, { paths, open: inUse }).fetch(query());
    expect(found?.path).toBe(path.join(far, NAME, KEY, NAME));
    const only = searchPaths({ symbolPath: `srv*${cache()}*${server.url}` }, {}, '');
    const second = await finderFor(server, { paths: only, open: inUse }).fetch(query());
    expect(second.found?.path).toBe(`${server.url}${PATH}`);
    expect(second.found?.value.nearest(0x1011)?.name).toBe('Function1');
  });
});

describe('the first refusal ends nothing:', () => {
  const COMPRESSED = `/${NAME}/${KEY}/Driver.pd_`;
  const POINTER = `/${NAME}/${KEY}/file.ptr`;
  const cases: ReadonlyArray<readonly [what: string, refuse: Handler]> = [
    ['403 for a file that is not there', (_, response) => response.writeHead(403).end()],
    ['500 for a file that is not there', (_, response) => response.writeHead(500).end()],
    ['an empty answer', (_, response) => response.writeHead(200).end()],
    ['a page', (_, response) => response.end('<html>Nothing here.</html>')],
    ['the PDB of another build', (_, response) => response.end(samplePdb({ ...IDENTITY, age: 7 }))],
  ];
  it.each(cases)('after %s the compressed form is asked for', async (_, refuse) => {
    const cabinet = writeCabinet(NAME, PDB);
    const server = await serve((request, response) =>
      request.url === COMPRESSED ? response.end(cabinet) : refuse(request, response),
    );
    const { found } = await finderFor(server).fetch(query());
    expect(found?.path).toBe(path.join(cache(), NAME, KEY, NAME));
    expect(readFileSync(found?.path ?? '').equals(PDB)).toBe(true);
  });

  it.each(cases)('after %s the next server is asked', async (_, refuse) => {
    const first = await serve(refuse);
    const second = await serve(files({ [PATH]: PDB }));
    const symbolPath = `srv*${cache()}*${first.url};srv*${cache()}*${second.url}`;
    const paths = searchPaths({ symbolPath }, {}, '');
    expect((await finderFor(first, { paths }).fetch(query())).found?.value.identity).toEqual(IDENTITY);
  });

  it('the compressed form is taken from beside a pointer to the plain file', async () => {
    const server = await serve(
      files({ [POINTER]: `PATH:\\\\build\\out\\${NAME}`, [COMPRESSED]: writeCabinet(NAME, PDB) }),
    );
    expect((await finderFor(server).fetch(query())).found?.value.identity).toEqual(IDENTITY);
  });

  it('a two-tier server answers 403 for what it does not have', async () => {
    const content: Record<string, Uint8Array | string> = { '/index2.txt': '', [`/Dr${PATH}`]: PDB };
    const server = await serve((request, response) => {
      const found = content[request.url ?? ''];
      response.writeHead(found === undefined ? 403 : 200).end(found);
    });
    expect((await finderFor(server).fetch(query())).found?.value.identity).toEqual(IDENTITY);
  });

  it('an empty answer for every name does not make a server two-tier for good', async () => {
    const other = `/other.pdb/${KEY}/other.pdb`;
    const server = await serve((request, response) => response.end(request.url === other ? PDB : undefined));
    const finder = finderFor(server);
    await finder.fetch(query());
    expect((await finder.fetch(query({ ...FILE, name: 'other.pdb' }))).found?.value.identity).toEqual(
      IDENTITY,
    );
  });
});

describe('a server that misbehaves gives a reason and leaves nothing behind:', () => {
  const endless: Handler = (_, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  };
  const cases: ReadonlyArray<readonly [what: string, handler: Handler, reason: RegExp]> = [
    ['it always fails', (_, response) => response.writeHead(500).end(), /answered 500/],
    ['it forbids', (_, response) => response.writeHead(403).end(), /answered 403/],
    ['it is silent', () => undefined, /is silent/],
    [
      'it stops in the middle',
      (_, response) => response.writeHead(200).write(PDB.subarray(0, 999)),
      /silent|cut/,
    ],
    ['it drips for ever', endless, /took longer than 2000 ms/],
    [
      'it announces more than it sends',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': PDB.length });
        response.write(PDB.subarray(0, 5000), () => response.socket?.destroy());
      },
      /cut the answer off/,
    ],
    [
      'it sends a part as if that were all',
      (_, response) => response.end(PDB.subarray(0, 9000)),
      /truncated/,
    ],
    [
      'it sends the PDB of another build',
      (_, response) => response.end(samplePdb({ ...IDENTITY, guid: '00000000000000000000000000000001' })),
      /but the image was linked with/,
    ],
    ['it sends a page', (_, response) => response.end('<html>Please log in.</html>'.repeat(9)), /not a PDB/],
    [
      'it redirects in a circle',
      (_, response) => response.writeHead(302, { Location: PATH }).end(),
      /redirects more than 5/,
    ],
    [
      'it redirects to a file',
      (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
      /less safe/,
    ],
    ['it redirects to nowhere', (_, response) => response.writeHead(301).end(), /nowhere/],
    [
      'it encodes by a method that was not asked for',
      (_, response) => response.writeHead(200, { 'Content-Encoding': 'compress' }).end(PDB),
      /encoded as compress/,
    ],
    [
      'it encodes twice',
      (_, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(PDB))),
      /encoded as gzip, gzip/,
    ],
    [
      'it uses another encoding than its header names',
      (_, response) => response.writeHead(200, { 'Content-Encoding': 'br' }).end(PDB),
      /cannot be unpacked from br/,
    ],
    [
      'its encoded answer is cut off',
      (_, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(PDB).subarray(0, 5000)),
      /cannot be unpacked from gzip/,
    ],
    [
      'its answer is small and unpacks to more than symbols ever do',
      (_, response) => response.writeHead(200, { 'Content-Encoding': 'zstd' }).end(BOMB),
      /unpacks to more than/,
    ],
    [
      'it has only a pointer',
      files({ [`/${NAME}/${KEY}/file.ptr`]: 'PATH:/etc/passwd' }),
      /pointer to \/etc\/passwd/,
    ],
    [
      'it gives a reason for the missing file',
      files({ [`/${NAME}/${KEY}/file.ptr`]: 'MSG: embargo' }),
      /embargo/,
    ],
    [
      'it sends a damaged cabinet',
      files({ [`/${NAME}/${KEY}/Driver.pd_`]: 'MSCF'.repeat(40) }),
      /cannot be expanded/,
    ],
  ];
  it.each(cases)(
    'a symbol server that misbehaves gives a reason and leaves nothing behind: %s',
    async (_, handler, reason) => {
      const server = await serve(handler);
      const { found, looked } = await finderFor(server).fetch(query());
      expect(found).toBeUndefined();
      expect(looked.at(-1)?.place).toContain(server.url);
      expect(looked.at(-1)?.reason).toMatch(reason);
      expect(kept()).toEqual([]);
    },
  );

  it.each([
    ['announced', true],
    ['not announced', false],
  ])(
    'a symbol server that sends too much, %s, gives a reason and leaves nothing behind',
    async (_, announced) => {
      const server = await serve((__, response) => {
        if (announced) response.setHeader('Content-Length', PDB.length);
        else response.write(PDB.subarray(0, 9000));
        response.end(announced ? PDB : PDB.subarray(9000));
      });
      const limits = { largestBytes: 100_000, totalMs: 5000 };
      const { looked } = await finderFor(server, { limits }).fetch(query());
      expect(looked.at(-1)?.reason).toMatch(announced ? /has 217088 bytes/ : /larger than 100000/);
      expect(kept()).toEqual([]);
    },
  );
});

describe('a server is not asked in vain', () => {
  it('a symbol server is not asked in vain for a file that it does not have', async () => {
    const server = await serve(files({}));
    const finder = finderFor(server);
    const { looked } = await finder.fetch(query());
    expect(looked.at(-1)).toEqual({ place: `${server.url}${PATH}`, result: 'notThere' });
    const asked = server.asked.length;
    await finder.fetch(query());
    expect(server.asked).toHaveLength(asked);
    await finder.fetch(query({ ...FILE, name: 'other.pdb' }));
    // The two-tier question is asked once a server.
    expect(server.asked.filter((line) => line.includes('index2'))).toHaveLength(1);
  });

  it('a symbol server is not asked in vain after it could not be reached', async () => {
    const server = await serve(() => undefined);
    const finder = finderFor(server);
    await finder.fetch(query());
    const asked = server.asked.length;
    const { looked } = await finder.fetch(query({ ...FILE, name: 'other.pdb' }));
    expect(looked.at(-1)?.reason).toMatch(/is silent/);
    expect(server.asked).toHaveLength(asked);
  });

  it.each([
    ['answers 503 to everything', (_: unknown, response: ServerResponse) => response.writeHead(503).end()],
    ['cuts every connection', (_: unknown, response: ServerResponse) => response.socket?.destroy()],
    [
      'drips for ever',
      (_: unknown, response: ServerResponse) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('a symbol server is not asked in vain after it %s for one file', async (_, handler) => {
    const server = await serve(handler as Handler);
    const finder = finderFor(server, { limits: { idleMs: 300, totalMs: 600 } });
    await finder.fetch(query());
    const asked = server.asked.length;
    for (const name of ['a.pdb', 'b.pdb', 'c.sys']) await finder.fetch(query({ ...FILE, name }));
    expect(server.asked).toHaveLength(asked);
  });

  it('a symbol server that does not listen is looked for once', async () => {
    const server = await serve(() => undefined);
    await server.close();
    const { looked } = await finderFor(server).fetch(query());
    expect(looked.at(-1)?.reason).toMatch(/ECONNREFUSED/);
  });

  it('a symbol server is not asked when its answer could not be kept', async () => {
    const server = await serve(files({ [PATH]: PDB }));
    writeFileSync(cache(), 'a file where the folder should be');
    const { looked } = await finderFor(server).fetch(query());
    expect(looked.at(-1)?.reason).toMatch(/cannot be kept/);
    expect(server.asked).toEqual([]);
  });

  it('a symbol server is not asked in vain after the caller has given up', async () => {
    const server = await serve(() => undefined);
    const giveUp = new AbortController();
    const finder = finderFor(server, { signal: giveUp.signal, limits: { idleMs: 60_000 } });
    const pending = finder.fetch(query());
    setTimeout(() => giveUp.abort(new Error('cancelled')), 50);
    await expect(pending).rejects.toThrow('cancelled');
    expect(kept()).toEqual([]);
  });
});
