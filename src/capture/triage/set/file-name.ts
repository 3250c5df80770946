import { Failure } from '../../../contract/failure.ts';
import { safeFileName } from '../../../files/file-name.ts';

/** The values of the tokens of a name template. */
export interface NameFacts {
  readonly process: string;
  readonly pid: number;
  readonly batch: number;
  readonly count: number;
  /** Thread id and kernel address of the first thread. */
  readonly tid: number;
  readonly address: string;
  readonly machine: string;
  /** UTC, ISO 8601. */
  readonly time: string;
}

export const DEFAULT_NAME = '{process}_{pid}_{date}-{time}_{batch}';

const pad = (value: number, width: number) => String(value).padStart(width, '0');

const TOKENS: ReadonlyMap<string, (facts: NameFacts) => string> = new Map(
  Object.entries({
    process: ({ process }: NameFacts) => process.replace(/\.exe$/i, ''),
    pid: ({ pid }: NameFacts) => String(pid),
    batch: ({ batch }: NameFacts) => pad(batch, 3),
    count: ({ count }: NameFacts) => String(count),
    tid: ({ tid }: NameFacts) => String(tid),
    address: ({ address }: NameFacts) => address.replace(/^0x/, ''),
    machine: ({ machine }: NameFacts) => machine,
    date: ({ time }: NameFacts) => time.slice(0, 10).replaceAll('-', ''),
    time: ({ time }: NameFacts) => time.slice(11, 19).replaceAll(':', ''),
  }),
);

/** The tokens there are, for help and completion. */
export const NAME_TOKENS: readonly string[] = [...TOKENS.keys()];

/**
 * Checks a template before anything is captured.
 * @throws Failure InvalidRequest for an unknown token or a path separator
 */
export function checkNameTemplate(template: string): void {
  for (const [, token = ''] of template.matchAll(/\{([^}]*)\}/g)) {
    if (TOKENS.has(token)) continue;
    const known = NAME_TOKENS.map((name) => `{${name}}`).join(' ');
    const message = `The name template has the unknown token {${token}}; known are ${known}.`;
    throw new Failure('InvalidRequest', message, { target: template });
  }
  if (/[\\/]/.test(template)) {
    const message = 'The name template is a name, not a path; use the destination for the folder.';
    throw new Failure('InvalidRequest', message, { target: template });
  }
}

/** The name of a dump, without folder and extension. */
export function dumpName(template: string, facts: NameFacts): string {
  return safeFileName(
    template.replace(/\{([^}]*)\}/g, (whole, token: string) => TOKENS.get(token)?.(facts) ?? whole),
  );
}

/**
 * The name itself, or `x-2`, `x-3` … when that is used already.
 * @param from the copy to begin with: 1 is the name itself. Names are never given back, so a caller may go on where the
 *   last search ended
 */
export function uniqueName(
  name: string,
  isUsed: (candidate: string) => boolean,
  from = 1,
): { readonly free: string; readonly copy: number } {
  for (let copy = from; ; copy += 1) {
    const free = copy === 1 ? name : `${name}-${copy}`;
    if (!isUsed(free)) return { free, copy };
  }
}
