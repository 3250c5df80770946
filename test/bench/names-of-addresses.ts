import process from 'node:process';
import { filePool } from '../../src/symbols/file-pool.ts';
import { moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';

/** Names of addresses in a fresh process, for the comparison with a tool that does the same. Without a name the program fails. */
const [file = '', ...addresses] = process.argv.slice(2);
const symbols = moduleSymbols({ pdb: openPdb(filePool().open(file)) });
const names = addresses.map((rva) => symbols.nameOf(Number(rva), 'instruction')?.name);
if (names.includes(undefined)) process.exitCode = 1;
process.stdout.write(`${names.join('\n')}\n`);
