import process from 'node:process';
import { Failure } from '../../src/contract/failure.ts';
import type { Message } from '../../src/contract/generated/types.ts';
import { OBEYED_CHARACTERS } from '../../src/contract/harmless.ts';
import { contractViolations } from '../support/contract.ts';

/** What one run of a target came to. */
export interface Verdict {
  /** Empty when the reader kept its promises. */
  readonly problems: readonly string[];
  /** What is new about the run for the choice of the next ones: failures, findings and warnings without their numbers. */
  readonly features: readonly string[];
}

/** Processor time that a run may take: most take some milliseconds. */
const FREE_MS = 1500;
const MS_PER_BYTE = 0.002;
const FREE_BYTES = 192 * 1024 * 1024;
const BYTES_PER_BYTE = 16;

const obeyed = new RegExp(OBEYED_CHARACTERS);
const withoutNumbers = (text: string) => text.replace(/0x[0-9a-f]+|\d+|'[^']*'/gi, '#').slice(0, 120);

/** Numbers that are not exact, or not numbers at all, anywhere in a value. */
function inexact(value: unknown, place = ''): string[] {
  if (typeof value === 'number') {
    const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return isExact ? [] : [`${place} is ${value}`];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => inexact(each, `${place}.${name}`));
}

function judgeMessages(messages: readonly Message[]): Verdict {
  const problems = contractViolations(messages).map((text) => `contract: ${text}`);
  const features: string[] = [];
  for (const message of messages) {
    problems.push(...inexact(message));
    if (message.kind === 'error') {
      features.push(`${message.code} ${withoutNumbers(message.message)}`);
      if (message.code === 'Internal') problems.push(`Internal: ${message.message}`);
      if (obeyed.test(message.message)) problems.push(`a message that a terminal obeys: ${message.message}`);
    } else if (message.kind === 'warning') {
      features.push(withoutNumbers(message.message));
      if (obeyed.test(message.message)) problems.push(`a warning that a terminal obeys: ${message.message}`);
    } else if (message.kind === 'record') {
      const { findings = [], end } = message.value as { findings?: { message: string }[]; end?: string };
      features.push(`${message.type} ${end ?? ''}`, ...findings.map((each) => withoutNumbers(each.message)));
    }
  }
  return { problems: problems.slice(0, 5), features };
}

const isMessages = (value: unknown): value is Message[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  typeof value[0] === 'object' &&
  value[0] !== null &&
  'kind' in value[0];

function judgeThrown(thrown: unknown): Verdict {
  if (thrown instanceof Failure && thrown.code !== 'Internal')
    return { problems: [], features: [`${thrown.code} ${withoutNumbers(thrown.message)}`] };
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { problems: [`threw ${text.split('\n').slice(0, 4).join(' | ')}`], features: [] };
}

/** Runs a reader over a file and judges what it gave, what it threw, and what it cost. */
export async function judge(fileBytes: number, run: () => unknown): Promise<Verdict> {
  const cpu = process.cpuUsage();
  const memory = process.memoryUsage();
  let verdict: Verdict;
  try {
    const value = await run();
    verdict = isMessages(value)
      ? judgeMessages(value)
      : { problems: inexact(value), features: Array.isArray(value) ? value.map(String) : [] };
  } catch (thrown) {
    verdict = judgeThrown(thrown);
  }
  const { user, system } = process.cpuUsage(cpu);
  const ms = (user + system) / 1000;
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.arrayBuffers - memory.heapUsed - memory.arrayBuffers;
  const costs = [
    ...(ms > FREE_MS + fileBytes * MS_PER_BYTE ? [`took ${Math.round(ms)} ms for ${fileBytes} bytes`] : []),
    ...(grown > FREE_BYTES + fileBytes * BYTES_PER_BYTE
      ? [`took ${grown} bytes of memory for ${fileBytes}`]
      : []),
  ];
  return { ...verdict, problems: [...verdict.problems, ...costs] };
}
