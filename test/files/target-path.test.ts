import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/contract/failure.ts';
import { targetFile, targetFolder } from '../../src/files/target-path.ts';

/** What was refused, or nothing. */
function objection(action: () => unknown): { readonly code: string; readonly message: string } | undefined {
  try {
    action();
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { code: thrown.code, message: thrown.message };
  }
}

const DEVICES = [
  'NUL',
  'nul.dmp',
  'CON',
  'AUX',
  'PRN',
  'COM1',
  'com¹.x',
  'LPT9',
  'CONIN$',
  'CONOUT$.dmp',
  'NUL .dmp',
];

describe('a path to write to on Windows', () => {
  const folder = (given: string) => objection(() => targetFolder(given, 'win32'));
  const file = (given: string) => objection(() => targetFile(given, 'win32'));

  it.each(DEVICES)(
    'a path to write to on Windows is not the device %s, wherever it seems to be',
    (device) => {
      for (const given of [
        device,
        `D:\\dumps\\${device}`,
        `\\\\?\\D:\\dumps\\${device}`,
        `\\\\server\\share\\${device}`,
      ]) {
        for (const refused of [folder(given), file(given), file(`${given}\\a.dmp`)]) {
          expect(refused, given).toMatchObject({ code: 'InvalidPath' });
          expect(refused?.message, given).toContain(`'${device}' is a device of Windows`);
          expect(refused?.message).toContain(given);
        }
      }
    },
  );

  it.each([
    '\\\\.\\D:\\dumps',
    '\\\\.\\PhysicalDrive0',
    '//./NUL',
    '\\\\?\\GLOBALROOT\\Device\\x',
    '\\\\?\\pipe\\x',
  ])('a path to write to on Windows is not in the namespace of devices: %s', (given) => {
    for (const refused of [folder(given), file(given)]) expect(refused?.message).toMatch(/names a device/);
  });

  it.each([
    ['D:\\dumps\\a.dmp:b', /stream/],
    ['D:\\dumps:b\\a.dmp', /stream/],
    ['D:\\dumps\\a.dmp.', /cuts off/],
    ['D:\\dumps \\a.dmp', /cuts off/],
    ['D:\\dumps.\\a.dmp', /cuts off/],
    ['\\\\?\\D:\\dumps\\a.dmp.', /cuts off/],
    ['D:\\dumps\\a*.dmp', /no file name of Windows/],
    ['D:\\du?mps\\a.dmp', /no file name of Windows/],
    ['D:\\dumps\\a|b', /no file name of Windows/],
    ['D:\\dumps\\a\nb', /no file name of Windows/],
  ])('a path to write to on Windows is the place that is named, or refused: %j', (given, reason) => {
    for (const refused of [folder(given), file(given)]) {
      expect(refused).toMatchObject({ code: 'InvalidPath', message: expect.stringMatching(reason) });
      expect(refused?.message.startsWith(given)).toBe(true);
    }
  });

  it.each([
    "D:\\it's [1] of (2) & 100% `$x; ü é\u0301 😀 \u05d0\u05d1",
    'C:dumps',
    '\\dumps',
    '..\\.\\dumps',
    'D:/dumps/inner',
    '\\\\?\\D:\\dumps',
    '\\\\?\\UNC\\server\\share\\dumps',
    '\\\\?\\Volume{01234567-89ab-cdef-0123-456789abcdef}\\dumps',
    '\\\\server\\share\\dumps',
    '-dumps',
    'nullable',
    'COM10',
    'console.dmp',
    `D:\\${'deep\\'.repeat(100)}dumps`,
  ])('a path to write to on Windows may be %j', (given) => {
    expect(folder(given)).toBeUndefined();
    expect(file(given)).toBeUndefined();
  });
});

describe('a file to write on any system', () => {
  const file = (given: string) => objection(() => targetFile(given, 'linux'));

  it.each([
    ...DEVICES,
    'a:b',
    'a.',
    'a ',
    'a*',
    '\u202egnp.exe',
    'x'.repeat(201),
    '..',
    'dumps/',
    '\\\\.\\x',
  ])('a file to write on any system has a name that is one on Windows too: not %j', (name) =>
    expect(file(name.startsWith('\\') ? name : `/dumps/${name}`)).toMatchObject({ code: 'InvalidPath' }),
  );

  it('a file to write on any system may be in a folder of any name', () => {
    expect(targetFile('/aux/a:b /c.dmp', 'linux')).toBe('/aux/a:b /c.dmp');
    expect(targetFolder('/aux/a:b ', 'linux')).toBe('/aux/a:b ');
  });

  it('a file to write on any system is an absolute path whatever is given, or a typed refusal', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\/.?a-zA-Z:* ]{1,12}$/));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('win32', 'linux') as fc.Arbitrary<NodeJS.Platform>,
        (given, platform) => {
          for (const target of [targetFile, targetFolder]) {
            const refused = objection(() => expect(path.isAbsolute(target(given, platform))).toBe(true));
            if (refused !== undefined) expect(refused.code).toBe('InvalidPath');
          }
        },
      ),
    );
  });
});
