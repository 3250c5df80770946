import process from 'node:process';
import { openPdbFile } from '../../src/symbols/pdb/pdb-file.ts';

/** One look-up in a fresh process, for the comparison with tools that do the same. */
const [file = '', rva = ''] = process.argv.slice(2);
const symbol = openPdbFile(file).nearest(Number(rva));
if (symbol === undefined) process.exitCode = 1;
else process.stdout.write(`${symbol.name}\n`);
