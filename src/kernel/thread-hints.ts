import path from 'node:path';
import { parseAddress } from '../binary/address.ts';
import type { CaptureManifest } from '../contract/generated/types.ts';
import type { Hints } from './kernel-objects.ts';

type Captured = CaptureManifest['threads'][number];

/** The threads of a set by the file name of their dump: a set can have a thousand dumps, and each asks for its own. */
const threadsByFile = new WeakMap<CaptureManifest, ReadonlyMap<string, readonly Captured[]>>();

function threadsOf(manifest: CaptureManifest, fileName: string): readonly Captured[] {
  let byFile = threadsByFile.get(manifest);
  if (byFile === undefined) {
    const found = new Map<string, Captured[]>();
    for (const thread of manifest.threads) {
      // A capture on Windows is read on any system. A thread without a path is in no dump.
      const file = thread.path === undefined ? undefined : path.win32.basename(thread.path);
      if (file === undefined) continue;
      const known = found.get(file);
      if (known) known.push(thread);
      else found.set(file, [thread]);
    }
    byFile = found;
    threadsByFile.set(manifest, byFile);
  }
  return byFile.get(fileName) ?? [];
}

/** What the manifest of a set shows about the threads inside of one of its dumps. */
export function threadHints(manifest: CaptureManifest | undefined, dumpPath: string): Hints {
  const threads = manifest === undefined ? [] : threadsOf(manifest, path.basename(dumpPath));
  const known = threads.flatMap(({ objectAddress, processId, threadId }) => {
    const address = parseAddress(objectAddress ?? '');
    return address === undefined ? [] : [{ address, processId, threadId }];
  });
  return { threads: known.map(({ address }) => address), known };
}
