import type { ImageCopy } from '../symbols/pdb/unwind-copies.ts';
import type { ImageMachine } from '../symbols/pe/headers.ts';
import type { ImageRange, PeImage, ReadRva } from '../symbols/pe/image.ts';
import { sectionFinder } from '../symbols/pe/section-at.ts';

/** Where unwind data came from: an image file, the image in the dump's own memory, or the copies in a PDB. */
export type UnwindOrigin = 'image' | 'memory' | 'pdb';

/** The function table (.pdata) and unwind information (.xdata) of one image, wherever the bytes are. */
export interface UnwindData {
  readonly origin: UnwindOrigin;
  readonly machine: ImageMachine;
  /** Where the function table is in the image. */
  readonly functionTable: ImageRange;
  /** Bytes of the image by RVA; from a PDB only the table and the unwind information, no code. */
  readonly read: ReadRva;
  /** Whether an RVA is in an executable section; undefined when the source does not show it. */
  readonly isExecutable?: (rva: number) => boolean;
}

/** Unwind data of an image, or undefined when the image has no function table. */
export function unwindDataOfImage(image: PeImage, origin: 'image' | 'memory'): UnwindData | undefined {
  const functionTable = image.directory('exception');
  if (functionTable === undefined) return undefined;
  const executableAt = sectionFinder(image.sections.filter((section) => section.executable));
  return {
    origin,
    machine: image.machine,
    functionTable,
    read: image.read,
    isExecutable: (rva) => executableAt(rva) !== undefined,
  };
}

/**
 * Unwind data from the copies of .pdata and .xdata that Microsoft's public PDBs carry (519 of 519 entries of a
 * measured driver equal its image). Enough to walk; without code, epilogs are known only where version 2 describes them.
 */
export function unwindDataOfCopies(
  machine: ImageMachine,
  copies: { readonly pdata: ImageCopy; readonly xdata: ImageCopy },
): UnwindData {
  const parts = [copies.pdata, copies.xdata];
  return {
    origin: 'pdb',
    machine,
    functionTable: { rva: copies.pdata.rva, size: copies.pdata.bytes.length },
    read(rva, length) {
      const part = parts.find((each) => rva >= each.rva && rva + length <= each.rva + each.bytes.length);
      return part?.bytes.subarray(rva - part.rva, rva - part.rva + length);
    },
  };
}

/**
 * One source over several of the same image, best first: a page that the dump's memory lacks is taken from the file.
 * Undefined when none is there.
 */
export function layeredUnwindData(sources: ReadonlyArray<UnwindData | undefined>): UnwindData | undefined {
  const [first, ...others] = sources.filter((source) => source !== undefined);
  if (first === undefined || others.length === 0) return first;
  const layers = [first, ...others];
  const isExecutable = layers.find((source) => source.isExecutable)?.isExecutable;
  return {
    origin: first.origin,
    machine: first.machine,
    functionTable: first.functionTable,
    read(rva, length) {
      for (const source of layers) {
        const bytes = source.read(rva, length);
        if (bytes !== undefined) return bytes;
      }
      return undefined;
    },
    ...(isExecutable && { isExecutable }),
  };
}
