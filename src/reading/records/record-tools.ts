import { formatAddress } from '../../binary/address.ts';
import type { DumpThread } from '../../contract/generated/types.ts';
import type { OpenedDumpFile } from '../sources/opened-dump.ts';
import type { StackSource } from '../sources/stack-sources.ts';

/** What every record from a dump has of the dump. */
export type Where = Pick<DumpThread, 'path' | 'simulated'>;

export function whereOf({ path, simulatedMachine }: OpenedDumpFile): Where {
  return { path, ...(simulatedMachine === undefined ? {} : { simulated: true }) };
}

/** The optional address fields of a record: absent stays absent. */
export function addresses<K extends string>(
  values: Readonly<Record<K, bigint | undefined>>,
): Partial<Record<K, string>> {
  const result: Partial<Record<K, string>> = {};
  for (const [name, value] of Object.entries(values) as [K, bigint | undefined][]) {
    if (value !== undefined) result[name] = formatAddress(value);
  }
  return result;
}

/** Keeps what is defined, so that no property is there without a value. */
export function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The source of a record's facts: a dump, or a live machine. */
export interface RecordOrigin {
  readonly path?: string;
  readonly simulated?: boolean;
  readonly machine?: string;
}

export function originOfSource({ path, opened }: StackSource): RecordOrigin {
  const machine = opened.simulatedMachine;
  return {
    ...(path === undefined ? {} : { path }),
    ...(machine === undefined ? {} : { simulated: true, machine }),
  };
}
