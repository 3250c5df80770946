import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildAll } from '../../src/build/build-all.ts';
import { cache, root, runTool } from '../../src/build/tools.ts';
import { pesterHere, pesterUnderWine } from '../support/pester-judges.ts';
import { shared } from './lanes.ts';
import { provideTestEquipment } from './provide-equipment.ts';
import { closingLines, type Judge, type Report, vitestFailures, vitestJudges } from './summary.ts';

const wineFailures = path.join(cache, 'wine-failures');
process.env['KTRIAGE_WINE_FAILURES'] = wineFailures;

/** Arguments are test files and options of vitest. Files of Pester run in Pester, the rest in vitest; without any, all run. */
const args = process.argv.slice(2);
const isPester = (name: string) =>
  name.endsWith('.Tests.ps1') || /(^|[\\/])test[\\/]powershell[\\/]?$/.test(name);
const pesterFiles = args.filter(isPester);
const vitestArgs = args.filter((name) => !isPester(name));

/** Runs vitest, whose output is shown. @param name of the report in `.cache` */
async function runVitest(
  name: string,
  vitestArguments: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const file = path.join(cache, `test-report-${name}.json`);
  rmSync(file, { force: true });
  const tool = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = spawn(process.execPath, [tool, 'run', ...reporters, ...vitestArguments], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  const { testResults }: Report = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { testResults: [] };
  if (status === 0 || testResults.some((result) => result.status === 'failed')) return { testResults };
  // Without a failed test the reason is in the output above: an error outside of tests, no file of that name.
  const message = `vitest ended with ${status ?? 'nothing'}`;
  const itself = {
    ...{ name: path.join(root, `vitest (${name})`), status: 'failed', message },
    assertionResults: [],
  };
  return { testResults: [...testResults, itself] };
}

interface Runs {
  readonly pester: readonly Judge[];
  readonly vitest: readonly Report[];
}

/** Runs a script beside everything else, by its path from the folder of the tests. Its failure shows where what it makes is needed. */
async function runBeside(...script: readonly string[]): Promise<void> {
  const file = path.join(root, 'test', ...script);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    cwd: root,
    stdio: 'inherit',
  });
  await once(child, 'exit');
}

/** Writes how long a piece of the run took, by which the lanes are kept even. */
async function timed<T>(piece: string, work: Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work;
  } finally {
    console.log(`test: ${piece} took ${Math.round((performance.now() - start) / 1000)} s`);
  }
}

const SHARDS = 6;

/**
 * The suites of vitest without Wine, in parts that take about a minute each. Those that build and pack executables come first, so that
 * no lane ends late with them.
 */
const parts: ReadonlyArray<readonly string[]> = [
  ['--project=build'],
  ...Array.from({ length: SHARDS }, (_, index) => [
    '--project=here',
    '--project=apart',
    `--shard=${index + 1}/${SHARDS}`,
  ]),
];

/**
 * All tests, for two cores. Three lanes, because each of them waits now and then: for a session of ssh, for Wine, for a time limit. What runs
 * in Wine's one session is one lane, Pester on this system another; the third takes the parts of the other suites, one by one,
 * and so does each of the two when it is through.
 */
async function runAll(): Promise<Runs> {
  const take = shared(parts);
  const reports: Report[] = [];
  const inParts = async () => {
    for (let part = take(); part !== undefined; part = take()) {
      const variables = { KTRIAGE_TEST_WORKERS: '1' };
      const run = runVitest(`part-${part.number}`, part.value, variables);
      reports.push(await timed(part.value.join(' '), run));
    }
  };
  const inWine = async () => {
    await equipped;
    const underWine = await timed('Pester under Wine', pesterUnderWine([]));
    const sessions = runVitest('windows', ['--project=windows', '--project=wine']);
    reports.push(await timed('the other suites under Wine', sessions));
    return underWine;
  };
  const afterwards = async <T>(first: Promise<T>): Promise<T> => {
    const result = await first;
    await inParts();
    return result;
  };
  const inPester = async () => {
    await equipped;
    return timed('Pester', pesterHere([], 1));
  };
  const [here, underWine] = await Promise.all([
    afterwards(inPester()),
    afterwards(inWine()),
    afterwards(timed('making packages', runBeside('build', 'package', 'prepare.ts'))),
  ]);
  return { pester: [here, ...underWine], vitest: reports };
}

async function runChosen(): Promise<Runs> {
  const isWhole = pesterFiles.some((name) => !name.endsWith('.ps1'));
  const pester =
    pesterFiles.length === 0
      ? []
      : [
          await pesterHere(pesterFiles, isWhole || pesterFiles.length > 1 ? 2 : 1),
          ...(await pesterUnderWine(pesterFiles)),
        ];
  const needsVitest = vitestArgs.length > 0 || pesterFiles.length === 0;
  return { pester, vitest: needsVitest ? [await runVitest('chosen', vitestArgs)] : [] };
}

const inRepository = (file: string) => path.relative(root, file).split(path.sep).join('/');
const textOf = (file: string) =>
  `${inRepository(file)}\n${existsSync(file) ? readFileSync(file, 'utf8') : ''}`;

/** On a new machine PowerShell takes a while to come, as the packages of the system do. The lanes that need it wait for it. */
const equipped = args.length === 0 ? runBeside('run', 'prepare-powershell.ts') : Promise.resolve();
/** The executables need none of the equipment, for which this process waits. */
const built = runBeside('..', 'src', 'build', 'build.ts');
provideTestEquipment();
/** Suites over real files are skipped by name where these cannot be had. */
const hasTestData = runTool('node', [path.join(root, 'test', 'support', 'fetch-test-data.ts')]) === 0;
await built;
// What was built beside is up to date; what could not be built fails here.
await buildAll();
mkdirSync(cache, { recursive: true });
rmSync(wineFailures, { force: true });

const { pester, vitest } = args.length === 0 ? await runAll() : await runChosen();
const report = { testResults: vitest.flatMap(({ testResults }) => testResults) };
const lines = closingLines({
  ...{ report, pester },
  vitest: vitestJudges(report, textOf),
  failures: vitestFailures(report, inRepository),
  wineFailures: existsSync(wineFailures) ? readFileSync(wineFailures, 'utf8').trim().split('\n') : [],
});
console.log(lines.join('\n'));
if (!hasTestData) {
  console.log(
    'This run is partial: suites that compare with real files were skipped. See `npm run testdata`.',
  );
}
const isBad = [
  ...report.testResults.map(({ status }) => status === 'failed'),
  ...pester.map(({ failed }) => failed > 0),
].includes(true);
process.exitCode = isBad ? 1 : 0;
