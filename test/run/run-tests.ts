import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildAll } from '../../src/build/build-all.ts';
import { cache, root, runTool } from '../../src/build/tools.ts';
import { pesterJudges } from '../support/pester-judges.ts';
import { provideTestEquipment } from './provide-equipment.ts';
import { closingLines, type Report, vitestFailures, vitestJudges } from './summary.ts';

const reportFile = path.join(cache, 'test-report.json');
const wineFailures = path.join(cache, 'wine-failures');
process.env['KTRIAGE_WINE_FAILURES'] = wineFailures;

/** Arguments are test files and options of vitest. Files of Pester run in Pester, the rest in vitest; without any, all run. */
const args = process.argv.slice(2);
const isPester = (name: string) =>
  name.endsWith('.Tests.ps1') || /(^|[\\/])test[\\/]powershell[\\/]?$/.test(name);
const pesterFiles = args.filter(isPester);
const vitestArgs = args.filter((name) => !isPester(name));

function readReport(): Report | undefined {
  return existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report) : undefined;
}

const inRepository = (file: string) => path.relative(root, file).split(path.sep).join('/');
const textOf = (file: string) =>
  `${inRepository(file)}\n${existsSync(file) ? readFileSync(file, 'utf8') : ''}`;

provideTestEquipment();
/** Suites over real files are skipped by name where these cannot be had. */
const hasTestData = runTool('node', [path.join(root, 'test', 'support', 'fetch-test-data.ts')]) === 0;
await buildAll();
mkdirSync(cache, { recursive: true });
for (const file of [reportFile, wineFailures]) rmSync(file, { force: true });

const pester = args.length === 0 || pesterFiles.length > 0 ? await pesterJudges(pesterFiles) : [];
const status =
  pesterFiles.length > 0 && vitestArgs.length === 0
    ? 0
    : runTool('vitest', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
        ...vitestArgs,
      ]);

const report = readReport();
const lines = closingLines({
  report,
  pester,
  vitest: report === undefined ? [] : vitestJudges(report, textOf),
  failures: report === undefined ? [] : vitestFailures(report, inRepository),
  wineFailures: existsSync(wineFailures) ? readFileSync(wineFailures, 'utf8').trim().split('\n') : [],
});
console.log(lines.join('\n'));
if (!hasTestData) {
  console.log(
    'This run is partial: suites that compare with real files were skipped. See `npm run testdata`.',
  );
}
process.exitCode = status !== 0 || pester.some(({ failed }) => failed > 0) ? status || 1 : 0;
