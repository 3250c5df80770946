import { dataViewOf } from '../../binary/data-view.ts';

/** The checksum of a data block: 32-bit words xored together; bytes that are left over count from the top down. */
export function cabinetChecksum(data: Uint8Array, seed: number): number {
  const words = dataViewOf(data);
  const whole = data.length & ~3;
  let sum = seed;
  for (let at = 0; at < whole; at += 4) sum ^= words.getUint32(at, true);
  let rest = 0;
  for (let at = whole; at < data.length; at++) rest = (rest << 8) | (data[at] ?? 0);
  return (sum ^ rest) >>> 0;
}
