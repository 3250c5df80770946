import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { filePool } from '../../src/symbols/file-pool.ts';
import { moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';

// Prints as a JSON list how many milliseconds it takes to find out that a PDB does not have a name: the first time, and each later one.
const [file = '', count = '0'] = process.argv.slice(2);
const pool = filePool();
const symbols = moduleSymbols({ pdb: openPdb(pool.open(file)) });
const times = Array.from({ length: Number(count) }, (_, index) => {
  const begun = performance.now();
  if (symbols.find(`NoSuchFunction${index}`).length > 0) throw new RangeError('the name is known');
  return performance.now() - begun;
});
pool.clear();
console.log(JSON.stringify(times));
