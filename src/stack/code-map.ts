import type { CodeMap, FunctionPart, OutsideFunctions } from '../symbols/code-map.ts';
import type { Pdb } from '../symbols/pdb/pdb-file.ts';
import { arm64Parts } from './arm64/function-entry.ts';
import type { UnwindData } from './unwind-data.ts';
import { findEntry, ownEntry, TABLE_MISSING } from './x64/function-table.ts';
import { primaryBegin } from './x64/unwind.ts';

type PartAt = CodeMap['at'];

function arm64PartAt(data: UnwindData): PartAt {
  const partOf = arm64Parts(data);
  return (rva): FunctionPart | OutsideFunctions | undefined => {
    const part = partOf(rva);
    if (part === undefined) return undefined;
    return 'after' in part ? { kind: 'outside', after: part.after } : { kind: 'function', ...part };
  };
}

function x64PartAt(data: UnwindData): PartAt {
  return (rva): FunctionPart | OutsideFunctions | undefined => {
    const entry = findEntry(data, rva);
    if (entry === TABLE_MISSING) return undefined;
    if ('after' in entry) return { kind: 'outside', after: entry.after };
    const own = ownEntry(data, entry);
    const functionBegin = own === TABLE_MISSING ? undefined : primaryBegin(data, own);
    return { kind: 'function', begin: entry.begin, end: entry.end, functionBegin };
  };
}

/**
 * Where the functions of an image begin and end, by its function table or the copy in its PDB. Undefined where neither is at hand:
 * then nothing bounds a name.
 */
export function codeMapOf(data: UnwindData | undefined, pdb: Pdb | undefined): CodeMap | undefined {
  if (data === undefined) return undefined;
  return {
    at: data.machine === 'arm64' ? arm64PartAt(data) : x64PartAt(data),
    isExecutable: (rva) => data.isExecutable?.(rva) ?? pdb?.isExecutable(rva),
  };
}
