import { buildAll } from './build-all.ts';

await buildAll();
console.error('build: bin/ktriage, bin/ktriage.exe, bin/koffi.node, bin/KernelTriage');
