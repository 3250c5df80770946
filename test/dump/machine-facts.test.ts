import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { readRegistryValues } from '../../src/dump/blobs/registry-values.ts';
import { readSmbios } from '../../src/dump/blobs/smbios.ts';
import { readMachineFacts } from '../../src/dump/machine-facts.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { crashes, KERNEL_GENERATED_PLAN, MACHINE_BLOBS } from '../synth/crash-catalog.ts';
import { crashDump } from '../synth/crash-dumps.ts';

const factsOf = (bytes: Buffer) => readMachineFacts(openDump(bytesSource(bytes, 'crash.dmp')));

describe('the machine of a crash', () => {
  it('the machine of a crash is read from the secondary data: processor and speed, firmware, system and board', () => {
    expect(factsOf(crashes.kernelGenerated())).toEqual({
      processor: 'AMD Ryzen 7 3700X 8-Core Processor',
      processorMHz: 3593,
      biosVendor: 'American Megatrends Inc.',
      biosVersion: 'F50',
      biosDate: '11/27/2019',
      manufacturer: 'Gigabyte Technology Co., Ltd.',
      product: 'X570 AORUS ELITE',
      boardManufacturer: 'Gigabyte Technology Co., Ltd.',
      boardProduct: 'X570 AORUS ELITE',
      installedMemory: 32 * 2 ** 30,
    });
  });

  it('the machine of a crash has its runs of memory from the header', () => {
    const bytes = crashes.kernelGenerated();
    bytes.writeUInt32LE(2, 0x88);
    bytes.writeBigUInt64LE(0x9fn + 0x7ff00n, 0x90);
    [1n, 0x9fn, 0x100n, 0x7ff00n].forEach(
      (value, index) => void bytes.writeBigUInt64LE(value, 0x98 + index * 8),
    );
    expect(factsOf(bytes)).toMatchObject({ usableMemory: (0x9f + 0x7ff00) * 4096, memoryRuns: 2 });
  });

  it('the machine of a crash is not read from runs that do not add up', () => {
    const bytes = crashes.kernelGenerated();
    bytes.writeUInt32LE(1, 0x88);
    [7n, 1n, 8n].forEach((value, index) => void bytes.writeBigUInt64LE(value, 0x90 + index * 8));
    expect(factsOf(bytes)).not.toHaveProperty('usableMemory');
  });

  it('the machine of a crash is absent where the blobs are damaged', () => {
    for (const data of [Buffer.alloc(64, 0xff), Buffer.alloc(0), Buffer.from([1]), Buffer.alloc(4096)]) {
      const blobs = MACHINE_BLOBS.map(({ tag }) => ({ tag, data }));
      expect(factsOf(crashDump({ ...KERNEL_GENERATED_PLAN, blobs }))).toEqual({});
    }
  });

  it('the machine of a crash is read as far as a blob that was cut reaches', () => {
    const [registry, smbios] = MACHINE_BLOBS;
    for (let end = 0; end < (registry?.data.length ?? 0); end += 7)
      expect(readRegistryValues((registry?.data ?? Buffer.alloc(0)).subarray(0, end)).size).toBeLessThan(4);
    for (let end = 0; end < (smbios?.data.length ?? 0); end += 5)
      expect(readSmbios((smbios?.data ?? Buffer.alloc(0)).subarray(0, end)).length).toBeLessThanOrEqual(7);
  });
});
