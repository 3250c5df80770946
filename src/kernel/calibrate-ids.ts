import type { VirtualAddress } from '../binary/address.ts';
import { dataViewOf } from '../binary/data-view.ts';
import { type Memory, tryRead } from '../dump/memory/memory.ts';
import type { ThreadLayout } from './layouts/thread-layout.ts';

/** A thread with ids known from elsewhere: the capture noted them beside the dump. */
export interface KnownThread {
  readonly address: VirtualAddress;
  readonly processId: number;
  readonly threadId: number;
}

/** The offsets at which a thread object holds {process id, thread id} as two words. */
function placesOfIds(bytes: Uint8Array, { processId, threadId }: KnownThread): Set<number> {
  const data = dataViewOf(bytes);
  const places = new Set<number>();
  for (let at = 0; at + 16 <= bytes.length; at += 8)
    if (
      data.getBigUint64(at, true) === BigInt(processId) &&
      data.getBigUint64(at + 8, true) === BigInt(threadId)
    )
      places.add(at);
  return places;
}

/**
 * The layout with ETHREAD.Cid where the known threads have their ids. The rule for it was read off builds that exist
 * today; this finds it in those to come. Other words may look like ids in one thread, hardly in several, so the place
 * must be the only one that all of them share; where it is not, the layout stays as it is.
 */
export function calibrateIds(
  memory: Memory,
  layout: ThreadLayout,
  known: readonly KnownThread[],
): ThreadLayout {
  // Types of the very build need no calibration.
  if (layout.placed.cid?.source === 'Types') return layout;
  let shared: Set<number> | undefined;
  for (const thread of known) {
    const bytes = tryRead(memory, thread.address, layout.size);
    if (!bytes) continue;
    const places = placesOfIds(bytes, thread);
    // The rule holds for a thread that is known: nothing to find.
    if (layout.cid !== undefined && places.has(layout.cid)) return layout;
    shared = new Set([...places].filter((place) => shared?.has(place) ?? true));
  }
  const [cid, another] = shared ?? [];
  return cid === undefined || another !== undefined ? layout : { ...layout, cid };
}
