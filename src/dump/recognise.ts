import type { ByteSource } from '../binary/byte-source.ts';
import { Failure } from '../contract/failure.ts';
import { type DumpHeader, hasAttribute, readDumpHeader } from './dump-header.ts';
import { DUMP_HEADER_SIZE, MACHINE, SIGNATURE_32, SIGNATURE_64 } from './layouts/dump-header.ts';

/**
 * Says what a file is before anything else is read from it: a 64-bit kernel dump whose header can be trusted to be
 * one, or a Failure whose sentence names what the file is instead and what opens it.
 */

interface Stranger {
  readonly starts: readonly number[];
  readonly is: string;
  readonly advice: string;
}

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

const STRANGERS: readonly Stranger[] = [
  {
    starts: ascii('MDMP'),
    is: 'a user-mode minidump of one process',
    advice: 'Open it with WinDbg or another minidump reader; it holds no kernel stacks.',
  },
  {
    starts: ascii(SIGNATURE_32),
    is: 'a kernel dump of 32-bit Windows',
    advice: 'Open it with WinDbg; ktriage reads dumps of 64-bit Windows.',
  },
  { starts: ascii('USERDU'), is: 'an old user-mode dump of one process', advice: 'Open it with WinDbg.' },
  ...['hibr', 'HIBR', 'wake', 'WAKE', 'RSTR', 'HORM'].map((text) => ({
    starts: ascii(text),
    is: 'a hibernation file',
    advice: 'Convert it to a crash dump first.',
  })),
];

/** Packed files: what is inside may be a dump, but pages cannot be read by position from them. */
const PACKED: readonly Stranger[] = [
  { starts: ascii('MSCF'), is: 'a cabinet (.cab)', advice: 'Unpack it first: expand.exe -F:* FILE FOLDER.' },
  { starts: ascii('PK\x03\x04'), is: 'a zip archive', advice: 'Unpack it first: Expand-Archive.' },
  { starts: [0x1f, 0x8b], is: 'a gzip-compressed file', advice: 'Unpack it first.' },
  { starts: ascii('7z\xbc\xaf'), is: 'a 7-Zip archive', advice: 'Unpack it first.' },
  { starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: 'an xz-compressed file', advice: 'Unpack it first.' },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], is: 'a zstd-compressed file', advice: 'Unpack it first.' },
];

const matches = (head: Uint8Array, { starts }: Stranger) =>
  head.length >= starts.length && starts.every((byte, at) => head[at] === byte);

/** Enough to tell a file that was never finished from one of another kind. */
const HEAD = 0x1000;

function refuse(source: ByteSource, head: Uint8Array): Failure {
  const target = source.name;
  const where = { target, offset: 0, field: 'DUMP_HEADER64.Signature' };
  const stranger = STRANGERS.find((kind) => matches(head, kind));
  if (stranger)
    return new Failure('DumpNotSupported', `${target} is ${stranger.is}`, {
      ...where,
      advice: stranger.advice,
    });
  const packed = PACKED.find((kind) => matches(head, kind));
  if (packed)
    return new Failure('DumpNotSupported', `${target} is compressed: it is ${packed.is}`, {
      ...where,
      advice: packed.advice,
    });
  if (source.size === 0) return new Failure('DumpTruncated', `${target} is empty`, where);
  // A live dump gets its header last, so a capture that was interrupted leaves zeros in its place.
  if (head.every((byte) => byte === 0))
    return new Failure(
      'DumpTruncated',
      `${target} starts with zeros: the capture that wrote it did not end`,
      where,
    );
  return new Failure(
    'NotADump',
    `${target} is no kernel dump: it does not start with ${SIGNATURE_64}.`,
    where,
  );
}

function requireReadable(source: ByteSource, header: DumpHeader): void {
  const target = source.name;
  const machine = header.raw('MachineImageType');
  if (machine !== MACHINE.x64 && machine !== MACHINE.arm64)
    throw new Failure(
      'DumpNotSupported',
      `${target} was written on a machine of type 0x${machine.toString(16)}; x64 (0x8664) and ARM64 (0xaa64) are read`,
      { target, offset: 0x30, field: 'DUMP_HEADER64.MachineImageType' },
    );
  if (hasAttribute(header, 'EncryptedDumpData') && !hasAttribute(header, 'DecryptedDump'))
    throw new Failure('DumpNotSupported', `${target} is encrypted (a policy of the machine that wrote it)`, {
      target,
      offset: 0x1050,
      field: 'DUMP_HEADER64.Attributes',
      advice: 'Decrypt it with the private key of the certificate in that policy, then open the result.',
    });
}

/**
 * The header of a 64-bit kernel dump.
 * @throws Failure NotADump, DumpNotSupported (32-bit, user mode, packed, encrypted, another processor),
 *   DumpTruncated (empty, unfinished or shorter than a header)
 */
export function recognise(source: ByteSource): DumpHeader {
  const head = source.read(0, Math.min(HEAD, source.size));
  if (!matches(head, { starts: ascii(SIGNATURE_64), is: '', advice: '' })) throw refuse(source, head);
  if (source.size < DUMP_HEADER_SIZE)
    throw new Failure(
      'DumpTruncated',
      `${source.name} ends at 0x${source.size.toString(16)}, inside its header of 0x${DUMP_HEADER_SIZE.toString(16)} bytes`,
      { target: source.name, offset: source.size, field: 'DUMP_HEADER64' },
    );
  const header = readDumpHeader(source);
  requireReadable(source, header);
  return header;
}
