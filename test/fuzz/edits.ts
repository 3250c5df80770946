import { Buffer } from 'node:buffer';
import type { Random } from './random.ts';

/** One change of a file. A list of them and the name of a base repeat a run: no broken file is stored. */
export type Edit =
  | { readonly kind: 'set'; readonly at: number; readonly hex: string }
  | { readonly kind: 'copy'; readonly from: number; readonly to: number; readonly length: number }
  | { readonly kind: 'cut'; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly hex: string };

/** A place where a format keeps a number. */
export interface Place {
  readonly at: number;
  readonly width: 1 | 2 | 4 | 8;
}

export function applyEdits(base: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let bytes = Uint8Array.from(base);
  for (const edit of edits) {
    switch (edit.kind) {
      case 'set': {
        const value = Buffer.from(edit.hex, 'hex');
        bytes.set(value.subarray(0, Math.max(0, bytes.length - edit.at)), Math.min(edit.at, bytes.length));
        break;
      }
      case 'copy': {
        const part = bytes.slice(edit.from, edit.from + edit.length);
        bytes.set(part.subarray(0, Math.max(0, bytes.length - edit.to)), Math.min(edit.to, bytes.length));
        break;
      }
      case 'cut':
        bytes = bytes.slice(0, edit.length);
        break;
      case 'insert':
        bytes = Uint8Array.from([
          ...bytes.subarray(0, edit.at),
          ...Buffer.from(edit.hex, 'hex'),
          ...bytes.subarray(edit.at),
        ]);
        break;
    }
  }
  return bytes;
}

/** A number as `width` little-endian bytes in hex. */
function hexOf(value: bigint, width: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
  return bytes.subarray(0, width).toString('hex');
}

function readAt(bytes: Uint8Array, { at, width }: Place): bigint {
  const part = Buffer.alloc(8);
  part.set(bytes.subarray(at, at + width));
  return part.readBigUInt64LE();
}

/** Values at which readers go wrong: ends of ranges, sizes, the neighbours of what is there, and what is elsewhere in the file. */
function valueFor(place: Place, bytes: Uint8Array, places: readonly Place[], random: Random): bigint {
  const old = readAt(bytes, place);
  switch (random.below(8)) {
    case 0:
      return random.pick([
        0n,
        1n,
        2n,
        0x7fn,
        0xffn,
        0x7fffn,
        0xffffn,
        0x7fff_ffffn,
        0x8000_0000n,
        0xffff_ffffn,
        -1n,
        -8n,
      ]);
    case 1:
      return old + random.pick([1n, -1n, 4n, -4n, 8n, -8n, 16n, -16n, 0x1000n, -0x1000n]);
    case 2:
      return BigInt(bytes.length) + random.pick([0n, -1n, 1n, -8n, 8n]);
    case 3:
      return BigInt(random.below(bytes.length + 16));
    case 4:
      return old ^ (1n << BigInt(random.below(place.width * 8)));
    case 5:
      return BigInt(random.below(2 ** 32));
    default:
      // Two lists that meet, a pointer to the wrong object: what construction is made of.
      return readAt(bytes, random.pick(places)) + random.pick([0n, 0n, 0n, 8n, -8n, 16n]);
  }
}

/** Words of a file that look like addresses of the kernel: the links of whatever it holds. */
export function addressPlaces(bytes: Uint8Array, most = 4096): Place[] {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Place[] = [];
  for (let at = 0; at + 8 <= bytes.length && found.length < most; at += 8)
    if (data.getUint32(at + 4, true) >= 0xffff_8000 && data.getUint32(at + 4, true) !== 0xffff_ffff)
      found.push({ at, width: 8 });
  return found;
}

/** One to eight edits, most of them where the format keeps numbers. */
export function newEdits(bytes: Uint8Array, places: readonly Place[], random: Random): Edit[] {
  const anywhere = (): Place => {
    const width = random.pick([1, 2, 4, 8] as const);
    return { at: Math.floor(random.below(Math.max(1, bytes.length - 8)) / width) * width, width };
  };
  const known = places.length === 0 ? [anywhere()] : places;
  return Array.from({ length: 1 + random.below(8) }, (): Edit => {
    if (random.oneIn(40)) return { kind: 'cut', length: random.below(bytes.length + 1) };
    if (random.oneIn(20)) {
      const length = 1 + random.below(0x100);
      return { kind: 'copy', from: random.below(bytes.length), to: random.below(bytes.length), length };
    }
    const place = random.oneIn(4) ? anywhere() : random.pick(known);
    return { kind: 'set', at: place.at, hex: hexOf(valueFor(place, bytes, known, random), place.width) };
  });
}
