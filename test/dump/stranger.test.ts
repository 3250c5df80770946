import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource, openFileSource } from '../../src/binary/byte-source.ts';
import { Failure } from '../../src/contract/failure.ts';
import { openDump } from '../../src/dump/open-dump.ts';

function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
  }
  throw new Error('nothing failed');
}

const refusal = (name: string, bytes: Uint8Array) => failureOf(() => openDump(bytesSource(bytes, name)));

/** Four pages that start with these bytes. */
function file(...starts: number[]): Buffer {
  const bytes = Buffer.alloc(0x4000);
  Buffer.from(starts).copy(bytes);
  return bytes;
}

/** The page that 64-bit Windows keeps in the first MiB to start processors from. */
function physicalMemory(): Buffer {
  const bytes = Buffer.alloc(0x4000);
  bytes.writeBigUInt64LE(0x00000001000600e9n | (0x4dn << 8n), 0x3000);
  return bytes;
}

describe('a file that is no kernel dump', () => {
  it.each([
    ['a Hyper-V saved state', 'vm.vmrs', file(0x14, 0x20, 0x28, 0x01), /Hyper-V/, /NonMaskableInterrupt/],
    ['a VMware suspended state', 'vm.vmss', file(0xd2, 0xbe, 0xd2, 0xbe), /VMware/, /vmss2core/],
    ['a VMware snapshot', 'vm.vmsn', file(0xd1, 0xba, 0xd1, 0xba), /VMware/, /vmss2core/],
    ['the memory of a VMware machine', 'vm.vmem', file(0x53, 0xff), /VMware/, /vmss2core/],
    ['a raw image by its name', 'memory.raw', file(), /raw image/, /volatility/],
    ['a raw image by its content', 'memory.001', physicalMemory(), /raw image/, /MemProcFS/],
    [
      'an ELF core',
      'core',
      file(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4),
      /ELF core/,
      /elf2dmp/,
    ],
    [
      'a program for Linux',
      'tool',
      file(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2),
      /ELF program/,
      /dump/,
    ],
    ['a LiME image', 'memory.lime', file(0x45, 0x4d, 0x69, 0x4c), /LiME/, /volatility/],
  ])('a file that is no kernel dump is named: %s', (_what, name, bytes, is, advice) => {
    const failure = refusal(name, bytes);
    expect(failure.code).toBe('DumpNotSupported');
    expect(failure.message).toMatch(is);
    expect(failure.advice).toMatch(advice);
  });

  it('a file that is no kernel dump is called unfinished when a dump starts with zeros, even if a page of memory follows', () => {
    expect(refusal('live.dmp', physicalMemory())).toMatchObject({ code: 'DumpTruncated' });
  });

  it('a file that is no kernel dump is called a folder when it is one, with the pattern that helps', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-folder-'));
    try {
      const failure = failureOf(() => openFileSource(folder));
      expect(failure.code).toBe('FileUnreadable');
      expect(failure.message).toBe(`${folder} is a folder, not a file.`);
      expect(failure.advice).toContain('*.dmp');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
