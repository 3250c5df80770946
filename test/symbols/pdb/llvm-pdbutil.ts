import { execFileSync } from 'node:child_process';

/** The output of llvm-pdbutil about a PDB: the independent reader of these tests. */
export interface OraclePdb {
  readonly publics: ReadonlyArray<{ name: string; segment: number; offset: number; isFunction: boolean }>;
  readonly sections: ReadonlyArray<{ name: string; rva: number; size: number }>;
  readonly guid: string;
}

function pdbutil(file: string, ...options: string[]): string {
  return execFileSync('llvm-pdbutil', ['dump', ...options, file], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

export function readWithLlvm(file: string): OraclePdb {
  const publics = [
    ...pdbutil(file, '--publics').matchAll(
      /S_PUB32 \[size = \d+\] `(.*)`\n\s+flags = (.*), addr = (\d+):(\d+)/g,
    ),
  ].map(([, name = '', flags = '', segment, offset]) => ({
    name,
    segment: Number(segment),
    offset: Number(offset),
    isFunction: flags.includes('function'),
  }));
  const sections = [
    ...(pdbutil(file, '--section-headers')
      .split('Original Section Headers')[0]
      ?.matchAll(
        /SECTION HEADER #\d+\n\s*(\S*) name\n\s*(\w+) virtual size\n\s*(\w+) virtual address\n\s*(\w+) size of raw/g,
      ) ?? []),
  ].map(([, name = '', virtualSize = '', rva = '', rawSize = '']) => ({
    name,
    rva: Number.parseInt(rva, 16),
    size: Math.max(Number.parseInt(virtualSize, 16), Number.parseInt(rawSize, 16)),
  }));
  const guid = /GUID: \{(.*)\}/.exec(pdbutil(file, '--summary'))?.[1]?.replaceAll('-', '') ?? '';
  return { publics, sections, guid };
}

/** The publics with an address in the image, by the tool's own section table. */
export function placedPublics(oracle: OraclePdb): Array<{ name: string; rva: number; isFunction: boolean }> {
  return oracle.publics.flatMap(({ name, segment, offset, isFunction }) => {
    const section = oracle.sections[segment - 1];
    return section === undefined ? [] : [{ name, rva: section.rva + offset, isFunction }];
  });
}

/** Every function with full debug information, as the tool lists them by module. */
export function proceduresByLlvm(
  file: string,
): Array<{ name: string; segment: number; offset: number; size: number }> {
  const records = pdbutil(file, '--symbols').matchAll(
    /S_[GL]PROC32(?:_ID)? \[size = \d+\] `(.*)`\n.*addr = (\d+):(\d+), code size = (\d+)/g,
  );
  return [...records].map(([, name = '', segment, offset, size]) => ({
    name,
    segment: Number(segment),
    offset: Number(offset),
    size: Number(size),
  }));
}
