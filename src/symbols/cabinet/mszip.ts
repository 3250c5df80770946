import { zlib } from '../zlib.ts';

/** What one block expands to at most, and how far a block refers back into those before it. */
export const MSZIP_BLOCK = 0x8000;
const SIGNATURE = { first: 0x43, second: 0x4b };

/**
 * Expands one MSZIP block: `CK`, then a deflate stream of its own that may refer to the 32 KiB before it (MS-MCI).
 * Undefined when the block is damaged.
 */
export function expandMszip(block: Uint8Array, history: Uint8Array, size: number): Uint8Array | undefined {
  if (block[0] !== SIGNATURE.first || block[1] !== SIGNATURE.second || size > MSZIP_BLOCK) return undefined;
  try {
    const expanded = zlib().inflateRawSync(block.subarray(2), {
      maxOutputLength: MSZIP_BLOCK,
      ...(history.length > 0 && { dictionary: history }),
    });
    return expanded.length === size ? expanded : undefined;
  } catch {
    return undefined;
  }
}
