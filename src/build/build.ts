import { buildExecutables } from './executables.ts';

await buildExecutables();
console.error('build: bin/ktriage, bin/ktriage.exe, bin/koffi.node');
