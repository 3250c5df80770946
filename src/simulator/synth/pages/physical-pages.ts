export const PAGE_BYTES = 0x1000;

/** Physical memory: the pages that hold something, by page frame number. */
export interface PhysicalPages {
  /** A new zeroed page. */
  allocate(): number;
  /** The page of a frame that something else chose; made on first use. */
  page(frame: number): Uint8Array;
  readonly frames: ReadonlyMap<number, Uint8Array>;
}

/** `following` names the frame to hand out after another: with gaps, as a used machine has them. */
export function physicalPages(first: number, following: (frame: number) => number): PhysicalPages {
  const frames = new Map<number, Uint8Array>();
  let next = first;
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
      next = following(frame);
      page(frame);
      return frame;
    },
  };
}
