import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/binary/steps.ts';
import { fileNameOf } from '../../../src/symbols/store/file-names.ts';
import { searchLocally } from '../../../src/symbols/store/local-search.ts';
import { parseSymbolPath } from '../../../src/symbols/store/symbol-path.ts';
import { writeCabinet } from '../cabinet/cabinet-writer.ts';
import { streamsOf, writeMsfz } from '../pdb/msfz-writer.ts';
import { acceptSample, IDENTITY, KEY, NAME, samplePdb } from './sample-pdb.ts';

const PDB = samplePdb();
let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ktriage-store-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (...parts: string[]) => path.join(root, ...parts);
function put(bytes: Uint8Array | string, ...parts: string[]): string {
  mkdirSync(path.dirname(at(...parts)), { recursive: true });
  writeFileSync(at(...parts), bytes);
  return at(...parts);
}
const search = (text: string) =>
  atOnce(searchLocally(parseSymbolPath(text, at('default')), { name: NAME, key: KEY }, acceptSample));

describe('a PDB in a store', () => {
  it.each([
    ['as given', [NAME, KEY, NAME]],
    ['in lower case', [NAME.toLowerCase(), KEY.toLowerCase(), NAME.toLowerCase()]],
    ['in upper case', [NAME.toUpperCase(), KEY, NAME.toUpperCase()]],
    ['with the key alone in lower case', [NAME, KEY.toLowerCase(), NAME]],
    ['with a file name of its own case', [NAME.toLowerCase(), KEY, 'dRiVeR.pDb']],
  ])('a PDB in a store is found %s', (_, parts) => {
    const file = put(PDB, 'store', ...parts);
    const { found } = search(`srv*${at('store')}`);
    expect(found?.path).toBe(file);
    expect(found?.value.identity).toEqual(IDENTITY);
  });

  it('a PDB in a store is found in a two-tier store', () => {
    put('', 'store', 'index2.txt');
    const file = put(PDB, 'store', 'dr', NAME.toLowerCase(), KEY, NAME.toLowerCase());
    expect(search(`srv*${at('store')}`).found?.path).toBe(file);
  });

  it('a PDB in a store is found in its compressed container, in the folder where debuggers keep that, and copied to the nearer store', () => {
    const file = put(writeMsfz(streamsOf(PDB)), 'store', NAME, KEY, 'msfz0', NAME);
    expect(search(`srv*${at('store')}`).found?.path).toBe(file);
    const { found } = search(`srv*${at('near')}*${at('store')}`);
    expect(found?.path).toBe(at('near', NAME, KEY, 'msfz0', NAME));
    expect(found?.value.identity).toEqual(IDENTITY);
    // The plain form needs no unpacking, so it comes first.
    const plain = put(PDB, 'store', NAME, KEY, NAME);
    expect(search(`srv*${at('store')}`).found?.path).toBe(plain);
  });

  it('a PDB in a store is found in a plain folder, below the folder of its kind, and in a folder that is a store', () => {
    const file = put(PDB, 'plain', NAME);
    expect(search(at('plain')).found?.path).toBe(file);
    const kind = put(PDB, 'kinds', 'symbols', 'sys', NAME.toLowerCase());
    expect(search(at('kinds')).found?.path).toBe(kind);
    const store = put(PDB, 'store', NAME, KEY, NAME);
    expect(search(at('store')).found?.path).toBe(store);
  });

  it('a PDB in a store is copied to the stores before the one that had it', () => {
    put(PDB, 'far', NAME, KEY, NAME);
    const { found } = search(`srv*${at('near')}*${at('middle')}*${at('far')}`);
    expect(found?.path).toBe(at('near', NAME, KEY, NAME));
    for (const store of ['near', 'middle']) {
      expect(readFileSync(at(store, NAME, KEY, NAME)).equals(PDB)).toBe(true);
      expect(readdirSync(at(store, NAME, KEY))).toEqual([NAME]);
    }
    rmSync(at('far'), { recursive: true });
    expect(search(`cache*${at('near')}`).found?.path).toBe(at('near', NAME, KEY, NAME));
  });

  it.each([
    ['copied', PDB, NAME],
    ['expanded', writeCabinet(NAME, PDB), 'driver.pd_'],
  ])('a PDB in a store is not %s through a link in the nearer store', (_, bytes, name) => {
    put(bytes, 'far', NAME, KEY, name);
    const precious = put('precious', 'elsewhere');
    mkdirSync(at('near', NAME, KEY), { recursive: true });
    // The names are no secret: a number for each file that this process has written.
    for (let number = 1; number < 100; number += 1) {
      symlinkSync(precious, at('near', NAME, KEY, `.ktriage-${process.pid}-${number}.partial`));
    }
    symlinkSync(precious, at('near', NAME, KEY, NAME));
    expect(search(`srv*${at('near')}*${at('far')}`).found?.value.identity).toEqual(IDENTITY);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  it('a PDB in a store is expanded when it is compressed, into the nearer store, the default store, or in memory', () => {
    const compressed = put(writeCabinet(NAME, PDB), 'far', NAME, KEY, 'driver.pd_');
    expect(search(`srv*${at('far')}`).found?.path).toBe(compressed);
    expect(readdirSync(at('far', NAME, KEY))).toEqual(['driver.pd_']);
    const searchPath = parseSymbolPath(`srv*${at('far')}`, '');
    const file = { name: NAME, key: KEY };
    const { found } = atOnce(searchLocally(searchPath, file, acceptSample, { defaultStore: at('own') }));
    expect(found?.path).toBe(at('own', NAME, KEY, NAME));
    const { mtimeMs } = statSync(at('own', NAME, KEY, NAME));
    const options = { defaultStore: at('own') };
    expect(atOnce(searchLocally(searchPath, file, acceptSample, options)).found?.path).toBe(found?.path);
    expect(statSync(at('own', NAME, KEY, NAME)).mtimeMs).toBe(mtimeMs);
    writeFileSync(at('own', NAME, KEY, NAME), 'damaged');
    expect(atOnce(searchLocally(searchPath, file, acceptSample, options)).found?.path).toBe(found?.path);
    expect(readFileSync(at('own', NAME, KEY, NAME)).equals(PDB)).toBe(true);
    expect(readdirSync(at('far', NAME, KEY))).toEqual(['driver.pd_']);
    expect(search(`srv*${at('near')}*${at('far')}`).found?.path).toBe(at('near', NAME, KEY, NAME));
    expect(readFileSync(at('near', NAME, KEY, NAME)).equals(PDB)).toBe(true);
  });

  it('a PDB in a store is found through file.ptr', () => {
    const real = put(PDB, 'build', 'out', NAME);
    put(`PATH:${real}`, 'store', NAME, KEY, 'file.ptr');
    expect(search(`srv*${at('store')}`).found?.path).toBe(real);
    put(real, 'store', NAME, KEY, 'file.ptr');
    expect(search(`srv*${at('store')}`).found?.path).toBe(real);
  });
});

describe('a pointer of a store or folder', () => {
  const refusalOf = (target: string, searchPath = at('plain')) => {
    put(`PATH:${target}`, 'plain', NAME, KEY, 'file.ptr');
    const { found, looked } = search(searchPath);
    expect(found).toBeUndefined();
    return looked.map(({ reason = '' }) => reason).join('\n');
  };

  it('a pointer of a store or folder leads to the same file compressed where the plain one is not', () => {
    const cabinet = put(writeCabinet(NAME, PDB), 'build', 'driver.pd_');
    put(`PATH:${at('build', 'driver.pdb')}`, 'store', NAME, KEY, 'file.ptr');
    expect(search(`srv*${at('store')}`).found?.path).toBe(cabinet);
  });

  it('a pointer of a store or folder leads from its own folder when it names no root', () => {
    put(PDB, 'plain', 'out', NAME);
    put(`PATH:../../out/${NAME}`, 'plain', NAME, KEY, 'file.ptr');
    expect(search(at('plain')).found?.path).toBe(at('plain', 'out', NAME));
  });

  it.each([
    ['\\\\evil\\share\\Driver.pdb', /a share that the symbol path does not name/],
    ['//evil/share/Driver.pdb', /a share that the symbol path does not name/],
    ['\\\\?\\UNC\\evil\\share\\Driver.pdb', /no file of a store/],
    ['\\\\.\\pipe\\Driver.pdb', /no file of a store/],
    ['C:Driver.pdb', /another name|no file of a store/],
    ['C:\\dir\\file:Driver.pdb', /another name/],
    ['/etc/passwd', /another name/],
  ])('a pointer of a store or folder is not followed to %s', (target, reason) =>
    expect(refusalOf(target)).toMatch(reason),
  );

  it('a pointer of a store or folder leads to a share that the symbol path names, and not out of it', () => {
    const inside = refusalOf('//server/share/x/Driver.pdb', `${at('plain')};srv*\\\\SERVER\\share`);
    expect(inside).toMatch(/not there|is a folder of Windows/);
    expect(inside).not.toMatch(/does not name/);
    expect(refusalOf('//server/share/../other/Driver.pdb', `${at('plain')};srv*\\\\server\\share`)).toMatch(
      /does not name/,
    );
    expect(refusalOf('//server/share2/Driver.pdb', `${at('plain')};srv*\\\\server\\share`)).toMatch(
      /does not name/,
    );
  });
});

describe('a bad file in the nearer store', () => {
  it.each([
    ['is empty', ''],
    ['is cut', PDB.subarray(0, 20_000)],
    ['is of another build', samplePdb({ ...IDENTITY, age: 2 })],
  ])('a bad file in the nearer store is replaced by that of the next one, and used, when it %s', (_, bad) => {
    const near = put(bad, 'near', NAME, KEY, NAME);
    put(PDB, 'far', NAME, KEY, NAME);
    const { found } = search(`srv*${at('near')}*${at('far')}`);
    expect(found?.path).toBe(near);
    expect(readFileSync(near).equals(PDB)).toBe(true);
    expect(readdirSync(at('near', NAME, KEY))).toEqual([NAME]);
  });

  it('a bad file in the nearer store is replaced although it is a folder', () => {
    mkdirSync(at('near', NAME, KEY, NAME), { recursive: true });
    put('content', 'near', NAME, KEY, NAME, 'inside');
    put(PDB, 'far', NAME, KEY, NAME);
    expect(search(`srv*${at('near')}*${at('far')}`).found?.path).toBe(at('near', NAME, KEY, NAME));
    expect(readdirSync(at('near', NAME, KEY))).toEqual([NAME]);
  });
});

describe('what is not the PDB', () => {
  it('a file that is not the PDB is passed over by identity, and the next place is tried', () => {
    const wrong = put(samplePdb({ ...IDENTITY, age: 2 }), 'plain', NAME);
    const right = put(PDB, 'store', NAME, KEY, NAME);
    const { found, looked } = search(`${at('plain')};srv*${at('store')}`);
    expect(found?.path).toBe(right);
    expect(looked).toEqual([
      {
        place: wrong,
        result: 'refused',
        reason: expect.stringContaining('age 2, but the image was linked with'),
      },
      { place: at('plain', NAME, KEY), result: 'notThere' },
      { place: right, result: 'found' },
    ]);
  });

  it('a search for a PDB that finds none lists every place once', () => {
    put('MSG: withdrawn', 'gone', NAME, KEY, 'file.ptr');
    put(
      '<html>This page is not a cabinet, whatever its name says.</html>',
      'broken',
      NAME,
      KEY,
      'driver.pd_',
    );
    put(PDB.subarray(0, 20_000), 'cut', NAME, KEY, NAME);
    const text = ['gone', 'broken', 'cut', 'nowhere', 'gone'].map((name) => `srv*${at(name)}`).join(';');
    const { found, looked } = search(`${text};srv*${at('nowhere')}*https://server.invalid`);
    expect(found).toBeUndefined();
    expect(looked.map(({ place, result }) => [path.relative(root, place), result])).toEqual([
      [path.join('gone', NAME, KEY, 'file.ptr'), 'refused'],
      [path.join('broken', NAME, KEY, 'driver.pd_'), 'refused'],
      [path.join('cut', NAME, KEY, NAME), 'refused'],
      [path.join('nowhere', NAME, KEY), 'notThere'],
    ]);
    const reasons = looked.map(({ reason = '' }) => reason).join('\n');
    expect(reasons).toMatch(/withdrawn/);
    expect(reasons).toMatch(/is not a cabinet/);
    expect(reasons).toMatch(/truncated/);
  });

  it('a search for a PDB never waits: a pipe or folder in its place is refused', () => {
    mkdirSync(at('folder', NAME, KEY, NAME), { recursive: true });
    mkdirSync(at('pipe', NAME, KEY), { recursive: true });
    execFileSync('mkfifo', [at('pipe', NAME, KEY, NAME)]);
    const { looked } = search(`srv*${at('folder')};srv*${at('pipe')}`);
    expect(looked.map(({ result }) => result)).toEqual(['refused', 'refused']);
  });

  it('a search for a PDB reports a store that cannot be read', () => {
    symlinkSync('loop', at('loop'));
    expect(search(`srv*${at('loop')}`).looked[0]?.reason).toMatch(/ELOOP/);
  });

  it.skipIf(process.platform === 'win32')(
    'a search for a PDB reports a path of Windows on another system',
    () => {
      const far = put(PDB, 'far', NAME, KEY, NAME);
      const { looked, found } = search(`C:\\plain;srv*C:\\sym*\\\\server\\share*${at('far')}`);
      expect(found?.path).toBe(far);
      expect(looked.filter(({ reason }) => reason?.includes('is a folder of Windows'))).toHaveLength(4);
      expect(readdirSync('.').filter((entry) => entry.includes('C:'))).toEqual([]);
    },
  );

  it('a search for a PDB does not fail when the nearer store cannot be written', () => {
    const far = put(PDB, 'far', NAME, KEY, NAME);
    put('a file where the store should be', 'near');
    expect(search(`srv*${at('near')}*${at('far')}`).found?.path).toBe(far);
    expect(existsSync(at('near', NAME))).toBe(false);
  });
});

describe('a recorded file name', () => {
  it.each([
    ['d:\\os\\obj\\amdppm.pdb', 'amdppm.pdb'],
    ['/build/out/x.pdb', 'x.pdb'],
    ['\\\\evil\\share\\x.pdb', 'x.pdb'],
    ['plain.pdb', 'plain.pdb'],
    ['..', undefined],
    ['..evil.pdb', undefined],
    ['. .pdb', undefined],
    ['x.pdb.', undefined],
    ['x.pdb ', undefined],
    ['CON', undefined],
    ['con.pdb', undefined],
    ['nul .pdb', undefined],
    ['LPT1.a.pdb', undefined],
    ['com².pdb', undefined],
    ['conhost.pdb', 'conhost.pdb'],
    ['.hidden.pdb', '.hidden.pdb'],
    ['a\\..', undefined],
    ['C:x.pdb', undefined],
    ['x\0.pdb', undefined],
    ['', undefined],
    [`${'x'.repeat(300)}.pdb`, undefined],
  ])('%j is the file %s', (recorded, name) => expect(fileNameOf(recorded)).toBe(name));
});
