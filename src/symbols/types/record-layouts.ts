import { layout, u8, u16, u32 } from '../../binary/layout.ts';

/**
 * Type records of a PDB as data. Each record begins with its leaf, the word that names its kind; a length word precedes it and
 * is not part of these tables. Source: microsoft-pdb `include/cvinfo.h` and `PDB/dbi/tpi.h`, LLVM documentation "The PDB TPI
 * and IPI Streams".
 */
export const TPI_HEADER = layout('HDR', 0x14, {
  version: u32(0x00),
  headerSize: u32(0x04),
  firstIndex: u32(0x08),
  endIndex: u32(0x0c),
  recordBytes: u32(0x10),
});
/** impv80, which every linker since Visual Studio 2005 writes. */
export const TPI_VERSION = 20040203;
/** Smaller numbers are types that the compiler has built in. */
export const FIRST_TYPE_INDEX = 0x1000;

/** LEAF_ENUM_e: the kinds of record that this reader understands; every other kind is skipped by its length. */
export const LEAF = {
  modifier: 0x1001,
  pointer: 0x1002,
  procedure: 0x1008,
  memberFunction: 0x1009,
  fieldList: 0x1203,
  bitField: 0x1205,
  array: 0x1503,
  class: 0x1504,
  structure: 0x1505,
  union: 0x1506,
  enumeration: 0x1507,
  interface: 0x1519,
  class2: 0x1608,
  structure2: 0x1609,
  union2: 0x160a,
  interface2: 0x160b,
} as const;

/** The kinds of entry in a field list. An entry has no length, so an unknown kind ends what can be read. */
export const FIELD_LEAF = {
  baseClass: 0x1400,
  virtualBaseClass: 0x1401,
  indirectVirtualBaseClass: 0x1402,
  index: 0x1404,
  virtualTable: 0x1409,
  friendClass: 0x140a,
  virtualFunctionOffset: 0x140c,
  enumerate: 0x1502,
  friendFunction: 0x150c,
  member: 0x150d,
  staticMember: 0x150e,
  method: 0x150f,
  nestedType: 0x1510,
  oneMethod: 0x1511,
  nestedTypeEx: 0x1512,
  memberModify: 0x1513,
  baseInterface: 0x151a,
} as const;

export const LF_MODIFIER = layout('lfModifier', 0x08, { type: u32(0x02), attributes: u16(0x06) });
export const LF_POINTER = layout('lfPointer', 0x0a, { type: u32(0x02), attributes: u32(0x06) });
export const LF_BITFIELD = layout('lfBitfield', 0x08, {
  type: u32(0x02),
  length: u8(0x06),
  position: u8(0x07),
});
/** The size in bytes and an empty name follow. */
export const LF_ARRAY = layout('lfArray', 0x0a, { elementType: u32(0x02), indexType: u32(0x06) });
/** The size in bytes, the name and, where `property` announces it, the unique name follow. */
export const LF_STRUCTURE = layout('lfClass', 0x12, {
  count: u16(0x02),
  property: u16(0x04),
  field: u32(0x06),
});
export const LF_UNION = layout('lfUnion', 0x0a, { count: u16(0x02), property: u16(0x04), field: u32(0x06) });
/** The name and, where `property` announces it, the unique name follow. */
export const LF_ENUM = layout('lfEnum', 0x0e, { property: u16(0x04), type: u32(0x06), field: u32(0x0a) });
/**
 * The forms for more than 65,535 members: a number of members, the size in bytes and the names follow. Source: the answer of
 * Microsoft's compiler team in microsoft-pdb issue 50; no public PDB that was looked at has one.
 */
export const LF_STRUCTURE2 = layout('lfClass2', 0x12, { property: u16(0x02), field: u32(0x06) });
export const LF_UNION2 = layout('lfUnion2', 0x0a, { property: u16(0x02), field: u32(0x06) });

/** CV_prop_t. */
export const PROPERTY = { forwardReference: 0x80, hasUniqueName: 0x200 } as const;

/** Parts of lfPointerAttr. */
export const pointerSize = (attributes: number): number => (attributes >>> 13) & 0x3f;

/** Entries of a field list: a kind, attributes or padding, a type index. */
export const FIELD_ENTRY = layout('lfMember', 0x08, { attributes: u16(0x02), type: u32(0x04) });
/** CV_fldattr_t.mprop of a method that introduces a virtual one: an offset in the virtual table follows. */
export const introducesVirtual = (attributes: number): boolean => [4, 6].includes((attributes >>> 2) & 7);
