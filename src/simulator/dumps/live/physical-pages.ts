import { below, type Random } from '../../seeded-random.ts';

export const PAGE_BYTES = 0x1000;

/** The physical memory of a simulated machine: the pages that hold something, by page frame number. */
export interface PhysicalPages {
  /** A new zeroed page; frames are handed out upwards, with gaps as a used machine has them. */
  allocate(): number;
  /** The page of a frame that something else chose; made on first use. */
  page(frame: number): Uint8Array;
  readonly frames: ReadonlyMap<number, Uint8Array>;
}

/** Below lie the frames that directory tables take by themselves. */
const FIRST_FRAME = 0x1000;

export function physicalPages(random: Random): PhysicalPages {
  const frames = new Map<number, Uint8Array>();
  let next = FIRST_FRAME;
  const page = (frame: number) => {
    const known = frames.get(frame);
    if (known !== undefined) return known;
    const fresh = new Uint8Array(PAGE_BYTES);
    frames.set(frame, fresh);
    return fresh;
  };
  return {
    frames,
    page,
    allocate() {
      const frame = next;
      next += 1 + (below(random, 8) === 0 ? below(random, 40) : 0);
      page(frame);
      return frame;
    },
  };
}
