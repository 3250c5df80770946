import process from 'node:process';
import { privateFileReader } from '../../../../src/machine/windows/rights/private-file.ts';
import { outcome, print } from './print.ts';

/** private-file.ts LARGEST FILE…: the text of each file, or why it is not read. */
const [largest, ...files] = process.argv.slice(2);
const read = privateFileReader();
print(files.map((file) => outcome(() => Buffer.from(read(file, Number(largest))).toString('utf8'))));
