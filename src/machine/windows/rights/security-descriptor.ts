import { view } from '../../../binary/layout.ts';
import {
  ACCESS_ALLOWED_ACE,
  ACCESS_ALLOWED_OBJECT_ACE,
  ACL,
  SECURITY_DESCRIPTOR_RELATIVE,
  SID,
} from '../calls/layouts.ts';

/** The rights of accounts to an object: the part of a security descriptor that decides about access. */
export interface AccessControl {
  readonly owner?: string;
  /** Nothing is inherited from the folder around it. */
  readonly isProtected: boolean;
  /** Absent when there is no list at all, which allows everything to everyone. */
  readonly allowed?: readonly AllowedAccess[];
}

export interface AllowedAccess {
  readonly sid: string;
  readonly mask: number;
  /** The entry is for children made later, not for the object itself. */
  readonly inheritOnly: boolean;
}

/** winnt.h */
const SE_DACL_PRESENT = 0x4;
const SE_DACL_PROTECTED = 0x1000;
const INHERIT_ONLY_ACE = 0x8;
/** ACCESS_ALLOWED_ACE_TYPE, and its form with a condition, which is taken as fulfilled. */
const ALLOWING_TYPES: ReadonlySet<number> = new Set([0x0, 0x9]);
/**
 * The same for a part of an object (ACCESS_ALLOWED_OBJECT_ACE_TYPE). Files have no parts, so such entries are not
 * written for them; an access check that names no part may still count one.
 */
const OBJECT_TYPES: ReadonlySet<number> = new Set([0x5, 0xb]);

/** `S-1-5-32-544`: a security identifier as MS-DTYP 2.4.2.1 spells it. */
export function decodeSid(bytes: Uint8Array, offset: number): string {
  const sid = view(SID, bytes, offset);
  const authority = sid.get('IdentifierAuthority').reduce((value, byte) => value * 256 + byte, 0);
  const data = new DataView(bytes.buffer, bytes.byteOffset + offset + SID.size);
  const parts = Array.from({ length: sid.get('SubAuthorityCount') }, (_, index) =>
    data.getUint32(index * 4, true),
  );
  return ['S', sid.get('Revision'), authority, ...parts].join('-');
}

/** Where the SID of an entry that allows begins; undefined for every other entry. */
function sidOffset(bytes: Uint8Array, at: number): number | undefined {
  const type = view(ACCESS_ALLOWED_ACE, bytes, at).get('AceType');
  if (ALLOWING_TYPES.has(type)) return at + ACCESS_ALLOWED_ACE.fields.SidStart.offset;
  if (!OBJECT_TYPES.has(type)) return undefined;
  const { Flags, ObjectType } = ACCESS_ALLOWED_OBJECT_ACE.fields;
  const flags = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + Flags.offset, true);
  const guids = (flags & 1) + ((flags >> 1) & 1);
  return at + ObjectType.offset + guids * ObjectType.width;
}

function decodeAcl(bytes: Uint8Array, offset: number): AllowedAccess[] {
  const allowed: AllowedAccess[] = [];
  let at = offset + ACL.size;
  for (let left = view(ACL, bytes, offset).get('AceCount'); left > 0; left -= 1) {
    const entry = view(ACCESS_ALLOWED_ACE, bytes, at);
    const sid = sidOffset(bytes, at);
    if (sid !== undefined) {
      allowed.push({
        sid: decodeSid(bytes, sid),
        mask: entry.get('Mask'),
        inheritOnly: (entry.get('AceFlags') & INHERIT_ONLY_ACE) !== 0,
      });
    }
    at += entry.get('AceSize');
  }
  return allowed;
}

/**
 * Decodes a self-relative security descriptor (MS-DTYP 2.4.6). Entries that deny are left out: the answer
 * is the most that may be allowed, never less.
 */
export function decodeSecurityDescriptor(bytes: Uint8Array): AccessControl {
  const descriptor = view(SECURITY_DESCRIPTOR_RELATIVE, bytes);
  const owner = descriptor.get('Owner');
  const control = descriptor.get('Control');
  const dacl = (control & SE_DACL_PRESENT) === 0 ? 0 : descriptor.get('Dacl');
  return {
    ...(owner === 0 ? {} : { owner: decodeSid(bytes, owner) }),
    isProtected: (control & SE_DACL_PROTECTED) !== 0,
    ...(dacl === 0 ? {} : { allowed: decodeAcl(bytes, dacl) }),
  };
}
