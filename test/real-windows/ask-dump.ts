import { writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Output } from '../../src/contract/output.ts';
import { explainEach } from '../../src/reading/sources/explain-dumps.ts';
import { answersOf, type DumpAnswers } from './dump-questions.ts';

/** `node ask-dump.ts DUMP REPORT.json [SYMBOLPATH]`: the answers of one dump to the questions of dump-questions.ts, and what kept them short. */
const [dump, report, symbolPath] = process.argv.slice(2);
if (dump === undefined || report === undefined) {
  console.error('usage: ask-dump.ts DUMP REPORT.json [SYMBOLPATH]');
  process.exit(2);
}

const problems: string[] = [];
const output: Output = {
  record: async () => undefined,
  progress: () => undefined,
  warning: (message) => void problems.push(message),
  error: ({ code }) => void problems.push(code),
  incomplete: (code) => void problems.push(code),
  answer: () => undefined,
  end: async () => 0,
};

let answers: DumpAnswers | undefined;
await explainEach(
  { paths: [dump], ...(symbolPath !== undefined && { symbolPath }) },
  {
    output,
    signal: new AbortController().signal,
    machine: async () => {
      throw new RangeError('a dump is no machine');
    },
  },
  'ask',
  async ({ view, facts }) => {
    answers = answersOf(view, facts);
  },
);
writeFileSync(report, JSON.stringify({ answers, problems: [...new Set(problems)] }, undefined, 2));
process.exit(answers === undefined ? 1 : 0);
