import type { KernelLock, KernelWait, PendingIo } from '../../contract/generated/types.ts';
import { harmless } from '../../contract/harmless.ts';
import { wrapText } from '../../contract/wrap-text.ts';
import { type Column, heading, row } from './columns.ts';
import { clockText } from './threads.ts';

/** A line of a console that is not wider than 80 characters. */
const LINE = 80;
/** Ids that are shown; a person looks at one or two of them. */
const MOST_IDS = 8;

/** A row with several texts below each other in its last column. */
function tallRow(
  columns: readonly Column[],
  values: readonly (string | number | undefined)[],
  texts: string[],
): string {
  const before = columns.slice(0, -1).reduce((sum, { width }) => sum + width + 2, 0);
  const [first = '', ...others] = texts.flatMap((text) => wrapText(harmless(text), LINE - before));
  const indent = ' '.repeat(before);
  return `${[row(columns, [...values, first]), ...others.map((line) => indent + line)].join('\n')}\n`;
}

/** A table that begins anew with each dump. */
function byDump<T extends { readonly path?: string; readonly machine?: string }>(
  columns: readonly Column[],
  draw: (value: T) => string,
): (value: T) => string {
  let shown: string | undefined;
  return (value) => {
    const place = value.path ?? 'live threads';
    const where = value.machine === undefined ? place : `${place} on ${value.machine}`;
    const head =
      where === shown
        ? ''
        : `\n   ${value.path === undefined ? 'Of' : 'Dump:'} ${harmless(where)}\n\n${heading(columns)}\n`;
    shown = where;
    return `${head}${draw(value)}`;
  };
}

const WAITS: readonly Column[] = [
  { title: 'Tid', width: 8, align: 'right' },
  { title: 'WaitTime', width: 12, align: 'right' },
  { title: 'Waiting for', width: 11 },
];

/** What threads wait for, the holder below. An id that is not in the dump gives way to the end of the address. */
export function waitTable(): (wait: KernelWait) => string {
  return byDump<KernelWait>(WAITS, (wait) => {
    const { threadId, objectAddress, waitTimeMs, isWaitTimeDisturbed, waitingFor, heldBy, doing, evidence } =
      wait;
    const time =
      waitTimeMs === undefined ? undefined : `${isWaitTimeDisturbed ? '>' : ''}${clockText(waitTimeMs)}`;
    return tallRow(
      WAITS,
      [threadId ?? `…${objectAddress.slice(-7)}`, time],
      [
        `${waitingFor} [${evidence.toLowerCase()}]`,
        ...(heldBy.length === 0
          ? []
          : [`held by ${heldBy.join(', ')} [${(wait.heldByEvidence ?? 'Guess').toLowerCase()}]`]),
        ...(doing === undefined ? [] : [`in ${doing}`]),
      ],
    );
  });
}

const LOCKS: readonly Column[] = [
  { title: 'Waiters', width: 7, align: 'right' },
  { title: 'Kind', width: 9 },
  { title: 'Lock', width: 4 },
];

function threadsText(
  threads: readonly { readonly threadId?: number; readonly address: string }[],
  count: number,
): string {
  const names = threads.slice(0, MOST_IDS).map(({ threadId, address }) => threadId ?? address);
  const more = count - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Where the offsets of a lock's fields come from: what its owners and counts are worth. */
const LAYOUTS: Readonly<Record<NonNullable<KernelLock['layoutSource']>, string>> = {
  Types: 'layout by types',
  Rule: 'layout by rule',
  DebuggerData: 'layout by the dump',
};

/** Locks with owners and waiters below. */
export function lockTable(): (lock: KernelLock) => string {
  return byDump<KernelLock>(LOCKS, (lock) => {
    const { waiterCount, kind, name, address, heldBy, owners, ownersKnown, waiters, evidence, layoutSource } =
      lock;
    const access = owners[0]?.access === 'Shared' ? 'shared' : 'exclusively';
    const owner = heldBy.length === 0 ? 'owner not in this dump' : `held ${access} by ${heldBy.join(', ')}`;
    const isFree = heldBy.length === 0 && ownersKnown;
    return tallRow(
      LOCKS,
      [waiterCount, kind],
      [
        `${name ?? ''} ${address ?? '(address not in this dump)'} [${evidence.toLowerCase()}; ${LAYOUTS[layoutSource ?? 'Rule']}]`.trim(),
        isFree ? 'not owned' : `${owner}${heldBy.length > 0 && !ownersKnown ? ', and perhaps others' : ''}`,
        ...(waiters.length === 0
          ? []
          : [
              `waited for by ${threadsText(
                waiters.map(({ thread }) => thread),
                waiterCount,
              )}`,
            ]),
      ],
    );
  });
}

const REQUESTS: readonly Column[] = [
  { title: 'Tid', width: 8, align: 'right' },
  { title: 'Irp', width: 18 },
  { title: 'Request', width: 7 },
];

/** Requests with the driver that has each, and the file. */
export function pendingIoTable(): (request: PendingIo) => string {
  return byDump<PendingIo>(REQUESTS, (request) => {
    const { threadId, address, majorFunction, minorFunction, driver, isMarkedPending, fileName, cancelled } =
      request;
    const what = [
      majorFunction ?? 'unknown function',
      ...(minorFunction === undefined ? [] : [minorFunction]),
    ];
    const state = `${isMarkedPending ? ', marked pending' : ''}${cancelled ? ', cancelled' : ''}`;
    return tallRow(
      REQUESTS,
      [threadId, address],
      [
        `${what.join(' ')} [${request.evidence.toLowerCase()}]`,
        `at ${driver ?? 'a driver that is not in this dump'}${state}`,
        ...(fileName === undefined ? [] : [fileName]),
      ],
    );
  });
}
