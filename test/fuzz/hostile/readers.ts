import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** A verb that reads dumps, with what it is asked. Ids and names are of the hostile machines. */
export interface HostileReader {
  readonly name: string;
  /** The command line that reads the dump of a folder. */
  command(dump: string): readonly string[];
}

const reader = (verb: string, ...options: readonly string[]): HostileReader => ({
  name: [verb, ...options].join(' '),
  command: (dump) => [verb, '--format', 'ndjson', ...options, dump],
});

/** Symbols are looked for beside the dump, where there are none: not in what the environment names. */
const named = (verb: string, ...options: readonly string[]): HostileReader => ({
  name: [verb, ...options].join(' '),
  command: (dump) => [verb, '--format', 'ndjson', '--symbol-path', path.dirname(dump), ...options, dump],
});

const exporting = (format: string, ...options: readonly string[]): HostileReader => ({
  name: `export ${[format, ...options].join(' ')}`,
  command: (dump) => ['export', '--format', format, '--symbol-path', path.dirname(dump), ...options, dump],
});

/** Every verb that reads dumps, in the forms that cost most. */
export const READERS: readonly HostileReader[] = [
  named('dump', '--raw'),
  reader('dump-threads'),
  reader('dump-processes'),
  named('stacks'),
  named('stacks', '--group-by', 'Symbol'),
  named('stacks', '--tree'),
  named('stacks', '--include-mentions', '--include-registers', '--include-waits'),
  named('waits'),
  named('locks'),
  named('io'),
  named('chains'),
  reader('commands'),
  named('resolve', '--name', 'evil!*a*,nt!*Wait*'),
  named('types', '--name', 'nt!_KTHREAD'),
  reader('memory', '--address', '0xfffff80000000000', '--length', '65536'),
  exporting('Folded'),
  exporting('Speedscope'),
  exporting('Pprof'),
  exporting('Dot'),
  exporting('Text'),
  exporting('Json', '--redact'),
  {
    name: 'compare',
    command: (dump) => [
      'compare',
      '--format',
      'ndjson',
      '--reference',
      dump,
      '--difference',
      dump,
      '--include-idle',
    ],
  },
  {
    name: 'fleet',
    command(dump) {
      mkdirSync(path.join(path.dirname(dump), 'none'), { recursive: true });
      return ['fleet', '--format', 'ndjson', path.dirname(dump)];
    },
  },
];

/** Readers for one kind; those of neighbours are others, so that each reader gets some kinds. */
export const readersOfKind = (kind: number, count: number): readonly HostileReader[] =>
  Array.from({ length: count }, (_, index) => READERS[(kind * count + index) % READERS.length]).filter(
    (each) => each !== undefined,
  );
