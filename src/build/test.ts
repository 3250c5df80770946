import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildAll } from './build-all.ts';
import { provideTestEquipment } from './test-equipment.ts';
import { cache, root, runTool } from './tools.ts';

/** The part of vitest's JSON report that the closing line needs. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const reportFile = path.join(cache, 'test-report.json');

/** Tests, and files that failed before they could run a test, in one line that a reader can count. */
function closingLine(report: Report): string {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
  return `${report.numPassedTests} passed, ${report.numFailedTests + broken} failed${skipped}`;
}

provideTestEquipment();
/** Suites over real files are skipped by name where these cannot be had. */
const hasTestData = runTool('node', [path.join(root, 'test', 'support', 'fetch-test-data.ts')]) === 0;
await buildAll();
mkdirSync(cache, { recursive: true });
rmSync(reportFile, { force: true });
const status = runTool('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
]);
console.log(closingLine(JSON.parse(readFileSync(reportFile, 'utf8')) as Report));
if (!hasTestData) {
  console.log(
    'This run is partial: suites that compare with real files were skipped. See `npm run testdata`.',
  );
}
process.exitCode = status;
