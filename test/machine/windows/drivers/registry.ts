import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { print } from './print.ts';

const KEY = 'SOFTWARE\\ktriage-test\\Some Key/With Slash';
const registry = createWindowsMachine().registry?.();
const before = registry?.read(KEY, 'Number');
registry?.write(KEY, 'Number', 'dword', 0xfffffffe);
registry?.write(KEY, 'Text', 'string', '\\??\\D:\\dümps €');
registry?.write(KEY, 'Path', 'expandString', '%SystemRoot%\\MEMORY.DMP');
print({
  ...(before === undefined ? {} : { before }),
  foreign: registry?.read('SOFTWARE\\ktriage-test', 'Foreign'),
  binary: registry?.read('SOFTWARE\\ktriage-test', 'Binary') ?? 'none',
  number: registry?.read(KEY, 'Number'),
  text: registry?.read(KEY, 'Text'),
  path: registry?.read(KEY, 'Path'),
});
