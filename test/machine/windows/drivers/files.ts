import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { advapi32 } from '../../../../src/machine/windows/calls/advapi32.ts';
import { decodeSecurityDescriptor } from '../../../../src/machine/windows/rights/security-descriptor.ts';
import { userSid } from '../../../../src/machine/windows/rights/token.ts';
import { createProtectedFiles } from '../../../../src/machine/windows/storage/protected-files.ts';
import { outcome, print } from './print.ts';

/** The file store on a real (Wine's) file system: what each step leaves in the folder. */
const folder = mkdtempSync('C:\\ktriage-test-');
const files = createProtectedFiles();
const at = (name: string) => path.join(folder, name);
const list = () => readdirSync(folder).sort();

function attempt(action: () => unknown): string {
  try {
    action();
    return 'done';
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code ?? String(thrown);
  }
}

function accessOf(file: string) {
  const bytes = new Uint8Array(4096);
  advapi32().GetFileSecurityW(file, 0x5, bytes, bytes.length, Uint32Array.of(0));
  return decodeSecurityDescriptor(bytes);
}

const code = (action: () => unknown) => {
  const result = outcome(action);
  return typeof result === 'object' && result !== null && 'failed' in result ? result.failed : 'done';
};

const first = files.begin(folder, 'Restricted');
first.write(Buffer.from('half'));
first.write(Buffer.from(' and half'));
first.flush();
const whilePending = {
  name: path.basename(first.temporaryPath),
  content: readFileSync(first.temporaryPath, 'utf8'),
  remove: attempt(() => rmSync(first.temporaryPath)),
  rename: attempt(() => renameSync(first.temporaryPath, at('swapped'))),
  renameFolder: attempt(() => renameSync(folder, `${folder}-swapped`)),
};
first.commit(at('a.dmp'), false);
const afterCommit = {
  list: list(),
  content: readFileSync(at('a.dmp'), 'utf8'),
  access: accessOf(at('a.dmp')),
};

const second = files.begin(folder, 'Inherit');
second.write(Buffer.from('newer'));
const over = code(() => second.commit(at('a.dmp'), false));
const kept = readFileSync(at('a.dmp'), 'utf8');
second.commit(at('a.dmp'), true);
const replaced = readFileSync(at('a.dmp'), 'utf8');
second.discard();

const third = files.begin(folder, 'Restricted');
third.write(Buffer.from('never'));
third.discard();
third.discard();
const afterDiscard = list();

const deep = at(`${'d'.repeat(120)}\\${'e'.repeat(120)}`);
mkdirSync(deep, { recursive: true });
const long = files.begin(deep, 'Restricted');
long.commit(path.join(deep, 'long — ü.dmp'), false);
const longList = readdirSync(deep);

writeFileSync(at('.ktriage-99999996-1.partial'), '');
writeFileSync(at(`.ktriage-${process.pid}-999.partial`), '');
const swept = files.sweep(folder).map((file) => path.basename(file));

const result = {
  user: userSid(),
  whilePending,
  afterCommit,
  over,
  kept,
  replaced,
  afterDiscard,
  longList,
  swept,
  freeBytes: files.freeBytes(folder),
  stream: files.attachStream(at('a.dmp'), 'context', Buffer.from('{}')),
  afterStream: list().filter((name) => name.startsWith('a.dmp')),
  folders: {
    good: code(() => files.requireFolder(folder)),
    missing: code(() => files.requireFolder(at('nowhere'))),
    missingBegin: code(() => files.begin(at('nowhere'), 'Restricted')),
    file: code(() => files.requireFolder(at('a.dmp'))),
  },
};
rmSync(folder, { recursive: true });
print(result);
