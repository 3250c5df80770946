import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Failure } from '../contract/failure.ts';
import type { Operands, Option } from '../contract/option.ts';
import type { Verb } from './verb.ts';

/** A request names at most so many files. */
const MOST_FILES = 100_000;

/** Names of files and folders that one pattern is compared with: links can make a few folders a tree without end. */
const MOST_NAMES = 250_000;

const WILDCARD = /[*?]/;

/** False also for a name that the system refuses to look up: Windows takes no wildcard in one. */
function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Names in a folder; none where it is not there or cannot be listed, because a pattern is a question. */
function namesIn(folder: string) {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Letters that are compared: letter case counts where it does for the file system. */
const lettersOf = (text: string): readonly string[] => [
  ...(process.platform === 'win32' ? text.toLowerCase() : text),
];

/**
 * `*` and `?` as in file names of Windows. Each letter of the name is compared with each of the pattern at most: a regular expression takes
 * time without end for some patterns of many stars.
 */
function matcher(pattern: string): (name: string) => boolean {
  const wanted = lettersOf(pattern);
  return (text) => {
    const name = lettersOf(text);
    let [at, next] = [0, 0];
    // Behind the last star, and where the letters that it stands for end.
    let star: { readonly next: number; end: number } | undefined;
    while (at < name.length) {
      if (wanted[next] === '*') {
        next += 1;
        star = { next, end: at };
      } else if (wanted[next] === '?' || (next < wanted.length && wanted[next] === name[at])) {
        next += 1;
        at += 1;
      } else if (star !== undefined) {
        star.end += 1;
        [at, next] = [star.end, star.next];
      } else return false;
    }
    while (wanted[next] === '*') next += 1;
    return next === wanted.length;
  };
}

/** Files, and also folders where those are asked for, whose names fit the components below `base`, in the order of their names. */
function matches(
  base: string,
  components: readonly string[],
  takesFolders: boolean,
  room = { names: MOST_NAMES },
): string[] {
  const [pattern = '', ...rest] = components;
  const isLast = rest.length === 0;
  if (!WILDCARD.test(pattern)) {
    const file = base + pattern;
    if (!isLast) return matches(`${file}${path.sep}`, rest, takesFolders, room);
    return exists(file) ? [file] : [];
  }
  const fits = matcher(pattern);
  const found: string[] = [];
  const names = namesIn(base);
  room.names -= 1 + names.length;
  if (room.names < 0)
    throw new Failure('InvalidRequest', `A pattern leads through more than ${MOST_NAMES} names.`, {
      target: base,
    });
  const wanted = names.filter((entry) => fits(entry.name));
  for (const entry of wanted.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = base + entry.name;
    if (!isLast && !entry.isFile())
      for (const each of matches(`${file}${path.sep}`, rest, takesFolders, room)) found.push(each);
    if (isLast && (takesFolders || !entry.isDirectory())) found.push(file);
    if (found.length > MOST_FILES)
      throw new Failure('InvalidRequest', `More than ${MOST_FILES} files match a pattern.`, { target: base });
  }
  return found;
}

/** The files of one argument: itself, unless it is a pattern and no file has that very name. */
function filesOf(argument: string, takesFolders: boolean): readonly string[] {
  // The root of a path keeps its characters: `\\?\C:\` holds a question mark and is no pattern.
  const { root } = path.parse(argument);
  const below = argument.slice(root.length);
  if (!WILDCARD.test(below) || exists(argument)) return [argument];
  const components = below.split(path.sep === '\\' ? /[\\/]+/ : /\/+/);
  const found = matches(root, components, takesFolders);
  if (found.length > 0) return found;
  throw new Failure('FileNotFound', `No file matches ${argument}.`, { target: argument });
}

const namesFiles = ({ type, value }: Option | Operands): boolean =>
  type === 'strings' && value !== undefined && /^\[?(?:FILE|FOLDER)/.test(value);

/**
 * The request of a command line with the files that its patterns match. A shell of Windows gives `*.dmp` to a program as it is
 * typed. A request on standard input comes from a program and names files, never patterns.
 * @throws Failure FileNotFound, InvalidRequest
 */
export function withFilesOfPatterns(verb: Verb, request: Record<string, unknown>): Record<string, unknown> {
  const { operands, options } = verb.offers;
  const expanded = { ...request };
  for (const offer of [...options, ...(operands === undefined ? [] : [operands])]) {
    const given = expanded[offer.property];
    if (!namesFiles(offer) || !Array.isArray(given)) continue;
    const takesFolders = offer.value?.includes('FOLDER') === true;
    expanded[offer.property] = given.flatMap((argument) => filesOf(String(argument), takesFolders));
  }
  return expanded;
}
