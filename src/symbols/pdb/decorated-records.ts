import type { ByteSource } from '../../binary/byte-source.ts';
import { caselessSearch } from './caseless-search.ts';
import { kindAt, recordLength } from './record-head.ts';

const QUESTION_MARK = 0x3f;
/** Before the name of a function in the name of a pointer to it, which the linker made. */
const IMPORT = Buffer.from('__imp_', 'latin1');

/** Bytes that are read at a time; no record is longer. */
const CHUNK = 0x40000;

/** What a search goes through: records of one kind, in which the name begins at one place. */
export interface NamedRecords {
  readonly kind: number;
  readonly nameAt: number;
}

/** Whether the compiler decorated the name at `start`; most are not, and their first byte shows it. */
function isDecorated(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] === QUESTION_MARK) return true;
  for (let at = 0; at < IMPORT.length; at++) if (bytes[start + at] !== IMPORT[at]) return false;
  return bytes[start + IMPORT.length] === QUESTION_MARK;
}

/**
 * Where the records are whose name is decorated and holds a word. The hash of names leads to a name as it is written; which decorated
 * names stand for a plain one only looking through them shows. The stream is read in pieces, and once.
 * @param word not empty, ASCII, without capital letters; the case of letters does not count
 */
export function decoratedRecords(
  stream: ByteSource,
  { kind, nameAt }: NamedRecords,
  word: string,
): readonly number[] {
  const holdsWord = caselessSearch(word);
  const chunk = new Uint8Array(Math.min(CHUNK, stream.size));
  const found: number[] = [];
  for (let start = 0; start + 4 <= stream.size; ) {
    const bytes = chunk.subarray(0, Math.min(CHUNK, stream.size - start));
    if (stream.readInto === undefined) bytes.set(stream.read(start, bytes.length));
    else stream.readInto(bytes, start);
    let at = 0;
    while (at + 4 <= bytes.length) {
      // Records are multiples of four; one of no length would never end.
      const end = at + Math.max(4, recordLength(bytes, at));
      if (end > bytes.length) break;
      const name = at + nameAt;
      if (kindAt(bytes, at) === kind && isDecorated(bytes, name) && holdsWord(bytes, name, end))
        found.push(start + at);
      at = end;
    }
    // Only the last record can be cut off by the end of the stream.
    if (at === 0) break;
    start += at;
  }
  return found;
}
