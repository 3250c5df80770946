import { describe, expect, it } from 'vitest';
import { bugCheckName, isDriverDefinedCode } from '../../src/kernel/bug-check/bug-check-name.ts';
import { bugCheckMeaning, CODE_MEANINGS } from '../../src/kernel/bug-check/code-meaning.ts';

describe('the name of a bug check', () => {
  it.each([
    [0xd1, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL'],
    [0x1000007e, 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M'],
    [0x100000ea, 'THREAD_STUCK_IN_DEVICE_DRIVER_M'],
    [0x8000000a, 'IRQL_NOT_LESS_OR_EQUAL'],
    [0x161, 'LIVE_SYSTEM_DUMP'],
    [0x1a8, 'VIDEO_DXGKRNL_BLACK_SCREEN_LIVEDUMP'],
    [0x20001, 'HYPERVISOR_ERROR'],
    [0xc000021a, 'WINLOGON_FATAL_ERROR'],
    [0xdeaddead, 'MANUALLY_INITIATED_CRASH1'],
    [0xa0000001, undefined],
    [0x69696969, undefined],
    [0, undefined],
  ])('the name of bug check %i is %s', (code, name) => expect(bugCheckName(code)).toBe(name));

  it('the name of a bug check is missing for codes that drivers make up, which are known by their customer bit', () => {
    expect([0xa0000001, 0xe0000001, 0xd1, 0xdeaddead].map(isDriverDefinedCode)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the meaning of a bug check', () => {
  const codes = Object.keys(CODE_MEANINGS).map(Number);

  it('the meaning of a bug check is there for more than fifty codes, each of which has a name', () => {
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => bugCheckName(code) === undefined)).toEqual([]);
  });

  it.each(codes)(
    'the meaning of a bug check of code %i has four parameters in every case, and a sentence',
    (code) => {
      const meaning = CODE_MEANINGS[code];
      expect(meaning?.is).toMatch(/^[A-Z].*\.$/);
      for (const first of [0xffffffffn, ...Object.keys(meaning?.cases ?? {}).map(BigInt)])
        expect(bugCheckMeaning(code, first)?.parameters).toHaveLength(4);
    },
  );
});
