import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { openFileSource } from '../../src/binary/byte-source.ts';
import { checkTriage, threadsInTriageDump } from '../../src/capture/triage/call/verify-triage.ts';
import type { TriageDump } from '../../src/dump/dump.ts';
import { completenessOf } from '../../src/dump/finding.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { describeWith, sharedData } from '../support/equipment.ts';

describeWith(['shared-data'], 'a real triage dump (x64, build 19041)', () => {
  const file = path.join(sharedData, 'triage_x64.dmp');
  let dump: TriageDump;
  beforeAll(() => {
    const opened = openDump(openFileSource(file));
    if (opened.kind !== 'triage') throw new Error(`it opened as ${opened.kind}`);
    dump = opened;
  });

  it('a real triage dump (x64, build 19041) has the values that other readers publish', () => {
    expect(dump.triage.block.fields).toMatchObject({
      SizeOfDump: 0x13a28c,
      ValidOffset: 0x13a288,
      DriverCount: 151,
      DataBlocksCount: 1831,
      DebuggerDataSize: 0x380,
      TopOfStack: 0xffff850429890ee8n,
    });
    expect(dump.drivers()).toHaveLength(151);
    expect(dump.triage.dataBlocks).toHaveLength(1831);
    expect(dump.debuggerData()?.size).toBe(0x380);
    expect(dump.header.get('MinorVersion')).toBe(19041);
    expect(dump.header.get('NumberProcessors')).toBe(16);
    expect(dump.header.get('BugCheckCode')).toBe(0x1000007e);
    expect(dump.secondaryData()).toHaveLength(20);
  });

  it('a real triage dump (x64, build 19041) identifies the driver of the symbol store as the store does', () => {
    // The store's folder is TimeDateStamp and SizeOfImage in hex: both come from the image itself, not from this reader.
    const [folder] = readdirSync(path.join(sharedData, 'symbols', 'amdppm.sys'));
    const amdppm = dump.drivers().find((driver) => driver.path.endsWith('amdppm.sys'));
    expect(amdppm && `${amdppm.timeDateStamp.toString(16)}${amdppm.size.toString(16)}`).toBe(folder);
    expect(dump.drivers()[0]).toMatchObject({ path: '\\SystemRoot\\system32\\ntoskrnl.exe' });
  });

  it('a real triage dump (x64, build 19041) leaves fields unset that the kernel left filled with PAGE', () => {
    expect(dump.header.get('Comment')).toBeUndefined();
    expect(dump.header.get('Attributes')).toBeUndefined();
    expect(dump.header.get('PhysicalMemoryBlock')).toBeUndefined();
    expect(dump.header.get('SystemUpTime')).toBe(0x23bc1e9n);
  });

  it('a real triage dump (x64, build 19041) is complete', () => {
    expect(dump.findings.list).toEqual([]);
    expect(completenessOf(dump.findings.list)).toEqual({ state: 'Complete', reasons: [] });
    expect(checkTriage(openFileSource(file))).toMatchObject({ acceptable: true, findings: [] });
  });

  it('a real triage dump (x64, build 19041) gives the thread objects that it holds', () => {
    const thread = dump.triage.objects.thread?.address ?? virtualAddress(0n);
    const nobody = virtualAddress(0xffffc00000001000n);
    expect(threadsInTriageDump(dump, [thread, nobody])).toMatchObject([
      { address: thread, object: 'Whole' },
      { address: nobody, object: 'Absent' },
    ]);
  });
});
