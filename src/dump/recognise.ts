import type { ByteSource } from '../binary/byte-source.ts';
import { Failure } from '../contract/failure.ts';
import { type DumpHeader, hasAttribute, readDumpHeader } from './dump-header.ts';
import { DUMP_HEADER_SIZE, MACHINE, SIGNATURE_64 } from './layouts/dump-header.ts';
import { startsWith, strangerOf } from './stranger.ts';

/**
 * Recognises a file before anything else is read from it: a 64-bit kernel dump with a header that can be trusted, or
 * a Failure that names what the file is instead and what opens it.
 */

/** Enough to distinguish a file that was never finished from one of another kind. */
const HEAD = 0x1000;

function refuse(source: ByteSource, head: Uint8Array): Failure {
  const target = source.name;
  const where = { target, offset: 0, field: 'DUMP_HEADER64.Signature' };
  const stranger = strangerOf(source, head);
  if (stranger !== undefined)
    return new Failure('DumpNotSupported', `${target} is ${stranger.is}`, {
      ...where,
      advice: stranger.advice,
    });
  if (source.size === 0) return new Failure('DumpTruncated', `${target} is empty`, where);
  // A live dump gets its header last, so a capture that was interrupted leaves zeros in its place.
  if (head.every((byte) => byte === 0))
    return new Failure(
      'DumpTruncated',
      `${target} starts with zeros: the capture that wrote it did not end, or it is no dump`,
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
  if (!startsWith(head, SIGNATURE_64)) throw refuse(source, head);
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
