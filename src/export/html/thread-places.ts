import type { KernelThread } from '../../contract/generated/types.ts';
import type { ThreadIndex } from '../../page/page-data.ts';
import type { ExportModel } from '../model.ts';

/** Where the threads that a statement names are in the model. */
export interface PagePlaces {
  /** One dump of a set holds a thread, or several do. `paths` are the dumps of the statement: another machine can use the same address. */
  find(thread: Pick<KernelThread, 'address'>, paths: readonly string[]): readonly ThreadIndex[];
}

export function threadPlaces({ threads }: ExportModel): PagePlaces {
  const byAddress = new Map<string, ThreadIndex[]>();
  for (const [index, { stack }] of threads.entries()) {
    const known = byAddress.get(stack.objectAddress);
    if (known) known.push(index);
    else byAddress.set(stack.objectAddress, [index]);
  }
  return {
    find({ address }, paths) {
      const found = byAddress.get(address) ?? [];
      if (paths.length === 0) return found;
      return found.filter((index) => {
        const path = threads[index]?.stack.path;
        return path === undefined || paths.includes(path);
      });
    },
  };
}

/** `thread 11756`, or by address where the dump holds no id. */
export const threadName = ({ threadId, address }: Pick<KernelThread, 'threadId' | 'address'>): string =>
  threadId === undefined ? `thread ${address}` : `thread ${threadId}`;

/** `w3wp.exe (4872)`; undefined where neither is known. */
export function processName({
  processName: name,
  processId,
}: Pick<KernelThread, 'processName' | 'processId'>): string | undefined {
  if (name === undefined) return processId === undefined ? undefined : `process ${processId}`;
  return processId === undefined ? name : `${name} (${processId})`;
}

export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The last part of a path of any system. */
export const lastPart = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
