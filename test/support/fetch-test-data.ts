import process from 'node:process';
import { provideTestData, TEST_FILES, testDataFolder } from './test-data.ts';

/** `npm run testdata`: fetches the real files that tests compare with, checks their hashes, and shows where they are. */
const problems = await provideTestData();
for (const problem of problems) console.error(`testdata: ${problem}`);
console.log(
  `testdata: ${TEST_FILES.length - problems.length} of ${TEST_FILES.length} in ${testDataFolder()}`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
