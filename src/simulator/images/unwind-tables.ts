import { encodeEpilog } from './instructions.ts';
import { type PlacedFunction, wholeProlog } from './place-functions.ts';
import { frameBytes } from './prolog.ts';
import { encodeUnwindInfo } from './unwind-info.ts';

/** .pdata and .xdata of an image. */
export interface UnwindTables {
  readonly pdata: Uint8Array;
  readonly xdata: Uint8Array;
}

type Entry = readonly [begin: number, end: number, info: number];

/** A function without a frame (a leaf) has no entry, as the ABI allows. */
const isLeaf = ({ prolog }: PlacedFunction) => prolog.length === 0;

export function unwindTables(
  functions: readonly PlacedFunction[],
  xdataRva: number,
  handler: number,
): UnwindTables {
  const infos: Uint8Array[] = [];
  const entries: Entry[] = [];
  let next = xdataRva;
  const add = (begin: number, end: number, info: Uint8Array): Entry => {
    const entry: Entry = [begin, end, next];
    infos.push(info);
    entries.push(entry);
    next += info.length;
    return entry;
  };

  for (const placed of functions.filter((candidate) => !isLeaf(candidate))) {
    const { rva, piece, prolog, unwindVersion: version } = placed;
    const end = rva + placed.bytes;
    const epilogTailBytes = encodeEpilog(wholeProlog(placed)).tailBytes;
    const seam = piece === undefined ? end : rva + piece.offset;
    const primary = encodeUnwindInfo({
      // Epilogs are described where they are: in the last piece.
      version: piece === undefined ? version : 1,
      prolog,
      epilogTailBytes,
      ...(placed.hasHandler ? { handler } : {}),
    });
    const entry = add(rva, seam, primary);
    if (piece === undefined) continue;
    const chainedTo = { entry, framed: frameBytes(prolog) };
    add(seam, end, encodeUnwindInfo({ version, prolog: piece.prolog, epilogTailBytes, chainedTo }));
  }

  const pdata = new Uint8Array(entries.length * 12);
  const data = new DataView(pdata.buffer);
  for (const [index, value] of entries.flat().entries()) data.setUint32(index * 4, value, true);
  const xdata = new Uint8Array(next - xdataRva);
  let at = 0;
  for (const info of infos) {
    xdata.set(info, at);
    at += info.length;
  }
  return { pdata, xdata };
}
