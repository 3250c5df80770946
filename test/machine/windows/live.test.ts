import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LiveRequest } from '../../../src/machine/port.ts';
import { liveControl } from '../../../src/machine/windows/capture/live.ts';
import { describeWith } from '../../support/equipment.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine } from '../../support/wine.ts';

const HANDLES = { file: 0x11cn, cancelEvent: 0x120n, address: 0x1234_5000n };
const FULL: LiveRequest = {
  path: 'D:\\live.dmp',
  bugCheckCode: 0x161,
  bugCheckParameters: [0x72676d6b736154n, 2n, 3n, 4n],
  abortIfMemoryPressure: true,
};

/** The request by raw offsets of phnt's SYSDBG_LIVEDUMP_CONTROL. */
function fields(request: LiveRequest) {
  const { bytes, length } = liveControl(request, HANDLES);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    length,
    version: data.getUint32(0, true),
    flags: data.getUint32(56, true),
    pages: data.getUint32(60, true),
    selective: length > 64 ? data.getBigUint64(64, true) : undefined,
    data,
  };
}

describe('the request of a live dump', () => {
  it('the request of a live dump is of version 1 and 64 bytes, with handles, code and parameters in their places', () => {
    const { length, version, flags, pages, data } = fields(FULL);
    expect({ length, version, flags, pages }).toEqual({ length: 64, version: 1, flags: 0x8, pages: 0 });
    expect(data.getUint32(4, true)).toBe(0x161);
    expect([8, 16, 24, 32].map((at) => data.getBigUint64(at, true))).toEqual(FULL.bugCheckParameters);
    expect(data.getBigUint64(40, true)).toBe(HANDLES.file);
    expect(data.getBigUint64(48, true)).toBe(HANDLES.cancelEvent);
  });

  it('the request of a live dump is of version 2 and 72 bytes for thread stacks alone, with the selective part behind it', () => {
    const { length, version, flags, pages, selective, data } = fields({ ...FULL, threadStacksOnly: true });
    expect({ length, version, flags, pages }).toEqual({ length: 72, version: 2, flags: 0x18, pages: 0 });
    expect(selective).toBe(HANDLES.address + 72n);
    expect([data.getUint32(72, true), data.getUint32(76, true)]).toEqual([1, 48]);
    expect([80, 88, 96, 104, 112].map((at) => data.getBigUint64(at, true))).toEqual([1n, 0n, 0n, 0n, 0n]);
    expect(data.byteLength).toBe(120);
  });

  it('the request of a live dump never sets the flags that Windows drops', () => {
    const everything = { userPages: true, hypervisorPages: true, nonEssentialHypervisorPages: true };
    expect(fields({ ...FULL, ...everything })).toMatchObject({ flags: 0xc, pages: 0x3 });
    expect(fields({ ...FULL, ...everything, abortIfMemoryPressure: false }).flags).toBe(0x4);
  });
});

describeWith(['wine', 'mingw'], 'a live dump under Wine', () => {
  beforeAll(ensureWine);

  it('a live dump under Wine ends in the answer of a kernel that takes none, and leaves no handle and no privilege', async () => {
    const driver = path.join(import.meta.dirname, 'drivers', 'live.ts');
    expect(await runDriver(driver)).toEqual({
      answers: [0xc0000002, 0xc0000002],
      missing: 'DestinationNotFound',
      size: 0,
      handlesGained: 0,
      privilegeWhileCapturing: true,
      privilegeAfter: false,
    });
  });
});
