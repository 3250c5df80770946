import { parseAddress } from '../binary/address.ts';
import type { CaptureManifest } from '../contract/generated/types.ts';
import type { Hints } from './kernel-objects.ts';

/** What a manifest beside a dump shows about the threads inside. */
export function threadHints(manifest: CaptureManifest | undefined): Hints {
  const known = (manifest?.threads ?? []).flatMap(({ objectAddress, processId, threadId }) => {
    const address = parseAddress(objectAddress ?? '');
    return address === undefined ? [] : [{ address, processId, threadId }];
  });
  return { threads: known.map(({ address }) => address), known };
}
