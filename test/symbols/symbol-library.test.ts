import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { kernelImages } from '../../src/simulator/images/kernel-images.ts';
import { imageStoreKey, pdbStoreKey } from '../../src/symbols/identity.ts';
import { missingNotice } from '../../src/symbols/missing-files.ts';
import type { ModuleReference } from '../../src/symbols/module-files.ts';
import { moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { searchPaths } from '../../src/symbols/store/path-sources.ts';
import { symbolLibrary } from '../../src/symbols/symbol-library.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { writeCabinet } from './cabinet/cabinet-writer.ts';
import { type LocalServer, startServer } from './server/local-server.ts';

/** Images and PDBs that another part of the product writes: this room only reads. */
const images = kernelImages().slice(0, 8);
const referenceOf = (image: (typeof images)[number]): ModuleReference => ({
  file: image.module.path,
  image: { timeDateStamp: image.timeDateStamp, sizeOfImage: image.imageSize },
});
const imageStorePath = (image: (typeof images)[number]) => {
  const { timeDateStamp, imageSize: sizeOfImage, module } = image;
  return [module.file, imageStoreKey({ timeDateStamp, sizeOfImage }), module.file];
};
const pdbStorePath = ({ module, guid, age }: (typeof images)[number]) => [
  module.pdbName,
  pdbStoreKey({ guid, age }),
  module.pdbName,
];

let root = '';
const servers: LocalServer[] = [];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ktriage-library-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (...parts: string[]) => path.join(root, ...parts);
function put(bytes: Uint8Array, ...parts: string[]): void {
  mkdirSync(path.dirname(at(...parts)), { recursive: true });
  writeFileSync(at(...parts), bytes);
}
const libraryOver = (symbolPath: string, more: Partial<Parameters<typeof symbolLibrary>[0]> = {}) =>
  symbolLibrary({
    paths: searchPaths({ symbolPath, imagePath: '' }, {}, at('default')),
    environment: {},
    retries: { attempts: 1 },
    ...more,
  });
const [first] = images;
if (first === undefined) throw new Error('the simulated kernel has no images');
const [name = '', firstFunction] = [...first.functions][0] ?? [];
const firstRva = firstFunction?.rva ?? 0;

describe('the files of a module', () => {
  it('the files of a module come from a store: the image by stamp and size, the PDB by the identity in the image', () => {
    put(first.file, 'store', ...imageStorePath(first));
    put(first.pdb(), 'store', ...pdbStorePath(first));
    const library = libraryOver(`srv*${at('store')}`);
    const files = library.open(referenceOf(first));
    expect(files.missing).toEqual([]);
    expect(files.pdb?.nearest(firstRva)).toMatchObject({ name, rva: firstRva });
    expect(missingNotice(referenceOf(first), files)).toBeUndefined();
    expect(library.open(referenceOf(first))).toBe(files);
    library.close();
  });

  it('the files of a module need no image where a manifest names the PDB, which then also gives the unwind data', () => {
    put(first.pdb(), 'store', ...pdbStorePath(first));
    const { guid, age } = first;
    const reference = { ...referenceOf(first), pdb: { name: first.module.pdbName, guid, age } };
    const files = libraryOver(at('store')).open(reference);
    expect(files.image).toBeUndefined();
    expect(files.pdb?.unwindCopies()?.pdata.bytes.length).toBeGreaterThan(0);
    expect(missingNotice(reference, files)).toBeUndefined();
  });

  it('the files of a module are taken from this machine, the PDB from beside the image', () => {
    put(first.file, 'drivers', first.module.file);
    put(first.pdb(), 'drivers', first.module.pdbName);
    const files = libraryOver('').open({
      ...referenceOf(first),
      localImages: [at('drivers', first.module.file)],
    });
    expect(files.missing).toEqual([]);
    expect(files.imagePath).toBe(at('drivers', first.module.file));
  });

  it('the files of a module that must be expanded first are not at hand, and are brought near with turns for the process', async () => {
    const large = Buffer.concat([first.pdb(), randomBytes(3 * 2 ** 20)]);
    const [folder = '', key = '', file = ''] = pdbStorePath(first);
    put(writeCabinet(file, large), 'far', folder, key, file.replace(/b$/, '_'));
    const { guid, age } = first;
    const reference = { file: first.module.path, pdb: { name: file, guid, age } };
    const symbolPath = `srv*${at('near')}*${at('far')}`;
    const nearFiles = () =>
      readdirSync(root, { recursive: true }).filter((each) => !`${each}`.startsWith('far'));

    const stopped = new Error('the caller asked for the end');
    const signal = AbortSignal.abort(stopped);
    await expect(libraryOver(symbolPath, { signal }).fetch([reference])).rejects.toBe(stopped);

    const library = libraryOver(symbolPath);
    expect(library.openAtHand(reference)).toBeUndefined();
    expect(nearFiles().filter((each) => `${each}`.includes('.p'))).toEqual([]);

    await library.fetch([reference]);
    const files = library.openAtHand(reference);
    expect(files?.pdbPath).toBe(at('near', folder, key, file));
    expect(readFileSync(at('near', folder, key, file)).equals(large)).toBe(true);
    expect(files?.pdb?.nearest(firstRva)).toMatchObject({ name, rva: firstRva });
    expect(nearFiles().filter((each) => `${each}`.includes('.partial'))).toEqual([]);
    library.close();
  });

  it('the files of a module of another build are refused, with both builds in the reason', () => {
    put(first.file, 'plain', first.module.file);
    const reference = { file: first.module.path, image: { timeDateStamp: 0x1234, sizeOfImage: 0x5000 } };
    const files = libraryOver(at('plain')).open(reference);
    expect(files.image).toBeUndefined();
    const notice = missingNotice(reference, files);
    expect(notice?.message).toContain(`${first.module.file} has no names and can only be scanned`);
    expect(notice?.message).toContain('but 000012345000 was loaded');
    // Code of ARM64 keeps a chain of frame pointers.
    expect(missingNotice(reference, files, { frameChain: true })?.message).toContain(
      `${first.module.file} has no names and is walked by its frame pointers`,
    );
    expect(notice?.message).toContain(at('plain'));
    expect(notice?.message).toContain('neither an image nor a manifest names its PDB');
  });

  it('the files of a module are not those of an image that was cut off behind its headers', () => {
    put(first.file.subarray(0, first.file.length - 0x400), 'store', ...imageStorePath(first));
    const files = libraryOver(`srv*${at('store')}`).open(referenceOf(first));
    expect(files.image).toBeUndefined();
    expect(missingNotice(referenceOf(first), files)?.message).toMatch(/is truncated: \d+ bytes of the \d+/);
  });

  it('the files of a module are not those of an image with the same stamp and size that names another PDB, and the notice names both', () => {
    put(first.file, 'store', ...imageStorePath(first));
    const pdb = { name: first.module.pdbName, guid: '00000000000000000000000000000001', age: 7 };
    const reference = { ...referenceOf(first), pdb };
    const files = libraryOver(`srv*${at('store')}`).open(reference);
    expect(files.image).toBeUndefined();
    const message = missingNotice(reference, files)?.message;
    expect(message).toContain(`names the PDB ${first.guid} age ${first.age}`);
    expect(message).toContain('the loaded image names 00000000000000000000000000000001 age 7');
    // Also where the dump holds the image, so that nothing else would be missing.
    const inMemory = openImage(bytesSource(first.file, 'memory'));
    expect(missingNotice(reference, files, { inMemory })?.message).toContain('names the PDB');
    // The same image is taken where the PDB is that of the image.
    const { guid, age } = first;
    const agreeing = { ...referenceOf(first), pdb: { name: first.module.pdbName, guid, age } };
    expect(libraryOver(`srv*${at('store')}`).open(agreeing).image).toBeDefined();
  });

  it('the files of a module without a PDB are named by their exports, and the notice names the places that were searched', () => {
    const nt = images.find(({ module }) => module.name === 'nt') ?? first;
    put(nt.file, 'store', ...imageStorePath(nt));
    const files = libraryOver(`srv*${at('store')}`).open(referenceOf(nt));
    const notice = missingNotice(referenceOf(nt), files);
    expect(notice?.message).toContain('is named by its exports alone');
    expect(notice?.message).toContain(at('store', nt.module.pdbName));
    expect(notice?.advice).toContain('{option:symbol-path}');
  });

  it('the files of a module that are damaged are reported once, while names go on', () => {
    const reports: string[] = [];
    const pdb = first.pdb();
    // The publics stream loses its header; everything that is checked when the file is opened stays.
    const broken = Uint8Array.from(pdb);
    const recordAt = Buffer.from(broken).indexOf(Buffer.from(`${name}\0`));
    broken.fill(0xff, recordAt - 14, recordAt - 10);
    put(first.file, 'store', ...imageStorePath(first));
    put(broken, 'store', ...pdbStorePath(first));
    const { pdb: opened } = libraryOver(`srv*${at('store')}`).open(referenceOf(first));
    const symbols = moduleSymbols({
      ...(opened && { pdb: opened }),
      onDamage: (origin, failure) => reports.push(`${origin} ${failure.code}`),
    });
    for (const offset of [0, 1, 2]) symbols.nameOf(firstRva + offset, 'instruction');
    expect(reports).toEqual(['pdb SymbolsUnreadable']);
  });
});

describe('what a server has', () => {
  async function serveAll(): Promise<LocalServer> {
    const content = new Map<string, Uint8Array>();
    for (const image of images) {
      content.set(`/${imageStorePath(image).join('/')}`, image.file);
      content.set(`/${pdbStorePath(image).join('/')}`, image.pdb());
    }
    const server = await startServer((request, response) => {
      const found = content.get(request.url ?? '');
      response.statusCode = found ? 200 : 404;
      response.end(found);
    });
    servers.push(server);
    return server;
  }

  it('what a server has is fetched for all modules together and then opened without the server', async () => {
    const server = await serveAll();
    const library = libraryOver(`srv*${at('cache')}*${server.url}`);
    const references = images.map(referenceOf);
    expect(references.every((each) => library.open(each).missing.length === 2)).toBe(true);
    expect(server.asked).toEqual([]);
    await library.fetch(references);
    for (const each of references) expect(library.open(each).missing).toEqual([]);
    const asked = server.asked.length;
    await library.fetch(references);
    expect(server.asked).toHaveLength(asked);
    expect(readdirSync(at('cache')).length).toBe(images.length * 2);
  });

  it('what a server has is asked for by four downloads at a time, however many modules wait', async () => {
    let now = 0;
    let most = 0;
    const server = await startServer((_, response) => {
      now++;
      most = Math.max(most, now);
      setTimeout(() => {
        now--;
        response.writeHead(404).end();
      }, 20);
    });
    servers.push(server);
    const library = libraryOver(`srv*${at('cache')}*${server.url}`);
    await Promise.all(images.map((image) => library.fetch([referenceOf(image)])));
    expect(most).toBe(4);
    expect(server.asked.length).toBeGreaterThan(images.length * 2);
  });

  it('what a server has is not fetched as an image where the PDB is enough', async () => {
    const server = await serveAll();
    const library = libraryOver(`srv*${at('cache')}*${server.url}`);
    const { guid, age } = first;
    await library.fetch([{ ...referenceOf(first), pdb: { name: first.module.pdbName, guid, age } }]);
    expect(server.asked.at(-1)).toBe(`GET /${pdbStorePath(first).join('/')}`);
    expect(server.asked.filter((each) => each.endsWith('.sys') || each.endsWith('.exe'))).toEqual([]);
  });

  it('what a server has is never asked for where the path names no server', async () => {
    const library = libraryOver(`srv*${at('cache')}`);
    await library.fetch(images.map(referenceOf));
    expect(existsSync(at('cache'))).toBe(false);
  });
});

describe('files that are built in', () => {
  it('files that are built in need no path at all', () => {
    const library = libraryOver('', {
      builtIn: ({ name: wanted }) =>
        wanted === first.module.file ? first.file : wanted === first.module.pdbName ? first.pdb() : undefined,
    });
    expect(library.open(referenceOf(first)).missing).toEqual([]);
  });
});

describeWith(['shared-data'], 'a real driver in a real store', () => {
  it('a real driver in a real store is opened by its identity in a triage dump, and names the frames of the dump', () => {
    const library = libraryOver(`srv*${path.join(sharedData, 'symbols')}`);
    const files = library.open({
      file: '\\SystemRoot\\System32\\drivers\\amdppm.sys',
      image: { timeDateStamp: 0xc9c03000, sizeOfImage: 0x3b000 },
    });
    expect(files.missing).toEqual([]);
    const symbols = moduleSymbols(files.pdb ? { pdb: files.pdb } : {});
    expect(symbols.nameOf(0x334c, 'return')).toEqual({ name: 'WriteIoMemRawEx', offset: 112, origin: 'pdb' });
    expect(symbols.find('FxStubInitTypes')).toMatchObject([{ name: 'FxStubInitTypes' }]);
    expect(readFileSync(files.imagePath ?? '').length).toBe(211_264);
    library.close();
  });
});
