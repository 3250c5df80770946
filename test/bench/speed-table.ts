import { type Figure, isWithinGoal, type Result, type Unit } from './measure.ts';

/** The run that the table comes from. */
export interface RunFacts {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  /** Processes that were ready to run in the minute before the first row, on average. */
  readonly loadBefore: number;
  /** Milliseconds of a loop of fixed length, before the first row and after the last: what the processor gave at that time. */
  readonly loopMs: readonly [before: number, after: number];
  /** Seconds that the whole run took. */
  readonly seconds: number;
}

/** Of the loop by which runs are compared. */
export const LOOP_STEPS = 300_000_000;

const COLUMNS = ['what', 'ours', 'peer or floor', 'ratio', 'goal', 'within'] as const;

const HEAD = `| ${COLUMNS.join(' | ')} |\n| ${COLUMNS.map(() => '---').join(' | ')} |`;

const within = { true: 'yes', false: '**no**', undefined: '' } as const;

const amount = (value: number, unit: Unit) => (unit === 'count' ? `${value}` : `${value} ${unit}`);

const cell = ({ what, value, unit }: Figure) => `${what}: ${amount(value, unit)}`;

const atMost = ({ goal, unit }: Figure) => (goal === undefined ? [] : [`≤ ${amount(goal, unit)}`]);

function cells(result: Result): readonly string[] {
  switch (result.kind) {
    case 'compared':
      return [
        cell(result.ours),
        [result.peer, ...(result.floor ? [result.floor] : [])].map(cell).join('; '),
        result.ratio.toFixed(2),
        `≤ ${result.goal}`,
      ];
    case 'measured':
      return [result.figures.map(cell).join('; '), '', '', result.figures.flatMap(atMost).join('; ')];
    case 'missing':
      return [`not measured: ${result.reason}`, '', '', ''];
  }
}

/** One line of the table. */
export function tableLine(result: Result): string {
  const texts = [result.name, ...cells(result), within[`${isWithinGoal(result)}`]];
  return `| ${texts.map((text) => text.replaceAll('|', '∣')).join(' | ')} |`;
}

export const tableHead = HEAD;

/** The whole of docs/speed.md. */
export function speedDocument(facts: RunFacts, results: readonly Result[]): string {
  const over = results.filter((result) => isWithinGoal(result) === false).map(({ name }) => name);
  const verdict =
    over.length === 0 ? 'Every row is within its goal.' : `Over the goal in this run: ${over.join('; ')}.`;
  return `# Speed, as measured

\`npm run bench -- --write\` writes this file. Each row is measured in one run; a ratio is the first printed value divided by the second, and
compares within the run. Absolute times depend more on the machine than on the program. What runs in a process of its own is
bundled, as it is shipped. The kernel is simulated: time inside of the calls of Windows is not measured here.

- Date: ${facts.date}
- Machine: ${facts.machine}
- Node: ${facts.node}
- Load before the run: ${facts.loadBefore}
- A loop of ${LOOP_STEPS} steps in Node alone: ${facts.loopMs[0]} ms before the run, ${facts.loopMs[1]} ms after it. Where another run gives another value, its times
  are of a faster or slower processor.
- Duration of the run: ${facts.seconds} s

${verdict}

${HEAD}
${results.map(tableLine).join('\n')}
`;
}
