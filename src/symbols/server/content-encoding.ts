import type { Transform } from 'node:stream';
import zlib from 'node:zlib';

/** RFC 9659: an answer in Zstandard needs a window of 8 MiB at most. */
const ZSTD_WINDOW_LOG = 23;

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => zlib.createGunzip()],
  ['x-gzip', () => zlib.createGunzip()],
  ['br', () => zlib.createBrotliDecompress()],
  // Node 22.15 and later have it; the executable brings a newer one.
  ...(typeof zlib.createZstdDecompress === 'function'
    ? [
        [
          'zstd',
          () =>
            zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
        ] as const,
      ]
    : []),
]);

/** The encodings that are asked for, the best first. */
export const ACCEPTED_ENCODINGS = ['zstd', 'br', 'gzip'].filter((name) => DECODERS.has(name)).join(', ');

/** What undoes `encoding`: undefined for `identity`, `unknown` for an encoding or a list of several that is not understood. */
export function decoderFor(encoding: string | undefined): Transform | undefined | 'unknown' {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === 'identity' || name === '') return undefined;
  return DECODERS.get(name)?.() ?? 'unknown';
}
