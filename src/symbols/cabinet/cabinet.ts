import { type ByteSource, openFileSource } from '../../binary/byte-source.ts';
import { view } from '../../binary/layout.ts';
import type { Steps } from '../../binary/steps.ts';
import { Failure } from '../../contract/failure.ts';
import { cabinetChecksum } from './checksum.ts';
import {
  CABINET_FLAGS,
  CFDATA,
  CFFILE,
  CFFOLDER,
  CFHEADER,
  CFHEADER_RESERVE,
  COMPRESSION,
} from './layouts.ts';
import { expandMszip, MSZIP_BLOCK } from './mszip.ts';

/**
 * Compressed symbol files: a cabinet with one file in it, stored under a name with `_` as its last letter.
 */

/** Symbol files shrink to a fifth or so; what claims to grow more than this, and by more than some bytes, is made to fill memory. */
const MOST_GROWTH = 12;
const FREE_GROWTH = 0x200_0000;
const LONGEST_NAME = 255;

function damaged(source: ByteSource, what: string, offset?: number): Failure {
  return new Failure('SymbolsUnreadable', `${source.name} cannot be expanded: ${what}`, {
    target: source.name,
    ...(offset !== undefined && { offset }),
  });
}

/** `source.read`, with a sentence about the cabinet when it ends too early. */
function readPart(source: ByteSource, offset: number, length: number, what: string): Uint8Array {
  if (offset + length > source.size) throw damaged(source, `it ends inside of ${what}`, offset);
  return source.read(offset, length);
}

function readHeader(source: ByteSource) {
  const header = view(CFHEADER, readPart(source, 0, CFHEADER.size, 'its header')).all();
  if (Buffer.from(header.signature).toString('latin1') !== 'MSCF') {
    throw damaged(source, 'it is not a cabinet', 0);
  }
  if (header.versionMajor !== 1) throw damaged(source, `version ${header.versionMajor} is unknown`, 0x19);
  if ((header.flags & (CABINET_FLAGS.previous | CABINET_FLAGS.next)) !== 0) {
    throw damaged(source, 'it is one part of several', 0x1e);
  }
  if (header.fileCount === 0 || header.folderCount === 0) throw damaged(source, 'it is empty', 0x1c);
  if ((header.flags & CABINET_FLAGS.reserve) === 0) {
    return { ...header, foldersAt: CFHEADER.size, folderReserve: 0, dataReserve: 0 };
  }
  const reserve = view(
    CFHEADER_RESERVE,
    readPart(source, CFHEADER.size, CFHEADER_RESERVE.size, 'its header'),
  ).all();
  return {
    ...header,
    foldersAt: CFHEADER.size + CFHEADER_RESERVE.size + reserve.headerBytes,
    folderReserve: reserve.folderBytes,
    dataReserve: reserve.dataBytes,
  };
}

function readFirstFile(source: ByteSource, at: number) {
  const file = view(CFFILE, readPart(source, at, CFFILE.size, 'its first file')).all();
  const nameAt = at + CFFILE.size;
  const name = source.read(nameAt, Math.max(0, Math.min(LONGEST_NAME, source.size - nameAt)));
  const end = name.indexOf(0);
  if (end < 0) throw damaged(source, 'the name of its file has no end', nameAt);
  return { ...file, name: Buffer.from(name.subarray(0, end)).toString('latin1') };
}

const COMPRESSION_NAMES: Readonly<Record<number, string>> = {
  [COMPRESSION.quantum]: 'Quantum',
  [COMPRESSION.lzx]: 'LZX',
};

function requireCompression(source: ByteSource, compression: number): 'none' | 'mszip' {
  const method = compression & 0xf;
  if (method === COMPRESSION.none) return 'none';
  if (method === COMPRESSION.mszip) return 'mszip';
  const name = COMPRESSION_NAMES[method] ?? `method ${method}`;
  throw new Failure(
    'SymbolsUnreadable',
    `${source.name} is compressed with ${name}, which ktriage does not expand; on Windows, expand -R "${source.name}" puts the expanded file beside it`,
    { target: source.name, field: 'typeCompress' },
  );
}

/** Blocks between two steps: a megabyte, some milliseconds. */
const BLOCKS_A_STEP = 32;

/** Expands the blocks of a folder into `result`, which begins at `from` of the folder. */
function* expandFolder(
  source: ByteSource,
  folder: { dataOffset: number; blockCount: number; method: 'none' | 'mszip'; reserve: number },
  from: number,
  result: Uint8Array,
): Steps<void> {
  let at = folder.dataOffset;
  let position = 0;
  let history: Uint8Array = new Uint8Array(0);
  for (let block = 0; block < folder.blockCount && position < from + result.length; block++) {
    if (block % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const head = readPart(source, at, CFDATA.size, 'a data block');
    const { checksum, compressedSize, size } = view(CFDATA, head).all();
    const reserved = readPart(source, at + CFDATA.size, folder.reserve, 'a data block');
    const dataAt = at + CFDATA.size + folder.reserve;
    const data = readPart(source, dataAt, compressedSize, 'a data block');
    const seed = cabinetChecksum(reserved, cabinetChecksum(data, 0));
    if (checksum !== 0 && cabinetChecksum(head.subarray(4), seed) !== checksum) {
      throw damaged(source, `the checksum of block ${block} does not fit`, at);
    }
    const expanded = folder.method === 'none' ? data : expandMszip(data, history, size);
    if (expanded === undefined || expanded.length !== size || size > MSZIP_BLOCK) {
      throw damaged(source, `block ${block} is damaged`, dataAt);
    }
    const start = Math.max(0, from - position);
    const end = Math.min(expanded.length, from + result.length - position);
    if (start < end) result.set(expanded.subarray(start, end), position + start - from);
    position += expanded.length;
    history = expanded;
    at = dataAt + compressedSize;
  }
  if (position < from + result.length) throw damaged(source, 'it ends before its file does', at);
}

/**
 * The file in a cabinet, expanded in memory. A small one takes a single step.
 * @throws Failure SymbolsUnreadable when it is damaged, compressed with LZX or Quantum, or claims an absurd size
 */
export function* expandCabinet(
  source: ByteSource,
): Steps<{ readonly name: string; readonly bytes: Uint8Array }> {
  const header = readHeader(source);
  const file = readFirstFile(source, header.filesOffset);
  if (file.folder >= header.folderCount)
    throw damaged(source, 'its file is in no folder', header.filesOffset);
  const folderAt = header.foldersAt + file.folder * (CFFOLDER.size + header.folderReserve);
  const folder = view(CFFOLDER, readPart(source, folderAt, CFFOLDER.size, 'its folder')).all();
  const method = requireCompression(source, folder.compression);
  const most = Math.min(folder.blockCount * MSZIP_BLOCK, source.size * MOST_GROWTH + FREE_GROWTH);
  if (file.folderPosition + file.size > most) {
    throw damaged(source, `it claims to hold ${file.size} bytes`, header.filesOffset);
  }
  const bytes = new Uint8Array(file.size);
  const { dataOffset, blockCount } = folder;
  yield* expandFolder(
    source,
    { dataOffset, blockCount, method, reserve: header.dataReserve },
    file.folderPosition,
    bytes,
  );
  return { name: file.name, bytes };
}

/**
 * The bytes of the file in the cabinet `path`, read block by block.
 * @param name how messages name the cabinet
 * @throws Failure as `expandCabinet`, FileNotFound, FileUnreadable
 */
export function* expandCabinetFile(path: string, name = path): Steps<Uint8Array> {
  const source = openFileSource(path);
  try {
    return (yield* expandCabinet({ ...source, name })).bytes;
  } finally {
    source.close();
  }
}
