import { dataViewOf } from '../../binary/data-view.ts';
import { decodeUtf16 } from '../utf16.ts';

/** A value of the registry. */
export type SavedRegistryValue = string | number;

/** REG_SZ and REG_DWORD of winnt.h. Other types are not read here. */
const TEXT = 1;
const WORD = 4;
/** Real blobs have less than ten values. */
const MOST_VALUES = 256;

/**
 * The values that mssmbios copies from HARDWARE\DESCRIPTION\System\CentralProcessor\0: {u32 bytes of the name, name in
 * UTF-16, u32 type, u32 bytes, data}, without padding (measured on a 19041 dump). Reading ends where the bytes stop making sense.
 */
export function readRegistryValues(bytes: Uint8Array): ReadonlyMap<string, SavedRegistryValue> {
  const data = dataViewOf(bytes);
  const values = new Map<string, SavedRegistryValue>();
  let at = 0;
  const take = (length: number): Uint8Array | undefined => {
    if (length < 0 || at + length > bytes.length) return undefined;
    at += length;
    return bytes.subarray(at - length, at);
  };
  const word = (): number | undefined => (take(4) ? data.getUint32(at - 4, true) : undefined);
  for (let count = 0; count < MOST_VALUES; count++) {
    const name = take(word() ?? -1);
    const type = name && word();
    const size = type === undefined ? undefined : word();
    const content = size === undefined ? undefined : take(size);
    if (name === undefined || name.length === 0 || content === undefined) break;
    const text = decodeUtf16(name.subarray(0, name.length - (name.length % 2)));
    if (type === TEXT)
      values.set(text, decodeUtf16(content.subarray(0, content.length - (content.length % 2))));
    else if (type === WORD && content.length === 4) values.set(text, dataViewOf(content).getUint32(0, true));
  }
  return values;
}
