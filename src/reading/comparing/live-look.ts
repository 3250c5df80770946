import type { Departed } from '../../compare/observation.ts';
import { Failure } from '../../contract/failure.ts';
import type { CompareRequest, ThreadReference } from '../../contract/generated/types.ts';
import type { Machine } from '../../machine/port.ts';
import type { ReadingContext } from '../sources/context.ts';
import { explainEach } from '../sources/explain-dumps.ts';
import type { Collection, Look } from './collect-looks.ts';

/** The live threads of a look, and those that are not there any more. */
function liveThreads(machine: Machine, { observations, lastMs }: Look) {
  const threadsOf = new Map(
    machine
      .processes()
      .map(({ processId, threads }) => [
        processId,
        new Map(threads.map((thread) => [thread.threadId, thread])),
      ]),
  );
  const present: ThreadReference[] = [];
  const departed: Departed[] = [];
  const known = new Set<string>();
  const watched = new Set<number>();
  for (const { processId, threadId, createTimeRaw } of observations) {
    if (processId === undefined || threadId === undefined) continue;
    watched.add(processId);
    known.add(`${processId}:${threadId}`);
    const found = threadsOf.get(processId)?.get(threadId);
    if (found === undefined) departed.push({ processId, threadId, reason: 'It has exited.' });
    else if (createTimeRaw !== undefined && found.createTime.toString() !== createTimeRaw)
      departed.push({ processId, threadId, reason: 'Its id belongs to a later thread now.' });
    else present.push({ processId, threadId, createTimeRaw: found.createTime.toString() });
  }
  // Threads of the same processes that began since.
  const since = BigInt(Number.isFinite(lastMs) ? Math.round(lastMs) : 0) * 10_000n + 116_444_736_000_000_000n;
  for (const processId of watched) {
    for (const { threadId, createTime } of threadsOf.get(processId)?.values() ?? []) {
      if (Number.isFinite(lastMs) && createTime > since && !known.has(`${processId}:${threadId}`))
        present.push({ processId, threadId, createTimeRaw: createTime.toString() });
    }
  }
  return { present, departed };
}

/** What of the request is about reading, whatever is read. */
export function readingOf(request: CompareRequest) {
  const { reference: _reference, difference: _difference, ...rest } = request;
  return rest;
}

/**
 * Looks now at the live threads of the reference.
 * @throws Failure NotComparable when the reference is not of one machine and its present start, and as reading live threads does
 */
export async function lookNow(
  request: CompareRequest,
  context: ReadingContext,
  dumps: Collection,
): Promise<void> {
  const [boot, ...others] = dumps.boots;
  if (boot === undefined) return;
  if (others.length > 0)
    throw new Failure(
      'NotComparable',
      'The reference is of several machines or starts of Windows; a live look is at one.',
      {
        target: others[0]?.reference.paths[0] ?? 'reference',
      },
    );
  const name = request.machine ?? boot.machine;
  const machine = await context.machine(name);
  const { present, departed } = liveThreads(machine, boot.reference);
  for (const each of departed) boot.difference.departed.push(each);
  const rest = readingOf(request);
  const now = Date.now();
  if (present.length > 0)
    await explainEach(
      { ...rest, threads: present, ...(name !== undefined && { machine: name }) },
      context,
      'compare',
      async (explained) => dumps.add('difference', explained, now),
    );
  if (dumps.boots.length > 1)
    throw new Failure(
      'NotComparable',
      'Windows was started again since the reference, or the reference is of another machine.',
      {
        target: boot.reference.paths[0] ?? 'reference',
      },
    );
}
