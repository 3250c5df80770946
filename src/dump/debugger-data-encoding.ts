import { dataViewOf } from '../binary/data-view.ts';
import { DEBUGGER_DATA_TAG, KDDEBUGGER_DATA64 } from './layouts/debugger-data.ts';

/**
 * The kernel can keep its debugger data encoded while no debugger is attached, so a dump made at a crash may hold it
 * that way. volatility documents the encoding: every 64-bit word is rotated, byte-swapped and mixed with two secret
 * words and the block's address. The secrets are variables of nt that only symbols find.
 *
 * They are not needed: a rotation and a swap commute with exclusive or, so all of the mixing amounts to one constant
 * for the whole block. With the rotation (64 choices) and one word that the dump header repeats, the constant follows,
 * and further known words prove it. (The encoding is read from volatility and unproven here on a real dump; the proof
 * at the end makes a wrong guess impossible to mistake for data.)
 */

const swap = (value: bigint): bigint => {
  let result = 0n;
  for (let byte = 0n; byte < 8n; byte++) result = (result << 8n) | ((value >> (byte * 8n)) & 0xffn);
  return result;
};

const rotate = (value: bigint, by: bigint): bigint =>
  BigInt.asUintN(64, (value << by) | (value >> BigInt.asUintN(6, 64n - by)));

const turn = (value: bigint, by: bigint): bigint => swap(by === 0n ? value : rotate(value, by));

/** Words of the block that the dump header has too. */
export interface KnownWords {
  readonly psLoadedModuleList: bigint;
  readonly psActiveProcessHead: bigint;
}

const { OwnerTag, PsLoadedModuleList, PsActiveProcessHead } = KDDEBUGGER_DATA64.fields;

/** The block in plain bytes, or undefined when it is not encoded in this way. */
export function decodeDebuggerData(encoded: Uint8Array, known: KnownWords): Uint8Array | undefined {
  const length = encoded.length - (encoded.length % 8);
  if (length < PsActiveProcessHead.offset + 8) return undefined;
  const words = dataViewOf(encoded);
  for (let by = 0n; by < 64n; by++) {
    const key = turn(words.getBigUint64(PsLoadedModuleList.offset, true), by) ^ known.psLoadedModuleList;
    const decode = (at: number) => turn(words.getBigUint64(at, true), by) ^ key;
    if (decode(PsActiveProcessHead.offset) !== known.psActiveProcessHead) continue;
    if (BigInt.asUintN(32, decode(OwnerTag.offset)) !== BigInt(DEBUGGER_DATA_TAG)) continue;
    const plain = new Uint8Array(length);
    const result = dataViewOf(plain);
    for (let at = 0; at < length; at += 8) result.setBigUint64(at, decode(at), true);
    return plain;
  }
  return undefined;
}
