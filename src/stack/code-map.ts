import type { CodeMap, FunctionPart, OutsideFunctions } from '../symbols/code-map.ts';
import type { Pdb } from '../symbols/pdb/pdb-file.ts';
import { arm64PartAt } from './arm64/function-entry.ts';
import type { UnwindData } from './unwind-data.ts';
import { findEntry, ownEntry, TABLE_MISSING } from './x64/function-table.ts';
import { primaryBegin } from './x64/unwind.ts';

function partAt(data: UnwindData, rva: number): FunctionPart | OutsideFunctions | undefined {
  if (data.machine === 'arm64') {
    const part = arm64PartAt(data, rva);
    if (part === undefined) return undefined;
    if ('after' in part) return { kind: 'outside', after: part.after };
    return { kind: 'function', begin: part.begin, end: part.end, functionBegin: part.functionBegin };
  }
  const entry = findEntry(data, rva);
  if (entry === TABLE_MISSING) return undefined;
  if ('after' in entry) return { kind: 'outside', after: entry.after };
  const own = ownEntry(data, entry);
  const functionBegin = own === TABLE_MISSING ? undefined : primaryBegin(data, own);
  return { kind: 'function', begin: entry.begin, end: entry.end, functionBegin };
}

/**
 * Where the functions of an image begin and end, by its function table or the copy in its PDB. Undefined where neither is at hand:
 * then nothing bounds a name.
 */
export function codeMapOf(data: UnwindData | undefined, pdb: Pdb | undefined): CodeMap | undefined {
  if (data === undefined) return undefined;
  return {
    at: (rva) => partAt(data, rva),
    isExecutable: (rva) => data.isExecutable?.(rva) ?? pdb?.isExecutable(rva),
  };
}
