import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/contract/error-table.ts';
import { inWordsOf } from '../../../src/contract/face.ts';
import type { LiveDumpRequest } from '../../../src/contract/generated/types.ts';
import { posixFiles } from '../../../src/files/posix.ts';
import type { Machine } from '../../../src/machine/port.ts';
import { asIfReal, dumpFolder, type RunOptions, takeLive, warningsOf } from './live-bench.ts';

let place: ReturnType<typeof dumpFolder>;
beforeEach(() => {
  place = dumpFolder();
});
afterEach(() => place.remove());

/** A machine that must not be asked for a capture: whatever is refused is refused before anything is touched. */
const untouchable = (machine: Machine): Machine => ({
  ...machine,
  openSession: () => {
    throw new Error('the machine was touched');
  },
  openTrace: () => {
    throw new Error('a trace was begun');
  },
});

const ROOMY = { totalMemoryBytes: 16e9, availableMemoryBytes: 15.9e9 };

describe('obstacles are named before anything is touched', () => {
  type Case = readonly [
    name: string,
    wish: Partial<LiveDumpRequest>,
    options: RunOptions,
    code: ErrorCode,
    says: RegExp,
  ];
  const CASES: readonly Case[] = [
    ['an old Windows', {}, { windowsBuild: 9200 }, 'CaptureNotSupported', /9200/],
    ['a container', {}, { conditions: { inContainer: true } }, 'CaptureDenied', /container/],
    ['no elevation', {}, { elevated: false }, 'NotElevated', /administrator/],
    [
      'FullLiveReportsMax',
      {},
      { conditions: { fullLiveReportsMax: 0 } },
      'LiveDumpDisabled',
      /FullLiveReportsMax is 0/,
    ],
    ['AllowLiveDump', {}, { conditions: { allowLiveDump: 0 } }, 'LiveDumpDisabled', /AllowLiveDump/],
    [
      'a guarded host',
      {},
      { conditions: { forceDumpsDisabled: 0x10000000 } },
      'LiveDumpDisabled',
      /GuardedHost/,
    ],
    [
      'thread stacks before Windows 11',
      { scope: 'ThreadStacks' },
      { windowsBuild: 19045 },
      'OptionNotSupported',
      /-Scope ThreadStacks needs Windows 11 \(build 22000\); this is build 19045/,
    ],
    [
      'user memory before 22H2 without debugging',
      { includeUserMemory: true },
      { windowsBuild: 22000 },
      'OptionNotSupported',
      /-IncludeUserMemory needs kernel debugging/,
    ],
    [
      'non-essential hypervisor pages before Windows 11',
      { includeHypervisor: true, includeNonEssentialHypervisor: true },
      { windowsBuild: 20348 },
      'OptionNotSupported',
      /-IncludeNonEssentialHypervisor needs/,
    ],
    [
      'an abort under memory pressure before 1803, when asked for',
      { abortOnMemoryPressure: true },
      { windowsBuild: 16299 },
      'OptionNotSupported',
      /1803/,
    ],
    ...(['includeUserMemory', 'includeHypervisor', 'includeNonEssentialHypervisor'] as const).map(
      (option): Case => [
        `thread stacks with ${option}`,
        { scope: 'ThreadStacks', [option]: true },
        { windowsBuild: 26100 },
        'InvalidRequest',
        new RegExp(`-Scope ThreadStacks .*-${option}`, 'i'),
      ],
    ),
    [
      'non-essential hypervisor pages alone',
      { includeNonEssentialHypervisor: true },
      { windowsBuild: 26100 },
      'InvalidRequest',
      /adds to -IncludeHypervisor/,
    ],
  ];

  it.each(CASES)(
    'a live dump is refused before anything is touched: %s',
    async (_name, wish, options, code, says) => {
      const { failure } = await takeLive(
        { path: place.file(), ...wish },
        { ...options, disguise: untouchable },
      );
      expect(failure?.code).toBe(code);
      expect(inWordsOf('module', failure?.message ?? '')).toMatch(says);
      expect(failure?.advice).not.toBe('');
      expect(place.names()).toEqual([]);
    },
  );
});

describe('what is allowed is not refused', () => {
  it.each<readonly [string, Partial<LiveDumpRequest>, RunOptions]>([
    [
      'user memory with kernel debugging',
      { includeUserMemory: true },
      { windowsBuild: 19041, conditions: { kernelDebugging: true } },
    ],
    ['user memory since 22H2', { includeUserMemory: true }, { windowsBuild: 22621 }],
    ['FullLiveReportsMax above zero', {}, { conditions: { fullLiveReportsMax: 1 } }],
    ['another bit of GuardedHost', {}, { conditions: { forceDumpsDisabled: 1 } }],
  ])('%s', async (_name, wish, options) => {
    const { dump, failure } = await takeLive({ path: place.file(), ...wish }, options);
    expect(failure).toBeUndefined();
    expect(dump?.verified).toBe(true);
  });

  it('an abort under memory pressure is the default where Windows supports it, and left out where not', async () => {
    const known = await takeLive({ path: place.file('a.dmp') }, { windowsBuild: 17134 });
    expect(known.dump?.abortOnMemoryPressure).toBe(true);
    const unknown = await takeLive({ path: place.file('b.dmp') }, { windowsBuild: 16299 });
    expect(unknown.dump?.abortOnMemoryPressure).toBe(false);
    const unwanted = await takeLive({ path: place.file('c.dmp'), abortOnMemoryPressure: false });
    expect(unwanted.dump?.abortOnMemoryPressure).toBe(false);
  });

  it('an option of a live dump with unknown support is tried, with a warning', async () => {
    const run = await takeLive({ path: place.file(), scope: 'ThreadStacks' }, { windowsBuild: 20348 });
    expect(warningsOf(run)).toEqual([expect.stringContaining('20348')]);
    // Dump encryption cannot be verified away either.
    const encrypted = await takeLive({ path: place.file('b.dmp') }, { conditions: { dumpEncryption: true } });
    expect(warningsOf(encrypted)).toEqual([expect.stringContaining('encryption')]);
  });
});

describe('a setting that turns live dumps off', () => {
  it('a setting that turns live dumps off is a warning with force, and Windows decides', async () => {
    const options = { conditions: { fullLiveReportsMax: 0 } };
    const run = await takeLive({ path: place.file(), force: true }, options);
    expect(warningsOf(run)).toEqual([expect.stringContaining('FullLiveReportsMax is 0')]);
    // The simulated kernel obeys the setting.
    expect(run.failure).toMatchObject({ code: 'LiveDumpDisabled', facts: { ntStatus: 0xc0000804 } });
    expect(place.names()).toEqual([]);
  });
});

describe('disk and memory', () => {
  const files = (freeBytes: number | undefined) => ({
    context: { files: { ...posixFiles, freeBytes: () => freeBytes } },
    disguise: asIfReal,
    conditions: { totalMemoryBytes: 16e9, availableMemoryBytes: 12e9 },
  });

  it('an estimate above the free space refuses, unless forced', async () => {
    const { failure } = await takeLive({ path: place.file() }, files(1e9));
    expect(failure?.code).toBe('NotEnoughSpace');
    expect(failure?.message).toMatch(/2\.0 GB .* 1\.0 GB/);
    const forced = await takeLive({ path: place.file(), force: true }, files(1e9));
    expect(forced.dump?.verified).toBe(true);
    expect(warningsOf(forced)).toEqual([expect.stringContaining('2.0 GB')]);
  });

  it('a live dump of thread stacks needs little space, one with user memory much', async () => {
    const stacks = { path: place.file(), scope: 'ThreadStacks', planOnly: true } as const;
    const small = await takeLive(stacks, { ...files(1e9), windowsBuild: 26100 });
    expect(small.failure).toBeUndefined();
    const user = { path: place.file(), includeUserMemory: true };
    const large = await takeLive(user, { ...files(3e9), windowsBuild: 26100 });
    expect(large.failure?.message).toMatch(/4\.0 GB/);
  });

  it('a live dump is estimated by the kernel’s pools where they are known, not by all memory in use', async () => {
    const options = files(10e9);
    const conditions = { totalMemoryBytes: 256e9, availableMemoryBytes: 40e9 };
    // A database server: 216 GB are in use, and 3 GB of them are pools.
    const told = { ...options, conditions: { ...conditions, kernelMemoryBytes: 3e9 } };
    expect((await takeLive({ path: place.file() }, told)).dump?.verified).toBe(true);
    const untold = await takeLive({ path: place.file('b.dmp') }, { ...options, conditions });
    expect(untold.failure?.code).toBe('MemoryPressure');
  });

  it('an unknown free space is reported before a live dump', async () => {
    expect(warningsOf(await takeLive({ path: place.file() }, files(undefined)))).toEqual([
      expect.stringContaining('not known'),
    ]);
  });

  it('too little memory for the copy refuses a live dump where the kernel would give up, and warns where it would not', async () => {
    const short = { conditions: { totalMemoryBytes: 8e9, availableMemoryBytes: 1e9 }, disguise: asIfReal };
    const refused = await takeLive({ path: place.file() }, short);
    expect(refused.failure?.code).toBe('MemoryPressure');
    expect(refused.failure?.advice).toMatch(/ThreadStacks/);
    const goesOn = await takeLive({ path: place.file(), abortOnMemoryPressure: false }, short);
    expect(warningsOf(goesOn)).toEqual([expect.stringContaining('partial')]);
    const roomy = await takeLive({ path: place.file('b.dmp') }, { conditions: ROOMY, disguise: asIfReal });
    expect(warningsOf(roomy)).toEqual([]);
  });
});
