/** A piece of an image by its RVA. */
interface SectionPlace {
  readonly rva: number;
  readonly virtualSize: number;
}

/**
 * Finds the section that holds an RVA. The sections of an image follow each other, so it is found by halves; where they overlap, as no
 * linker makes them, the first of the table counts.
 */
export function sectionFinder<S extends SectionPlace>(
  sections: readonly S[],
): (rva: number) => S | undefined {
  const holds = (section: S | undefined, rva: number) =>
    section !== undefined && rva >= section.rva && rva < section.rva + section.virtualSize;
  const isOrdered = sections.every(
    ({ rva }, index) =>
      index === 0 || rva >= (sections[index - 1]?.rva ?? 0) + (sections[index - 1]?.virtualSize ?? 0),
  );
  if (!isOrdered) return (rva) => sections.find((section) => holds(section, rva));
  return (rva) => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sections[middle]?.rva ?? 0) <= rva) low = middle + 1;
      else high = middle;
    }
    const section = sections[low - 1];
    return holds(section, rva) ? section : undefined;
  };
}
