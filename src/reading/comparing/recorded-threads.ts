import { Failure } from '../../contract/failure.ts';
import type {
  ExportRecord,
  ExportSource,
  ExportThread,
  KernelStack,
  StackGroup,
  WaitChain,
} from '../../contract/generated/types.ts';
import { validateKernelStack } from '../../contract/generated/validators/kernel-stack.js';
import { validateWaitChain } from '../../contract/generated/validators/wait-chain.js';
import { groupWaits } from '../records/stack-wait.ts';

/** What records of earlier answers give an export. */
export interface RecordedThreads {
  readonly sources: readonly ExportSource[];
  readonly threads: readonly ExportThread[];
  readonly chains: readonly WaitChain[];
}

/** Objects within each other in a record; the schemas have five. */
const DEEPEST = 32;

/**
 * Keys as the schemas spell them; PowerShell has them with a capital. An absent value may come as null. What is deeper than any record
 * is left out, so that the record does not fit its schema.
 */
function camelCaseKeys(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((each) => camelCaseKeys(each, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([key, each]) => [key.slice(0, 1).toLowerCase() + key.slice(1), camelCaseKeys(each, depth + 1)]),
  );
}

function invalid(number: number, type: string, message = 'it does not fit the schema'): Failure {
  return new Failure('InvalidRequest', `Record ${number} is no ${type}: ${message}`, { target: 'records' });
}

/**
 * Threads and causes out of records that were read before, on this computer or another.
 * @param firstSource the index that their first source gets
 * @throws Failure InvalidRequest for a record that does not fit its schema
 */
export function recordedThreads(records: readonly ExportRecord[], firstSource: number): RecordedThreads {
  const sources = new Map<string, { readonly index: number; readonly source: ExportSource }>();
  const threads: ExportThread[] = [];
  const chains: WaitChain[] = [];
  const sourceOf = ({ path, machine, simulated }: KernelStack): number => {
    const key = JSON.stringify([path, machine]);
    const known = sources.get(key);
    if (known !== undefined) return known.index;
    const source: ExportSource = {
      ...(path !== undefined && { path }),
      ...(machine !== undefined && { machine }),
      ...(simulated !== undefined && { simulated }),
      symbols: [],
    };
    const made = { index: firstSource + sources.size, source };
    sources.set(key, made);
    return made.index;
  };
  records.forEach(({ type, value }, index) => {
    const record = camelCaseKeys(value);
    if (type === 'WaitChain') {
      if (!validateWaitChain(record)) throw invalid(index + 1, type, validateWaitChain.errors?.[0]?.message);
      chains.push(record);
      return;
    }
    if (!validateKernelStack(record))
      throw invalid(index + 1, type, validateKernelStack.errors?.[0]?.message);
    threads.push({ source: sourceOf(record), stack: record, requests: [] });
  });
  return { sources: [...sources.values()].map(({ source }) => source), threads, chains };
}

/** The groups of equal stacks of records, by the rule of `stacks --group-by Symbol`, the largest first. */
export function groupRecordedStacks(stacks: readonly KernelStack[]): StackGroup[] {
  const members = new Map<string, [KernelStack, ...KernelStack[]]>();
  for (const stack of stacks) {
    const key = stack.key ?? stack.stack.join('\n');
    const known = members.get(key);
    if (known) known.push(stack);
    else members.set(key, [stack]);
  }
  return [...members]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, group]): StackGroup => {
      const [first] = group;
      const own = first.frames.filter(({ isCapture }) => isCapture !== true);
      const frames = own.map(({ module, text, foundBy }) => ({
        ...(module !== undefined && { module }),
        text,
        isGuess: foundBy === 'Scan',
      }));
      const waits = group.filter(({ waitingFor }) => waitingFor !== undefined);
      return {
        count: group.length,
        ...(group.some(({ simulated }) => simulated === true) && { simulated: true }),
        ...groupWaits(group.length, waits, frames),
        threads: group.map(({ path, processId, processName, threadId, objectAddress }) => ({
          ...(path !== undefined && { path }),
          ...(processId !== undefined && { processId }),
          ...(processName !== undefined && { processName }),
          ...(threadId !== undefined && { threadId }),
          objectAddress,
        })),
        // A stack without frames has a reason.
        stack: first.stack.length === 0 ? [key] : first.stack,
      };
    });
}
