import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/contract/failure.ts';
import { defaultStoreFolder, searchPaths } from '../../../src/symbols/store/path-sources.ts';
import { namesServer, parseSymbolPath, type SymbolPath } from '../../../src/symbols/store/symbol-path.ts';

const DEFAULT = 'C:\\ProgramData\\Dbg\\Sym';
const MICROSOFT = 'https://msdl.microsoft.com/download/symbols';

/** Elements as short text: folders bare, stores joined by `>`. */
const spell = ({ elements }: SymbolPath) =>
  elements.map((element) =>
    element.kind === 'folder'
      ? element.folder
      : `[${element.stores.map((store) => (store.kind === 'server' ? store.url : store.folder)).join(' > ')}]`,
  );

describe('a symbol path', () => {
  it.each([
    ['', []],
    [' ; ;', []],
    ['C:\\syms; D:\\more ', ['C:\\syms', 'D:\\more']],
    ['srv*\\\\server\\share', ['[\\\\server\\share]']],
    ['SRV*C:\\sym*\\\\server\\share', ['[C:\\sym > \\\\server\\share]']],
    ['srv*c:\\a*\\\\b\\c*https://symbols.example/x/', ['[c:\\a > \\\\b\\c > https://symbols.example/x]']],
    ['srv*https://symbols.example', [`[${DEFAULT} > https://symbols.example]`]],
    ['srv**\\\\b\\c', [`[${DEFAULT} > \\\\b\\c]`]],
    ['srv*', [`[${DEFAULT} > ${MICROSOFT}]`]],
    ['symsrv*symsrv.dll*c:\\a*\\\\b\\c', ['[c:\\a > \\\\b\\c]']],
    ['symsrv*SymSrv.dll*', [`[${DEFAULT} > ${MICROSOFT}]`]],
    ['https://symbols.example/path', [`[${DEFAULT} > https://symbols.example/path]`]],
    [
      'D:\\own;cache*c:\\cache;srv*\\\\b\\c;D:\\late',
      ['D:\\own', '[c:\\cache]', '[c:\\cache > \\\\b\\c]', 'D:\\late'],
    ],
    ['cache*;srv*\\\\b\\c', [`[${DEFAULT}]`, `[${DEFAULT} > \\\\b\\c]`]],
    [
      'cache*/var/cache/sym;srv*http://server:8080',
      ['[/var/cache/sym]', '[/var/cache/sym > http://server:8080]'],
    ],
  ])('a symbol path: %s', (text, expected) =>
    expect(spell(parseSymbolPath(text, DEFAULT))).toEqual(expected),
  );

  it.each([
    ['symsrv*other.dll*c:\\a', /other\.dll cannot be loaded/],
    ['symsrv*', /\(none\) cannot be loaded/],
    ['srv*https://a.example*c:\\x', /must be last/],
    ['srv*https://', /not an address/],
    ['srv*https://a.example/?q=1', /no query/],
    ['cache*a*b', /one folder/],
    ['cache*https://a.example', /one folder/],
    ['foo*c:\\x', /foo is no prefix/],
    [`srv${'*x'.repeat(11)}`, /more than 10/],
  ])('%s is refused with the part that is wrong', (text, pattern) => {
    expect(() => parseSymbolPath(`C:\\good;${text}`, DEFAULT)).toThrow(pattern);
    expect(() => parseSymbolPath(`C:\\good;${text}`, DEFAULT)).toThrow(
      expect.objectContaining({
        code: 'SymbolPathInvalid',
        facts: expect.objectContaining({ target: text }),
      }),
    );
  });

  it('a symbol path with a password is refused without repeating it', () => {
    const parse = () => parseSymbolPath('srv*https://me:secret@a.example/x', DEFAULT);
    expect(parse).toThrow(/password/);
    expect(parse).not.toThrow(/secret/);
  });

  it.each([
    ['C:\\a;srv*c:\\b*\\\\c\\d;cache*', false],
    ['C:\\a;srv*c:\\b*https://c.example', true],
    ['srv*', true],
  ])('%s reaches the network: %s', (text, expected) => {
    expect(namesServer(parseSymbolPath(text, DEFAULT))).toBe(expected);
  });

  it('a symbol path of any text is parsed or refused', () => {
    const piece = fc.constantFrom(
      'srv',
      'cache',
      'symsrv',
      '*',
      ';',
      'symsrv.dll',
      'https://h',
      'C:\\x',
      ' ',
      '%',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          parseSymbolPath(pieces.join(''), DEFAULT);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the paths that are searched', () => {
  const environment = {
    _NT_SYMBOL_PATH: 'C:\\usual',
    _NT_ALT_SYMBOL_PATH: 'C:\\other',
    _nt_executable_image_path: 'C:\\images',
  };

  it('the paths that are searched come from the environment, the alternative path first, whatever the letter case of the variable', () => {
    const { symbols, images } = searchPaths({}, environment, DEFAULT);
    expect(spell(symbols)).toEqual(['C:\\other', 'C:\\usual']);
    expect(spell(images)).toEqual(['C:\\images', 'C:\\other', 'C:\\usual']);
  });

  it('the paths that are searched are exactly what was asked for where something was', () => {
    const { symbols, images } = searchPaths({ symbolPath: 'D:\\s', imagePath: '' }, environment, DEFAULT);
    expect(spell(symbols)).toEqual(['D:\\s']);
    expect(spell(images)).toEqual(['D:\\s']);
  });
});

describe('a part of a symbol path that is not understood', () => {
  const text =
    'C:\\good;DebugInfoD*https://a.example;symsrv*other.dll*c:\\a;srv*https://me:hush@b.example/x;srv*\\\\c\\d';

  it('a part of a symbol path that is not understood is left out with a warning when the path comes from the environment, and the rest is used', () => {
    const { symbols, warnings } = searchPaths({}, { _NT_SYMBOL_PATH: text }, DEFAULT);
    expect(spell(symbols)).toEqual(['C:\\good', '[\\\\c\\d]']);
    expect(warnings).toHaveLength(3);
    expect(warnings[0]).toMatch(/DebugInfoD is no prefix.* It comes from _NT_SYMBOL_PATH/);
    expect(warnings[1]).toMatch(/other\.dll cannot be loaded/);
    expect(warnings.join()).not.toMatch(/hush|me:/);
  });

  it('a part of a symbol path that is not understood is an error when the path was given', () => {
    expect(() => searchPaths({ symbolPath: text }, {}, DEFAULT)).toThrow(/DebugInfoD is no prefix/);
    const withLogin = () => parseSymbolPath('DebugInfoD*https://me:hush@a.example', DEFAULT);
    expect(withLogin).toThrow(/is no prefix/);
    expect(withLogin).not.toThrow(/hush/);
  });
});

describe('the default store', () => {
  it.each([
    [
      'win32',
      { LocalAppData: 'C:\\Users\\me\\AppData\\Local' },
      'C:\\Users\\me\\AppData\\Local\\ktriage\\symbols',
    ],
    ['win32', { HOME: '/home/me' }, undefined],
    ['linux', { HOME: '/home/me' }, '/home/me/.cache/ktriage/symbols'],
    ['linux', { HOME: '/home/me', XDG_CACHE_HOME: '/cache' }, '/cache/ktriage/symbols'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Library/Caches/ktriage/symbols'],
    ['linux', {}, undefined],
  ] as const)('the default store on %s with %j is %s', (platform, environment, folder) => {
    expect(defaultStoreFolder(environment, platform)).toBe(folder);
  });
});
