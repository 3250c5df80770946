import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../support/equipment.ts';

/** What docs/objects.md says of a property. */
export interface Row {
  readonly name: string;
  readonly type: string;
  readonly always: boolean;
}

export const DOCUMENT = readFileSync(path.join(repositoryRoot, 'docs', 'objects.md'), 'utf8');

/** The properties of a type, named without `KernelTriage.`; none where the document has no such section. */
export function rowsOf(type: string): readonly Row[] {
  const section = DOCUMENT.split(/^## /m).find((text) => text.startsWith(`KernelTriage.${type}\n`)) ?? '';
  return [...section.matchAll(/^\| `(\w+)` \| ([^|]*) \| (yes|) ?\|/gm)].map(
    ([, name = '', written = '', always]) => ({ name, type: written.trim(), always: always === 'yes' }),
  );
}
