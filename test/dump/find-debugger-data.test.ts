import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { Dump } from '../../src/dump/dump.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { fixtureCatalog } from '../synth/catalog.ts';

const KD_DEBUGGER_DATA_BLOCK = 0x80;
const PS_LOADED_MODULE_LIST = 0x20;
const PS_ACTIVE_PROCESS_HEAD = 0x28;

const catalog = fixtureCatalog().filter(
  ({ name, physical }) => physical !== undefined && !name.includes('encoded'),
);

/** The dump with these header fields set to `value`, as a tool that did not know them would leave them. */
function without(bytes: Buffer, fields: readonly number[], value: bigint): Dump {
  const copy = Buffer.from(bytes);
  for (const field of fields) copy.writeBigUInt64LE(value, field);
  return openDump(bytesSource(copy, 'filled-in.dmp'));
}

const idsOf = (dump: Dump) => readKernelObjects(dump).threads.map(({ address }) => address);

describe.each(catalog)('$name without what its header names', ({ bytes }) => {
  const whole = openDump(bytesSource(bytes, 'whole.dmp'));

  it.each([
    ['zero', 0n],
    ['another place of the kernel', 0xfffff80460000000n],
  ])(
    'a dump without what its header names has its debugger data found in the kernel where the header names %s',
    (_what, value) => {
      const dump = without(bytes, [KD_DEBUGGER_DATA_BLOCK], value);
      expect(idsOf(dump)).toEqual(idsOf(whole));
      expect(dump.findings.list).toMatchObject([
        { effect: 'note', message: expect.stringContaining('found in the kernel') },
      ]);
    },
  );

  it('a dump without what its header names has its lists found where the header names none of them', () => {
    const fields = [KD_DEBUGGER_DATA_BLOCK, PS_LOADED_MODULE_LIST, PS_ACTIVE_PROCESS_HEAD];
    const dump = without(bytes, fields, 0n);
    expect(dump.drivers()).toEqual(whole.drivers());
    expect(idsOf(dump)).toEqual(idsOf(whole));
  });
});
