import { parseAddress } from '../../binary/address.ts';
import type { CaptureManifest } from '../../contract/generated/types.ts';
import type { Hints } from '../../kernel/kernel-objects.ts';

/** What a manifest beside a dump tells about the threads inside. */
export function threadHints(manifest: CaptureManifest | undefined): Hints {
  const threads = (manifest?.threads ?? [])
    .map(({ objectAddress }) => parseAddress(objectAddress ?? ''))
    .filter((address) => address !== undefined);
  return { threads };
}
