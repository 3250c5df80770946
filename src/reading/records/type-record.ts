import { formatAddress, type VirtualAddress } from '../../binary/address.ts';
import type { KernelType, KernelTypeMember } from '../../contract/generated/types.ts';
import type { Pdb } from '../../symbols/pdb/pdb-file.ts';
import { type ExpandedMember, type ExpandOptions, expand } from '../../symbols/types/expand.ts';
import { plainType } from '../../symbols/types/member-path.ts';
import type { TypeLibrary } from '../../symbols/types/type-library.ts';
import type { NamedType } from '../../symbols/types/type-records.ts';
import { bitsText, typeText } from '../../symbols/types/type-text.ts';
import type { OpenedDumpFile } from '../sources/opened-dump.ts';
import { type MemberValue, memberValues } from '../types/member-value.ts';
import { defined, whereOf } from './record-tools.ts';

/** A type of an image, and where it was read. */
export interface FoundType {
  readonly module: string;
  readonly pdb: Pdb;
  readonly library: TypeLibrary;
  readonly type: NamedType;
}

/** The last part of a path, also of the name of a built-in file (`built-in:ntkrnlmp.pdb`). */
const fileOf = ({ source }: Pdb) => source.name.slice(source.name.search(/[^\\/:]*$/));

const KINDS = { structure: 'Structure', union: 'Union', enum: 'Enum' } as const;

const sizeOf = (library: TypeLibrary, type: NamedType): number =>
  type.kind === 'enum' ? (library.sizeOf(type.underlying ?? 0) ?? 0) : type.size;

/** What debuggers print for memory that is not there. */
const NOT_THERE = '???';

/** Values and meanings are shown as they are; a structure or array that has neither is named by its type. */
function shownText(
  library: TypeLibrary,
  { type, bits }: ExpandedMember,
  text: string,
  value?: MemberValue,
): string {
  const parts = [value?.value, value?.text].filter((part) => part !== undefined);
  if (parts.length > 0) return parts.join(' ');
  const { kind } = library.shape(plainType(library, type));
  const isOpen = bits === undefined && (kind === 'structure' || kind === 'union' || kind === 'array');
  return value === undefined || isOpen ? text : NOT_THERE;
}

function memberRecord(library: TypeLibrary, member: ExpandedMember, value?: MemberValue): KernelTypeMember {
  const { path, level, offset, type, bits } = member;
  const text = bits === undefined ? typeText(library, type) : bitsText(bits);
  return {
    name: path,
    level,
    offset,
    type: text,
    ...defined({
      size: bits === undefined ? library.sizeOf(type) : undefined,
      bitPosition: bits?.position,
      bitLength: bits?.length,
    }),
    ...value,
    shown: shownText(library, member, text, value),
  };
}

/** The name of a type without its members. */
export function typeNameRecord(
  opened: OpenedDumpFile,
  { module, pdb, library, type }: FoundType,
): KernelType {
  const { guid, age } = pdb.identity;
  return {
    ...whereOf(opened),
    name: `${module}!${type.name}`,
    module,
    typeName: type.name,
    kind: KINDS[type.kind],
    size: sizeOf(library, type),
    pdb: { name: fileOf(pdb), guid, age },
  };
}

/** A type with its members or enumerators, and with an address the values there. */
export function typeRecord(
  opened: OpenedDumpFile,
  found: FoundType,
  options: ExpandOptions,
  address: VirtualAddress | undefined,
): KernelType {
  const { library, type } = found;
  const head = typeNameRecord(opened, found);
  if (type.kind === 'enum') {
    const { items, complete } = library.enumerators(type);
    const enumerators = items.map(({ name, value }) => ({ name, value: String(value) }));
    return { ...head, enumerators, ...(!complete && { complete }) };
  }
  const { members, complete } = expand(library, type, options);
  const { memory } = opened.dump;
  const readValue = address === undefined ? undefined : memberValues(memory, library, address);
  return {
    ...head,
    ...(address !== undefined && {
      address: formatAddress(address),
      storedBytes: memory.read(address, type.size).bytes.length,
    }),
    members: members.map((member) => memberRecord(library, member, readValue?.(member))),
    ...(!complete && { complete }),
  };
}
