/** The closing lines of `npm test`: the counts of each judge that is not this project's own code, and of the whole run. */

/** The parts of vitest's JSON report that are counted. */
export interface Report {
  readonly testResults: ReadonlyArray<{
    /** The test file, by its full path. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: ReadonlyArray<{ readonly status: string }>;
  }>;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Judge extends Counts {
  readonly name: string;
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
}

/** The last line has the counts of all tests. */
export function closingLines({ report, pester, vitest, wineFailures }: Summary): string[] {
  const judges = [...pester, ...vitest];
  const width = Math.max(...judges.map(({ name }) => name.length), 0);
  return [
    ...(judges.length === 0 ? [] : ['Judged by (a suite may have several judges):']),
    ...judges.map((judge) => `  ${judge.name.padEnd(width)}  ${spelled(judge)}`),
    ...(wineFailures.length === 0
      ? []
      : [`Wine failed ${wineFailures.length} times, and these tests ran again:`]),
    ...wineFailures.map((line) => `  ${line}`),
    spelled(sum([...pester, ...(report?.testResults ?? []).map(countsOf)])),
  ];
}
