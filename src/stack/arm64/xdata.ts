import type { ReadRva } from '../../symbols/pe/image.ts';
import { type Arm64Epilog, type Arm64Function, isInEpilog } from './arm64-function.ts';
import { decodeArm64Codes } from './unwind-codes.ts';

/**
 * Exception data in .xdata: a header of one or two words, epilog scopes, codes.
 * Source: "ARM64 exception handling" (learn.microsoft.com). Code offsets count 4-byte instructions.
 */

const INSTRUCTION = 4;
/** The instruction that ends an epilog has no code. */
const RETURN = 1;

interface Header {
  readonly version: number;
  /** Bytes of code. */
  readonly length: number;
  /** The only epilog is at the end of the function; `epilogs` is then the position of its codes. */
  readonly singleEpilog: boolean;
  readonly epilogs: number;
  readonly codeWords: number;
  /** Bytes that the header takes. */
  readonly size: number;
}

function readHeader(word: (offset: number) => number | undefined): Header | undefined {
  const first = word(0);
  if (first === undefined) return undefined;
  const header = {
    version: (first >>> 18) & 3,
    length: (first & 0x3ffff) * INSTRUCTION,
    singleEpilog: ((first >>> 21) & 1) === 1,
    epilogs: (first >>> 22) & 0x1f,
    codeWords: first >>> 27,
    size: 4,
  };
  if (header.epilogs !== 0 || header.codeWords !== 0) return header;
  // Both zero: an extension word follows with more room for the two counts.
  const second = word(4);
  if (second === undefined) return undefined;
  return { ...header, epilogs: second & 0xffff, codeWords: (second >>> 16) & 0xff, size: 8 };
}

/** The function that begins at `begin` and has its exception data at `rva`. */
export function readXdata(
  read: ReadRva,
  begin: number,
  rva: number,
): Arm64Function | 'unwindDataMissing' | 'unwindVersion' | 'unwindDamaged' {
  const word = (offset: number) => {
    const bytes = read(rva + offset, 4);
    return bytes && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  };
  const header = readHeader(word);
  if (header === undefined) return 'unwindDataMissing';
  if (header.version !== 0) return 'unwindVersion';
  const scopes = header.singleEpilog ? 0 : header.epilogs;
  const codeBytes = read(rva + header.size + scopes * 4, header.codeWords * 4);
  if (codeBytes === undefined) return 'unwindDataMissing';
  const prolog = decodeArm64Codes(codeBytes, 0);
  if (prolog === undefined) return 'unwindDamaged';

  const epilogOf = (codesAt: number, startOf: (own: number) => number): Arm64Epilog | undefined => {
    const epilog = decodeArm64Codes(codeBytes, codesAt);
    return epilog && { start: startOf(epilog.own), codes: epilog.codes };
  };
  const atEnd = (own: number) => header.length - (own + RETURN) * INSTRUCTION;
  return {
    begin,
    length: header.length,
    codes: prolog.codes,
    prologInstructions: prolog.own,
    epilogAt(offset) {
      const scope = header.singleEpilog ? undefined : lastScope(word, header.size, scopes, offset);
      const epilog = header.singleEpilog
        ? epilogOf(header.epilogs, atEnd)
        : scope && epilogOf(scope.codesAt, () => scope.start);
      return epilog && isInEpilog(epilog, offset) ? epilog : undefined;
    },
  };
}

/** The last epilog scope that starts at or below `offset`: scopes are in the order of their starts, and only one is looked into. */
function lastScope(
  word: (offset: number) => number | undefined,
  scopesAt: number,
  count: number,
  offset: number,
): { readonly start: number; readonly codesAt: number } | undefined {
  const scopeAt = (index: number) => word(scopesAt + index * 4);
  const startOf = (scope: number) => (scope & 0x3ffff) * INSTRUCTION;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const scope = scopeAt(middle);
    if (scope === undefined) return undefined;
    if (startOf(scope) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = low === 0 ? undefined : scopeAt(low - 1);
  return found === undefined ? undefined : { start: startOf(found), codesAt: found >>> 22 };
}
