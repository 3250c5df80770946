import { addressAt, type VirtualAddress } from '../../binary/address.ts';
import { tryRead, tryReadFields } from '../../dump/memory/memory.ts';
import { decodeUtf16 } from '../../dump/utf16.ts';
import { asObject } from '../../kernel/guards.ts';
import { IO_TYPE, LONGEST_LABEL, VPB, VPB_LABEL } from '../../kernel/layouts/io.ts';
import { readNameOf } from '../../kernel/unicode-string.ts';
import { derived, fromMemory } from '../evidence.ts';
import type { DriverReference, FileName, FileReference } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { KernelView } from '../view.ts';
import { driverOfDevice } from './drivers.ts';
import { joinRelative, nameKind, networkName, pipeName } from './file-name.ts';

/** A file relative to a file relative to …: opens nest once, damage may nest for ever. */
const MOST_PARENTS = 4;
/** What is shown for the part of a name that is not stored: its end, or the file that it is relative to. */
const CUT_MARK = '…';

/** File objects that are kept: a request, its locations, its lock and its name all lead to one. */
const MOST_FILES = 4096;

/** The fields of the FILE_OBJECT at `address`; undefined when the dump holds something else there, or not all of it. */
export const readFileObject = remembered(MOST_FILES, readFileFields);

function readFileFields({ memory, io }: KernelView, address: VirtualAddress) {
  const fields = tryReadFields(memory, address, io.file);
  if (fields === undefined) return undefined;
  return fields.Type === IO_TYPE.file && fields.Size === io.fileSize ? fields : undefined;
}

type FileFields = NonNullable<ReturnType<typeof readFileObject>>;

interface RawName {
  readonly raw: string;
  readonly isCut: boolean;
  readonly isJoined: boolean;
}

function rawName(view: KernelView, address: VirtualAddress, depth = 0): RawName | undefined {
  const fields = readFileObject(view, address);
  if (fields === undefined) return undefined;
  const own = readNameOf(view.memory, address, view.io.file.fields.NameLength.offset);
  const text = own === undefined ? '' : own.isCut ? `${own.text}${CUT_MARK}` : own.text;
  const isCut = own?.isCut ?? false;
  const related = text.startsWith('\\') ? undefined : asObject(fields.RelatedFileObject);
  const parent = related && depth < MOST_PARENTS ? rawName(view, related, depth + 1) : undefined;
  if (parent) return { raw: joinRelative(parent.raw, text), isCut: isCut || parent.isCut, isJoined: true };
  if (related && text !== '') return { raw: joinRelative(CUT_MARK, text), isCut: true, isJoined: false };
  return text === '' ? undefined : { raw: text, isCut, isJoined: false };
}

function volumeLabel({ memory }: KernelView, { Vpb }: FileFields): string | undefined {
  const vpb = asObject(Vpb);
  const fields = vpb && tryReadFields(memory, vpb, VPB);
  if (!vpb || !fields) return undefined;
  const { Type, LabelLength } = fields;
  if (Type !== IO_TYPE.vpb || LabelLength === 0 || LabelLength > LONGEST_LABEL) return undefined;
  const label = tryRead(memory, addressAt(vpb, VPB_LABEL), LabelLength);
  return (label && decodeUtf16(label)) || undefined;
}

function deviceName(driver: DriverReference | undefined): string | undefined {
  return driver && `device of ${driver.name}`;
}

/** A name without its beginning names no server and no pipe. */
function shownName(kind: FileName['kind'], raw: string) {
  if (raw.startsWith(CUT_MARK)) return { text: raw };
  return kind === 'Network' ? networkName(raw) : { text: kind === 'Pipe' ? pipeName(raw) : raw };
}

function fileName(view: KernelView, address: VirtualAddress, fields: FileFields): FileName | undefined {
  const device = asObject(fields.DeviceObject);
  const driver = device && driverOfDevice(view, device);
  const found = rawName(view, address);
  const label = volumeLabel(view, fields);
  const common = { ...(driver && { driver }), ...(label !== undefined && { volumeLabel: label }) };
  if (found === undefined) {
    // A file object without a name is an open of the device itself.
    const text = fields.NameLength === 0 ? deviceName(driver) : undefined;
    const evidence = derived('device of the file object');
    return text === undefined
      ? undefined
      : { text, kind: 'Device', raw: '', ...common, isCut: false, evidence };
  }
  const { raw, isCut, isJoined } = found;
  const kind = nameKind(driver?.name, raw);
  const evidence = isJoined
    ? derived('names of the file object and of the one it is relative to')
    : fromMemory('name of the file object');
  return { ...shownName(kind, raw), kind, raw, ...common, isCut, evidence };
}

/** The file object at `address`, with its name as far as the dump holds it. */
export function fileReference(view: KernelView, address: VirtualAddress): FileReference {
  const fields = readFileObject(view, address);
  const name = fields && fileName(view, address, fields);
  return { address: addressAt(address, 0), ...(name && { name }) };
}
