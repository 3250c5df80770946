import type { Steps } from '../../binary/steps.ts';
import type { KernelExport } from '../../contract/generated/types.ts';
import { baseName } from '../../dump/modules.ts';
import { answerLines } from '../records/answer-text.ts';
import { redacted } from '../records/redact.ts';
import { nameReplacer } from './replace-names.ts';

/** Fields that hold the name of a file or folder, wherever they are. */
const FILE_FIELDS = new Set(['fileName', 'uncPath', 'rootFileName']);
/** Fields that hold the folder of a file beside its name. */
const LEFT_OUT = new Set(['drive', 'logonSession', 'volumeLabel']);

/** What looks like a path and is in no field: shares, drives, devices of volumes, profiles, folders of other systems. */
const PATHS =
  /\\\\[^\s"'<>|,;()[\]\\]+(?:\\[^"'<>|,;()[\]\r\n]*)?|\b[A-Z]:\\[^"'<>|,;()[\]\r\n]*|\\Device\\(?:Harddisk|Mup|LanmanRedirector)[^"'<>|,;()[\]\r\n]*|\\(?:Users|Documents and Settings)\\[^"'<>|,;()[\]\r\n]*|(?<![\w.:/])\/(?:home|Users|root|tmp|var|mnt)\/[^\s"'<>|,;()[\]]*/gi;

/** Paths of Windows itself are the same everywhere, and drivers are named by them. */
const OF_WINDOWS = /^(?:[A-Z]:|\\Device\\Harddisk\w+)\\Windows\\/i;

/** Names with their replacements: equal names have equal ones, so that an answer can still be followed. */
class Pseudonyms {
  readonly names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** Gives all names of one thing the same pseudonym. The first name is the thing; another thing may have the others too. */
  add(kind: string, ...names: readonly string[]): void {
    const known = this.names.get(names[0]?.toLowerCase() ?? '');
    const count = (this.#counts.get(kind) ?? 0) + (known === undefined ? 1 : 0);
    this.#counts.set(kind, count);
    for (const name of names) {
      const key = name.toLowerCase();
      if (name !== '' && !this.names.has(key)) this.names.set(key, known ?? `${kind} ${count}`);
    }
  }
}

/** A file by its whole name; the server of a share and the last part of the name are names of their own. */
function addFile(names: Pseudonyms, file: string): void {
  const server = /^\\\\([^\\]+)/.exec(file)?.[1];
  if (server !== undefined) names.add('computer', server, server.split('.')[0] ?? server);
  const last = baseName(file);
  // A part without a point may be a word of any text, as `System32` is.
  // Requests name a share with one backslash before the server, everything else with two.
  const spellings = file.startsWith('\\')
    ? ['\\\\', '\\'].map((start) => file.replace(/^\\+/, () => start))
    : [file];
  names.add('file', ...spellings, ...(last.includes('.') && last !== file ? [last] : []));
}

function addFiles(names: Pseudonyms, value: unknown): void {
  if (Array.isArray(value)) for (const each of value) addFiles(names, each);
  else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) {
      if (typeof each === 'string') {
        if (FILE_FIELDS.has(key) && each !== '') addFile(names, each);
      } else addFiles(names, each);
    }
  }
}

function replaceIn<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return replace(value) as T;
  if (Array.isArray(value)) return value.map((each) => replaceIn(each, replace)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      LEFT_OUT.has(key) ? [] : [[key, replaceIn(each, replace)]],
    ),
  ) as T;
}

/** Characters of texts and their replacements that are kept. */
const MOST_CHARACTERS = 4_000_000;

/** Threads share most of their frames: an equal text is replaced once, and its replacement is one text in memory. */
function remembering(replace: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>();
  let characters = 0;
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    const replaced = replace(text);
    if (characters > MOST_CHARACTERS) {
      kept.clear();
      characters = 0;
    }
    kept.set(text, replaced);
    characters += text.length + replaced.length;
    return replaced;
  };
}

function* replacedEach(values: readonly unknown[], replace: (text: string) => string): Steps<unknown[]> {
  const replaced: unknown[] = [];
  for (const value of values) {
    replaced.push(replaceIn(value, replace));
    yield undefined;
  }
  return replaced;
}

/**
 * The model without names of computers, users, paths and files: each is a word and a number, the same wherever it occurs. Names of
 * processes, drivers and functions stay, because an answer is made of them.
 */
export function* redactedExport(model: KernelExport): Steps<KernelExport> {
  const names = new Pseudonyms();
  for (const { path, computerName } of model.sources) {
    if (path !== undefined) names.add('dump', path, baseName(path));
    if (computerName !== undefined) names.add('computer', computerName);
  }
  for (const { paths } of model.chains) for (const path of paths) names.add('dump', path, baseName(path));
  for (const list of [model.sources, model.threads, model.locks, model.chains]) {
    for (const each of list) {
      addFiles(names, each);
      yield undefined;
    }
  }

  const sources = model.sources.map((source) =>
    source.dump ? { ...source, dump: redacted(source.dump) } : source,
  );
  const known = nameReplacer(names.names);
  const replace = remembering((text) =>
    known(text).replace(PATHS, (path) => (OF_WINDOWS.test(path) ? path : '(path left out)')),
  );
  const shown: Partial<Record<string, unknown>> = {};
  for (const [key, value] of Object.entries({ ...model, sources }))
    shown[key] = Array.isArray(value) ? yield* replacedEach(value, replace) : replaceIn(value, replace);
  const result = shown as unknown as KernelExport;
  return {
    ...result,
    redacted: true,
    // The lines of an answer are broken, and so are names in them: they are made again.
    chains: result.chains.map(({ lines: _, ...chain }) => ({ ...chain, lines: answerLines(chain) })),
  };
}
