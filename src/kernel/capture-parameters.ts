import { formatAddress } from '../binary/address.ts';
import { isClientId, isObjectAddress } from './guards.ts';

/**
 * The four bug check parameters of a capture identify the threads that it holds: the first four thread objects, or process id,
 * batch and two thread objects. Nothing in the file states which, so the values themselves decide: an address of a thread
 * that the dump holds is no coincidence.
 */
export function captureMeaning(
  parameters: readonly bigint[],
  threads: ReadonlySet<bigint>,
): string | undefined {
  const [first = 0n, second = 0n, ...rest] = parameters;
  if (isObjectAddress(first)) return threadsText([first, second, ...rest], threads);
  const named = threadsText(rest, threads);
  return named !== undefined && isClientId(first) && first > 0n
    ? `process ${first}, batch ${second}, ${named}`
    : undefined;
}

function threadsText(values: readonly bigint[], threads: ReadonlySet<bigint>): string | undefined {
  const given = values.filter((value) => value !== 0n);
  if (!given.some((value) => threads.has(value))) return undefined;
  const texts = given.map(
    (value) => `${formatAddress(value)}${threads.has(value) ? '' : ' (not in this dump)'}`,
  );
  return `thread ${texts.length === 1 ? 'object' : 'objects'} ${texts.join(', ')}`;
}
