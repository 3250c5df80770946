import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { formatAddress, type VirtualAddress } from '../../../binary/address.ts';
import type { TriageRequest } from '../../../contract/generated/types.ts';
import { targetFolder } from '../../../files/target-path.ts';
import type { Machine } from '../../../machine/port.ts';
import type { Target } from '../threads/target.ts';
import { checkNameTemplate, DEFAULT_NAME, dumpName, uniqueName } from './file-name.ts';

/** What a dump's name is made from. */
export interface NamedDump {
  readonly number: number;
  readonly threads: readonly Target[];
  /** Kernel address of the first thread; known only after the threads were opened. */
  readonly address?: VirtualAddress | undefined;
}

/** Names the dumps of a set, no two alike. */
export interface Naming {
  /** Where the dumps go. */
  readonly folder: string;
  /** The user chose the names: one that is taken is then an error, and no other name takes its place. */
  readonly isChosen: boolean;
  /** The path that a dump will most likely get; nothing is reserved. */
  likely(dump: NamedDump): string;
  /** The path of a dump, which no later dump of the set gets again. */
  take(dump: NamedDump): string;
}

/**
 * Whether a folder holds a file of a name, whatever its case. The folder is read once: a name that another program takes later is
 * seen at the commit.
 */
function namesThere(folder: string): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  return (name) => {
    try {
      names ??= new Set(readdirSync(folder).map((each) => each.toLowerCase()));
      return names.has(name.toLowerCase());
    } catch {
      // It may be written to but not listed, or it is not there.
      return existsSync(path.join(folder, name));
    }
  };
}

/** @throws Failure InvalidRequest for a template with an unknown token or a path separator, InvalidPath for the destination */
export function dumpNaming(request: TriageRequest, machine: Machine, created: Date): Naming {
  const template = request.name ?? DEFAULT_NAME;
  checkNameTemplate(template);
  const folder = targetFolder(request.destination ?? '.');
  const used = new Set<string>();
  const isThere = namesThere(folder);
  const time = created.toISOString();
  /** The copy that is tried next for a name: a template without {batch} gives each dump of a set the same one. */
  const nextCopy = new Map<string, number>();
  const { computerName } = machine.facts();
  const file = (name: string) => path.join(folder, `${name}.dmp`);
  // A user-supplied name is used as it is and may collide. For the default name, which has the second in it, the next free one is
  // as good.
  const isUsed = (name: string) =>
    used.has(name.toLowerCase()) || (request.name === undefined && isThere(`${name}.dmp`));

  function nameOf({ number, threads, address = 0n as VirtualAddress }: NamedDump): string {
    const [first] = threads;
    const name = dumpName(template, {
      process: first?.process.name ?? '',
      pid: first?.processId ?? 0,
      batch: number,
      count: threads.length,
      tid: first?.thread.threadId ?? 0,
      address: formatAddress(address),
      machine: computerName,
      time,
    });
    return name;
  }

  function freeName(name: string): string {
    const key = name.toLowerCase();
    const { free, copy } = uniqueName(name, isUsed, nextCopy.get(key));
    nextCopy.set(key, copy);
    return free;
  }

  return {
    folder,
    isChosen: request.name !== undefined,
    likely: (dump) => file(freeName(nameOf(dump))),
    take(dump) {
      const name = freeName(nameOf(dump));
      used.add(name.toLowerCase());
      return file(name);
    },
  };
}
