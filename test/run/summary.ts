/** The closing lines of `npm test`: the counts of each judge that is not this project's own code, and of the whole run. */

/** The parts of vitest's JSON report that are counted. */
export interface Report {
  readonly testResults: ReadonlyArray<{
    /** The test file, by its full path. */
    readonly name: string;
    readonly status: string;
    /** Why a file failed before it ran a test. */
    readonly message?: string;
    readonly assertionResults: ReadonlyArray<{
      readonly status: string;
      readonly title?: string;
      readonly failureMessages?: readonly string[];
    }>;
  }>;
}

export interface FailedTest {
  /** Its path in the repository. */
  readonly file: string;
  readonly title: string;
  readonly message: string;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Judge extends Counts {
  readonly name: string;
  readonly failures?: readonly FailedTest[];
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NONE,
  );

/** A file that fails before it runs a test counts as one failure. */
function countsOf({ status, assertionResults }: Report['testResults'][number]): Counts {
  const of = (...states: readonly string[]) =>
    assertionResults.filter((result) => states.includes(result.status)).length;
  const failed = of('failed');
  return {
    passed: of('passed'),
    failed: failed === 0 && status === 'failed' ? 1 : failed,
    skipped: of('pending', 'skipped', 'todo', 'disabled'),
  };
}

/** @param inRepository the path of a test file in the repository */
export function vitestFailures(report: Report, inRepository: (file: string) => string): FailedTest[] {
  return report.testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = inRepository(name);
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0 && status === 'failed')
      return [{ file, title: 'the file did not run to its end', message }];
    return failed.map(({ title = '', failureMessages = [] }) => ({
      file,
      title,
      message: failureMessages[0] ?? '',
    }));
  });
}

/** Judges whose suites run in vitest, by a mark in the text of a test file or by its folder. */
const JUDGES: ReadonlyArray<{ readonly name: string; readonly mark: RegExp }> = [
  { name: "Microsoft's debugger engine, under Wine", mark: /^test\/debugger-engine\// },
  { name: 'clang, lld and LLVM', mark: /describeWith\(\s*\[[^\]]*'(?:clang|llvm)'/ },
  { name: "Wine's RtlVirtualUnwind", mark: /\/oracle\/trace\.ts'/ },
  { name: 'the mingw-w64 compiler, for structure layouts', mark: /\bmeasureLayouts\(/ },
  { name: 'the stand-in for the Windows kernel, under Wine', mark: /^test\/windows-stand-in\// },
  { name: 'files of a real Windows', mark: /describeWith\(\s*\[[^\]]*'shared-data'/ },
];

/** @param textOf the text of a test file, after its path in the repository and a line end */
export function vitestJudges(report: Report, textOf: (file: string) => string): Judge[] {
  const files = report.testResults.map((result) => ({ text: textOf(result.name), counts: countsOf(result) }));
  return JUDGES.flatMap(({ name, mark }) => {
    const counts = sum(files.filter(({ text }) => mark.test(text)).map((file) => file.counts));
    return counts.passed + counts.failed + counts.skipped === 0 ? [] : [{ name, ...counts }];
  });
}

const spelled = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

export interface Summary {
  readonly report: Report | undefined;
  /** Runs of Pester; the counts of vitest hold none of them. */
  readonly pester: readonly Judge[];
  readonly vitest: readonly Judge[];
  /** What was recognised as a failure of Wine itself, a line each; the tests ran again. */
  readonly wineFailures: readonly string[];
  /** Of vitest; those of Pester come with its judges. */
  readonly failures: readonly FailedTest[];
}

/** The last 100 lines of a log must hold them all. */
const MOST_FAILURES = 30;
const LONGEST_MESSAGE = 200;

/** Two lines for each test: what failed, and the first line of why. */
function failureLines(failures: readonly FailedTest[]): string[] {
  if (failures.length === 0) return [];
  const more = failures.length - MOST_FAILURES;
  return [
    'Failed:',
    ...failures.slice(0, MOST_FAILURES).flatMap(({ file, title, message }) => {
      const why = (message.trim().split('\n', 1)[0] ?? '').slice(0, LONGEST_MESSAGE);
      return [`  ${file}: ${title.replace(/\s+/g, ' ')}`, ...(why === '' ? [] : [`    ${why}`])];
    }),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** The last line has the counts of all tests, and the lines before it name those that failed. */
export function closingLines({ report, pester, vitest, wineFailures, failures }: Summary): string[] {
  const judges = [...pester, ...vitest];
  const width = Math.max(...judges.map(({ name }) => name.length), 0);
  return [
    ...(judges.length === 0 ? [] : ['Judged by (a suite may have several judges):']),
    ...judges.map((judge) => `  ${judge.name.padEnd(width)}  ${spelled(judge)}`),
    ...(wineFailures.length === 0
      ? []
      : [`Wine failed ${wineFailures.length} times, and these tests ran again:`]),
    ...wineFailures.map((line) => `  ${line}`),
    ...failureLines([...pester.flatMap((judge) => judge.failures ?? []), ...failures]),
    spelled(sum([...pester, ...(report?.testResults ?? []).map(countsOf)])),
  ];
}
