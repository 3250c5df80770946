import type { ReadRva } from '../../symbols/pe/image.ts';
import type { Arm64Epilog, Arm64Function } from './arm64-function.ts';
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

  const epilogs: Arm64Epilog[] = [];
  if (header.singleEpilog) {
    const epilog = decodeArm64Codes(codeBytes, header.epilogs);
    if (epilog !== undefined) {
      const start = header.length - (epilog.own + RETURN) * INSTRUCTION;
      epilogs.push({ start, codes: epilog.codes });
    }
  }
  for (let index = 0; index < scopes; index++) {
    const scope = word(header.size + index * 4);
    if (scope === undefined) return 'unwindDataMissing';
    const epilog = decodeArm64Codes(codeBytes, scope >>> 22);
    if (epilog !== undefined) epilogs.push({ start: (scope & 0x3ffff) * INSTRUCTION, codes: epilog.codes });
  }
  return { begin, length: header.length, codes: prolog.codes, prologInstructions: prolog.own, epilogs };
}
