import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FleetRequest } from '../../contract/generated/types.ts';
import { expandSets } from '../sources/expand-sets.ts';

/** The dumps of one computer. */
export interface ComputerDumps {
  readonly name: string;
  readonly files: () => readonly string[];
}

const isFolder = (file: string): boolean => {
  try {
    return statSync(file).isDirectory();
  } catch {
    // A file that is not there is reported when it is read.
    return false;
  }
};

/** Folders inside a folder, each of which belongs to one computer; none where the folder itself holds dumps. */
function computersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function dumpsBelow(given: string): ComputerDumps[] {
  if (!isFolder(given))
    return [{ name: path.basename(path.dirname(path.resolve(given))), files: () => expandSets([given]) }];
  const inner = computersIn(given);
  const own = readdirSync(given).some((name) => /\.dmp$/i.test(name));
  return [
    ...(own || inner.length === 0
      ? [{ name: path.basename(path.resolve(given)), files: () => expandSets([given]) }]
      : []),
    ...inner.map((name) => ({ name, files: () => expandSets([path.join(given, name)]) })),
  ];
}

/**
 * The computers of a request, by name, in the order in which they are named. A folder with dumps is one computer; the folders in a
 * folder are one each. Only names are kept: the files of a computer are listed when it is read.
 */
export function computersOf({ paths, computers }: FleetRequest): ComputerDumps[] {
  const byName = new Map<string, (() => readonly string[])[]>();
  const add = ({ name, files }: ComputerDumps) => {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [files]);
    else known.push(files);
  };
  for (const given of paths ?? []) for (const each of dumpsBelow(given)) add(each);
  for (const { name, paths: own } of computers ?? []) add({ name, files: () => expandSets(own) });
  return [...byName].map(([name, lists]) => ({ name, files: () => lists.flatMap((list) => list()) }));
}
