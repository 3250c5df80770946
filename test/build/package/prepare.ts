import process from 'node:process';
import { has } from '../../support/equipment.ts';
import { packaged, packagedAndSigned } from './packaged.ts';

/**
 * Makes the packages that tests of packaging look at. `npm test` runs it beside other suites: these tests would wait for it,
 * and for each other. What fails here fails in the tests again, which report it.
 */
try {
  await packaged();
  if (has('osslsigncode')) await packagedAndSigned();
} catch (thrown) {
  console.error(`test: packages: ${String(thrown)}`);
  process.exitCode = 1;
}
