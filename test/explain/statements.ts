import type { KernelFacts } from '../../src/explain/model.ts';

/**
 * The claims of facts as lines of text, so that two sets can be compared. A line names its subject, what is said of it, and the
 * value; wording is left out.
 */

const hex = (address: bigint | undefined) => (address === undefined ? '-' : address.toString(16));

/** Every statement of class Memory. */
export function memoryStatements({ waits, locks, requests }: KernelFacts): Set<string> {
  const lines: string[] = [];
  for (const wait of waits) {
    const subject = `thread ${hex(wait.thread.address)}`;
    if (wait.evidence.class === 'Memory') lines.push(`${subject} waits`);
    for (const object of wait.objects) {
      if (object.evidence.class === 'Memory')
        lines.push(`${subject} for ${hex(object.address)}: ${object.kind}`);
      if (object.target?.evidence.class === 'Memory')
        lines.push(
          `${subject} until ${hex(object.target.thread?.address ?? object.target.process?.address)}`,
        );
      for (const [name, value] of Object.entries(object.queue ?? {}))
        if (typeof value === 'number' || typeof value === 'boolean')
          lines.push(`queue ${hex(object.queue?.address)} ${name} ${value}`);
    }
  }
  for (const lock of locks) {
    const subject = `lock ${hex(lock.address)}`;
    if (lock.address !== undefined && lock.evidence.class === 'Memory')
      lines.push(`${subject}: ${lock.kind}`);
    for (const owner of lock.owners)
      if (owner.evidence.class === 'Memory')
        lines.push(
          `${subject} owner ${hex(owner.thread?.address ?? owner.pointer)} ${owner.access} ${owner.count}`,
        );
    for (const waiter of lock.waiters)
      if (waiter.evidence.class === 'Memory') lines.push(`${lock.kind} waiter ${hex(waiter.thread.address)}`);
    if (lock.exclusiveWaiterCount !== undefined)
      lines.push(
        `${subject} counts ${lock.exclusiveWaiterCount} ${lock.sharedWaiterCount} ${lock.contentionCount}`,
      );
  }
  for (const request of requests) {
    const subject = `request ${hex(request.address)}`;
    lines.push(`${subject} of ${hex(request.thread?.address)} at ${request.currentLocation}`);
    if (request.majorFunction !== undefined)
      lines.push(`${subject} ${request.majorFunction} ${request.minorFunction}`);
    const { holder, file } = request;
    if (holder) lines.push(`${subject} at device ${hex(holder.device)} pending ${holder.markedPending}`);
    if (holder?.driver?.evidence.class === 'Memory') lines.push(`${subject} at driver ${holder.driver.name}`);
    if (file?.name?.evidence.class === 'Memory' && !file.name.isCut)
      lines.push(`${subject} file ${file.name.kind} ${file.name.text}`);
  }
  return new Set(lines);
}

/** What each awaited object is said to be, by thread and object. */
export function kindsOf({ waits }: KernelFacts): Map<string, string> {
  return new Map(
    waits.flatMap(({ thread, objects }) =>
      objects.map(({ address, kind }) => [`${hex(thread.address)} ${hex(address)}`, kind] as const),
    ),
  );
}
