import type { ByteSource } from '../binary/byte-source.ts';
import { dataViewOf } from '../binary/data-view.ts';
import { SIGNATURE_32 } from './layouts/dump-header.ts';

/** Files that are often taken for kernel dumps of 64-bit Windows: what they are, and what opens or converts them. */
export interface Stranger {
  /** As in "FILE is …". */
  readonly is: string;
  readonly advice: string;
}

interface Signature extends Stranger {
  readonly starts: readonly number[];
}

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const word = (value: number) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);

const RAW_ADVICE = 'It has no dump header. Memory readers such as volatility and MemProcFS open it as it is.';
const UNPACK = 'Unpack it first.';

const HYPER_V: Stranger = {
  is: 'a saved state of a Hyper-V virtual machine',
  advice:
    'While the machine runs, Debug-VM -InjectNonMaskableInterrupt makes its Windows write a crash dump; open that.',
};
const VMWARE: Stranger = {
  is: 'a saved state of a VMware virtual machine',
  advice: 'Convert it first: vmss2core.exe -W8 FILE.vmss FILE.vmem writes memory.dmp.',
};

const SIGNATURES: readonly Signature[] = [
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
  // HyperVStorage, the container of .vmrs and .vmcx (as dissect.hypervisor reads it).
  { starts: word(0x01282014), ...HYPER_V },
  // .vmss and .vmsn (as volatility reads them).
  ...[0xbed2bed0, 0xbad1bad1, 0xbed2bed2, 0xbed3bed3].map((value) => ({ starts: word(value), ...VMWARE })),
  {
    starts: ascii('EMiL'),
    is: 'a memory image in LiME format',
    advice: 'Memory readers such as volatility open it as it is.',
  },
  {
    starts: ascii('QEVM'),
    is: 'a saved state of a QEMU virtual machine',
    advice: 'Write a dump with dump-guest-memory -w.',
  },
  // Packed files: what is inside may be a dump, but pages cannot be read by position from them.
  {
    starts: ascii('MSCF'),
    is: 'compressed: it is a cabinet (.cab)',
    advice: 'Unpack it first: expand.exe -F:* FILE FOLDER.',
  },
  {
    starts: ascii('PK\x03\x04'),
    is: 'compressed: it is a zip archive',
    advice: 'Unpack it first: Expand-Archive.',
  },
  { starts: [0x1f, 0x8b], is: 'compressed: it is a gzip-compressed file', advice: UNPACK },
  { starts: ascii('7z\xbc\xaf'), is: 'compressed: it is a 7-Zip archive', advice: UNPACK },
  { starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: 'compressed: it is an xz-compressed file', advice: UNPACK },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], is: 'compressed: it is a zstd-compressed file', advice: UNPACK },
];

const matches = (head: Uint8Array, starts: readonly number[]) =>
  head.length >= starts.length && starts.every((byte, at) => head[at] === byte);

/** Whether a file starts with a text. */
export function startsWith(head: Uint8Array, text: string): boolean {
  return matches(head, ascii(text));
}

const ELF = [0x7f, 0x45, 0x4c, 0x46];
/** e_type of the ELF header, and ET_CORE (elf.h). */
const ELF_TYPE = 0x10;
const ELF_CORE = 4;

function elf(head: Uint8Array): Stranger | undefined {
  if (!matches(head, ELF)) return undefined;
  if (head[ELF_TYPE] !== ELF_CORE)
    return { is: 'an ELF program, not a dump', advice: 'Name the file of the dump.' };
  return {
    is: 'an ELF core, as QEMU, VirtualBox and Linux write them',
    advice:
      'For a virtual machine of QEMU, elf2dmp converts it, or dump-guest-memory -w writes a Windows dump.',
  };
}

/** PROCESSOR_START_BLOCK of 64-bit Windows is in a page of the first MiB of physical memory (as MemProcFS finds it). */
const START_BLOCKS_END = 0x10_0000;
const PAGE = 0x1000;
const START_BLOCK_MASK = 0xffff_ffff_ffff_00ffn;
const START_BLOCK = 0x0000_0001_0006_00e9n;

/** Whether the file is physical memory from its first page on: Windows leaves its start block there. */
function holdsStartBlock(source: ByteSource): boolean {
  const length = Math.min(START_BLOCKS_END, source.size - (source.size % PAGE));
  const memory = dataViewOf(source.read(0, length));
  for (let at = 0; at + 8 <= length; at += PAGE)
    if ((memory.getBigUint64(at, true) & START_BLOCK_MASK) === START_BLOCK) return true;
  return false;
}

/** Extensions that mean memory without any header. */
const RAW_EXTENSION = /\.(?:raw|mem|img|vmem)$/i;
/** A live dump that was not finished starts with zeros, and any page of memory may follow: it is no raw image. */
const DUMP_EXTENSION = /\.dmp$/i;

function rawMemory(source: ByteSource, head: Uint8Array): Stranger | undefined {
  if (source.size < PAGE || source.size % PAGE !== 0) return undefined;
  if (/\.vmem$/i.test(source.name)) return { ...VMWARE, is: 'the memory of a VMware virtual machine' };
  const unfinished = DUMP_EXTENSION.test(source.name) && head.every((byte) => byte === 0);
  return RAW_EXTENSION.test(source.name) || (!unfinished && holdsStartBlock(source))
    ? { is: 'a raw image of physical memory', advice: RAW_ADVICE }
    : undefined;
}

/** What a file is that starts with `head` and is no kernel dump of 64-bit Windows; undefined when nothing shows it. */
export function strangerOf(source: ByteSource, head: Uint8Array): Stranger | undefined {
  return SIGNATURES.find(({ starts }) => matches(head, starts)) ?? elf(head) ?? rawMemory(source, head);
}
