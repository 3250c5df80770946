import { view } from '../../binary/layout.ts';
import { FIXED_FILE_INFO, RESOURCE_DATA, RESOURCE_DIRECTORY, RESOURCE_ENTRY } from './headers.ts';
import type { PeImage } from './image.ts';

/** RT_VERSION (winuser.h). */
const VERSION_RESOURCE = 16;
/** Type, name, language: resources are three directories deep. */
const LEVELS = 3;
/** Of one directory; an image has some dozens. */
const MOST_ENTRIES = 1024;
const SUBDIRECTORY = 0x8000_0000;
const FIXED_INFO_SIGNATURE = 0xfeef04bd;
/** VS_VERSION_INFO begins with lengths and a name of 15 characters; the fixed part follows within this. */
const SEARCHED = 0x80;

/** The offset that the first entry of a directory leads to, or that of the entry with the id. */
function follow(image: PeImage, base: number, offset: number, id?: number): number | undefined {
  const head = image.read(base + offset, RESOURCE_DIRECTORY.size);
  if (head === undefined) return undefined;
  const { NumberOfNamedEntries, NumberOfIdEntries } = view(RESOURCE_DIRECTORY, head).all();
  const count = Math.min(NumberOfNamedEntries + NumberOfIdEntries, MOST_ENTRIES);
  const table = image.read(base + offset + RESOURCE_DIRECTORY.size, count * RESOURCE_ENTRY.size);
  if (table === undefined) return undefined;
  for (let index = 0; index < count; index += 1) {
    const entry = view(RESOURCE_ENTRY, table, index * RESOURCE_ENTRY.size).all();
    if (id === undefined || entry.Name === id) return entry.OffsetToData;
  }
  return undefined;
}

function versionResource(image: PeImage): Uint8Array | undefined {
  const range = image.directory('resource');
  if (range === undefined) return undefined;
  let offset: number | undefined = 0;
  for (let level = 0; level < LEVELS; level += 1) {
    offset = follow(image, range.rva, offset, level === 0 ? VERSION_RESOURCE : undefined);
    const isDirectory = offset !== undefined && offset >= SUBDIRECTORY;
    if (offset === undefined || isDirectory !== level < LEVELS - 1) return undefined;
    if (isDirectory) offset -= SUBDIRECTORY;
  }
  const data = image.read(range.rva + offset, RESOURCE_DATA.size);
  if (data === undefined) return undefined;
  const { OffsetToData, Size } = view(RESOURCE_DATA, data).all();
  return image.read(OffsetToData, Math.min(Size, SEARCHED + FIXED_FILE_INFO.size));
}

/**
 * The file version of an image, `10.0.19041.1110`; undefined where it has no version resource or memory does not hold it. A
 * resource that contradicts itself counts as absent: a version is an extra.
 */
export function fileVersion(image: PeImage): string | undefined {
  const resource = versionResource(image);
  if (resource === undefined) return undefined;
  for (let at = 0; at + FIXED_FILE_INFO.size <= resource.length; at += 4) {
    const info = view(FIXED_FILE_INFO, resource, at);
    if (info.get('dwSignature') !== FIXED_INFO_SIGNATURE) continue;
    const [high, low] = [info.get('dwFileVersionMS'), info.get('dwFileVersionLS')];
    return [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff].join('.');
  }
  return undefined;
}
