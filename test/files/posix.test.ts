import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileFailure } from '../../src/files/file-failure.ts';
import type { PendingFile } from '../../src/files/port.ts';
import { posixFiles } from '../../src/files/posix.ts';
import { describeMissing } from '../support/equipment.ts';

/** Root may write anywhere: what must be refused is then done as another user. */
const NOBODY_USER = 65534;
function asNobody<T>(action: () => T): () => T {
  if (process.getuid?.() !== 0) return action;
  return () => {
    process.seteuid?.(NOBODY_USER);
    try {
      return action();
    } finally {
      process.seteuid?.(0);
    }
  };
}
const failing = (code: string) => expect.objectContaining({ name: 'Failure', code });
/** The largest process id that Linux gives out by default is far below. */
const NOBODY = 99_999_999;

describe.skipIf(process.platform === 'win32')('result files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ktriage-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const begun = (text: string): PendingFile => {
    const file = posixFiles.begin(folder, 'Restricted');
    file.write(Buffer.from(text));
    return file;
  };

  it('result files have their final name only when they are whole, and are for the owner alone', () => {
    const file = begun('half');
    const final = path.join(folder, 'a.dmp');
    expect(existsSync(final)).toBe(false);
    file.write(Buffer.from(' and half'));
    file.flush();
    expect(readFileSync(file.temporaryPath, 'utf8')).toBe('half and half');
    file.commit(final, false);
    expect(readdirSync(folder)).toEqual(['a.dmp']);
    expect(statSync(final).mode & 0o777).toBe(0o600);
  });

  it.runIf(process.getuid?.() === 0)(
    'result files are written into a folder that may be written to but not listed',
    () => {
      chmodSync(tmpdir(), 0o711);
      chmodSync(folder, 0o333);
      asNobody(() => {
        posixFiles.requireFolder(folder);
        expect(posixFiles.sweep(folder)).toEqual([]);
        const file = begun('text');
        expect(file.commit(path.join(folder, 'a.dmp'), false)).toBeUndefined();
      })();
      expect(readdirSync(folder)).toEqual(['a.dmp']);
    },
  );

  it('result files take another name when the first is taken at the last moment', () => {
    writeFileSync(path.join(folder, 'a.dmp'), 'precious');
    const file = begun('text');
    expect(() => file.commit(path.join(folder, 'a.dmp'), false)).toThrow(failing('FileExists'));
    file.commit(path.join(folder, 'a-2.dmp'), false);
    expect(readdirSync(folder)).toEqual(['a-2.dmp', 'a.dmp']);
    expect(readFileSync(path.join(folder, 'a.dmp'), 'utf8')).toBe('precious');
  });

  it('result files follow the umask when the folder decides who reads', () => {
    const file = posixFiles.begin(folder, 'Inherit');
    file.commit(path.join(folder, 'a.dmp'), false);
    expect(statSync(path.join(folder, 'a.dmp')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('result files never replace another file unless asked', () => {
    const final = path.join(folder, 'a.dmp');
    writeFileSync(final, 'older');
    const file = begun('newer');
    expect(() => file.commit(final, false)).toThrow(failing('FileExists'));
    expect(readFileSync(final, 'utf8')).toBe('older');
    file.commit(final, true);
    expect(readFileSync(final, 'utf8')).toBe('newer');
  });

  it('result files do not follow a link under the final name', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'untouched');
    symlinkSync(elsewhere, path.join(folder, 'a.dmp'));
    const file = begun('dump');
    expect(() => file.commit(path.join(folder, 'a.dmp'), false)).toThrow(failing('FileExists'));
    file.commit(path.join(folder, 'a.dmp'), true);
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched');
  });

  it('result files are not confused with what another process put in their place, or in that of their folder', () => {
    const [meant, other] = ['meant', 'other'].map((name) => path.join(folder, name)) as [string, string];
    for (const each of [meant, other]) mkdirSync(each);
    const file = posixFiles.begin(meant, 'Restricted');
    file.write(Buffer.from('dump'));
    renameSync(meant, `${meant}-moved`);
    symlinkSync(other, meant);
    const trap = path.join(other, path.basename(file.temporaryPath));
    writeFileSync(trap, 'a trap');
    for (const replace of [false, true]) {
      expect(() => file.commit(path.join(meant, 'a.dmp'), replace)).toThrow(failing('WriteFailed'));
    }
    file.discard();
    expect(readdirSync(other)).toEqual([path.basename(trap)]);
    expect(readFileSync(trap, 'utf8')).toBe('a trap');
    // What was written is for its owner alone, wherever its folder has been taken.
    expect(statSync(path.join(`${meant}-moved`, path.basename(trap))).mode & 0o777).toBe(0o600);
  });

  it('result files leave nothing when they are discarded, however often', () => {
    const file = begun('half');
    file.discard();
    file.discard();
    expect(readdirSync(folder)).toEqual([]);
    const kept = begun('whole');
    kept.commit(path.join(folder, 'a.dmp'), false);
    kept.discard();
    expect(readdirSync(folder)).toEqual(['a.dmp']);
  });

  it('result files pass over the name of a file that an earlier process with our id left', () => {
    const first = begun('1');
    const number = Number(/-(\d+)\.partial$/.exec(first.temporaryPath)?.[1]);
    const taken = path.join(folder, `.ktriage-${process.pid}-${number + 1}.partial`);
    writeFileSync(taken, 'older');
    const second = begun('2');
    expect(second.temporaryPath).not.toBe(taken);
    expect(readFileSync(taken, 'utf8')).toBe('older');
    first.discard();
    second.discard();
  });

  it('result files of dead processes are swept away, and nothing else', () => {
    const dead = `.ktriage-${NOBODY}-1.partial`;
    const others = [
      `.ktriage-${process.pid}-900.partial`,
      `ktriage-${NOBODY}-1.partial`,
      'a.dmp',
      `${dead}.txt`,
    ];
    for (const name of [dead, ...others]) writeFileSync(path.join(folder, name), '');
    mkdirSync(path.join(folder, `.ktriage-${NOBODY}-2.partial`));
    expect(posixFiles.sweep(folder)).toEqual([path.join(folder, dead)]);
    expect(readdirSync(folder).sort()).toEqual([...others, `.ktriage-${NOBODY}-2.partial`].sort());
  });

  it.each([
    ['a missing folder', 'nowhere', 'DestinationNotFound'],
    ['a file', 'file', 'DestinationNotAFolder'],
    ['something below a file', 'file/below', 'DestinationNotAFolder'],
  ])('result files are refused in %s', (_, name, code) => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => posixFiles.requireFolder(path.join(folder, name))).toThrow(failing(code));
    expect(() => posixFiles.begin(path.join(folder, name), 'Restricted')).toThrow(failing(code));
  });

  it('result files are refused in a folder that is not ours to write', () => {
    chmodSync(folder, 0o500);
    expect(asNobody(() => posixFiles.begin(folder, 'Restricted'))).toThrow(failing('DestinationNotWritable'));
    chmodSync(folder, 0o700);
  });

  it.each([
    ['ENOSPC', 'DiskFull'],
    ['EDQUOT', 'DiskFull'],
    ['EROFS', 'DestinationNotWritable'],
    ['EIO', 'WriteFailed'],
  ])('result files turn %s into %s', (errno, code) => {
    const thrown = Object.assign(new Error(errno), { code: errno });
    expect(fileFailure(thrown, '/dumps/a.dmp', 'written')).toMatchObject({
      code,
      facts: { target: '/dumps/a.dmp' },
    });
  });

  it('result files know the space that is left', () => {
    expect(posixFiles.freeBytes(folder)).toBeGreaterThan(0);
    expect(posixFiles.freeBytes(path.join(folder, 'nowhere'))).toBeUndefined();
  });
});

/** A file system of 64 KiB that exists for one child process alone. */
const inSmallFileSystem = (folder: string, command: readonly string[]) =>
  spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `mount -t tmpfs -o size=64k none "$0" && exec "$@"`, folder, ...command],
    {
      encoding: 'utf8',
    },
  );
const canMount = process.platform === 'linux' && inSmallFileSystem(tmpdir(), ['true']).status === 0;

if (!canMount && process.platform === 'linux') describeMissing('a disk that fills up', ['unshare and tmpfs']);
describe.runIf(canMount)('a disk that fills up', () => {
  it('a disk that fills up gives a typed error and keeps no part of the file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-test-'));
    const script = path.join(import.meta.dirname, 'fill-disk.ts');
    const { stdout, stderr } = inSmallFileSystem(folder, [
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      script,
      folder,
    ]);
    rmSync(folder, { recursive: true });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ code: 'DiskFull', left: [] });
  });
});
