import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/contract/failure.ts';
import type { CaptureConditions, MachineFacts } from '../../src/machine/port.ts';
import { type Observations, observe } from '../../src/readiness/observe.ts';
import { type CheckName, checkReadiness } from '../../src/readiness/readiness.ts';
import { createSimulatedMachine, type SimulationOptions } from '../../src/simulator/simulated-machine.ts';

/** The finding of one check on the article's server, changed. */
async function finding(
  name: CheckName,
  options: SimulationOptions = {},
  freeBytes: number | undefined = 1e12,
) {
  const machine = createSimulatedMachine('w3wp-oplock', options);
  const found = checkReadiness(await observe(machine, 'D:\\dumps', freeBytes));
  return found.find((check) => check.name === name);
}

const status = async (...args: Parameters<typeof finding>) => (await finding(...args))?.status;

describe('readiness', () => {
  it('readiness finds nothing that stops a capture on a machine that allows everything', async () => {
    const machine = createSimulatedMachine('windows-11');
    const found = checkReadiness(await observe(machine, 'D:\\dumps', 1e12));
    expect(found.filter((check) => check.status !== 'Pass')).toEqual([]);
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
  });

  it.each<[CheckName, SimulationOptions, string]>([
    ['Elevation', { elevated: false }, 'Fail'],
    ['DebugPrivilege', { elevated: false }, 'Unknown'],
    ['Container', { conditions: { inContainer: true } }, 'Fail'],
    ['KernelDebugging', { conditions: { kernelDebugging: true } }, 'Warn'],
    ['FullLiveReportsMax', { conditions: { fullLiveReportsMax: 0 } }, 'Fail'],
    ['FullLiveReportsMax', { conditions: { fullLiveReportsMax: 3 } }, 'Pass'],
    ['AllowLiveDumpPolicy', { conditions: { allowLiveDump: 0 } }, 'Fail'],
    ['AllowLiveDumpPolicy', { conditions: { allowLiveDump: 1 } }, 'Pass'],
    ['GuardedHost', { conditions: { forceDumpsDisabled: 0x10000000 } }, 'Fail'],
    ['GuardedHost', { conditions: { forceDumpsDisabled: 1 } }, 'Pass'],
    ['DumpEncryption', { conditions: { dumpEncryption: true } }, 'Warn'],
    ['VirtualizationBasedSecurity', { conditions: { virtualizationBasedSecurity: true } }, 'Pass'],
    ['EventTrace', { traceUnavailable: true }, 'Warn'],
    ['WindowsBuild', { windowsBuild: 9200 }, 'Fail'],
    ['ProcessorCount', { logicalProcessors: 64 }, 'Fail'],
    ['ProcessorCount', { logicalProcessors: 18 }, 'Warn'],
    ['OptionThreadStacks', { windowsBuild: 19041 }, 'Warn'],
    ['OptionThreadStacks', { windowsBuild: 20348 }, 'Unknown'],
    ['OptionThreadStacks', { windowsBuild: 26100 }, 'Pass'],
    ['OptionUserMemory', { windowsBuild: 19041, conditions: { kernelDebugging: true } }, 'Pass'],
    ['OptionAbortOnMemoryPressure', { windowsBuild: 14393 }, 'Warn'],
    ['MemoryForLiveDump', { conditions: { totalMemoryBytes: 64e9, availableMemoryBytes: 1e9 } }, 'Warn'],
    ['NativeLibrary', { nativeLibrary: { path: 'C:\\tools', untrustedWriters: ['S-1-5-11'] } }, 'Fail'],
    ['NativeLibrary', { nativeLibrary: { path: 'C:\\tools', untrustedWriters: [] } }, 'Pass'],
  ])('%s with %j is %s', async (name, options, expected) => {
    const found = await finding(name, options);
    expect(found?.status).toBe(expected);
    // A check that stops a capture has advice.
    if (expected === 'Fail') expect(found?.advice).toMatch(/\w.*\.$/);
  });

  it('readiness has every outcome that a check can have, each seen, and advice wherever not everything is well', async () => {
    const calm = await observe(createSimulatedMachine('windows-11'), 'D:\\dumps', 1e12);
    const without = (...names: (keyof CaptureConditions)[]) =>
      Object.fromEntries(
        Object.entries(calm.conditions).filter(([name]) => !names.includes(name as never)),
      ) as never;
    const facts = (changes: Partial<MachineFacts>) => ({ ...calm, facts: { ...calm.facts, ...changes } });
    const conditions = (changes: Partial<CaptureConditions>) => ({
      ...calm,
      conditions: { ...calm.conditions, ...changes },
    });
    const { freeBytes: _free, ...unknownDisk } = calm;
    const { eventSource: _source, ...withoutRegistry } = calm;
    const worlds: readonly Observations[] = [
      calm,
      unknownDisk,
      { ...calm, freeBytes: 0 },
      facts({ architecture: 'arm64' }),
      facts({ elevated: false }),
      ...[9200, 14393, 19041, 20348].map((windowsBuild) => facts({ windowsBuild })),
      ...[18, 64].map((logicalProcessors) => ({
        ...calm,
        facts: { ...calm.facts, windowsBuild: 19041, logicalProcessors },
      })),
      { ...calm, captureRefusal: new Failure('NotElevated', 'No.') },
      { ...calm, captureRefusal: new Failure('PrivilegeNotHeld', 'No.') },
      { ...calm, traceRefusal: new Failure('TraceUnavailable', 'No.') },
      { ...calm, nativeLibrary: { path: 'C:\\tools', untrustedWriters: [] } },
      { ...calm, nativeLibrary: { path: 'C:\\tools', untrustedWriters: ['S-1-1-0'] } },
      { ...calm, nativeLibraryRefusal: new Failure('UnsafeNativeLibrary', 'No.') },
      conditions({ inContainer: true }),
      conditions({ kernelDebugging: true }),
      conditions({ virtualizationBasedSecurity: true }),
      conditions({ virtualizationBasedSecurity: true, memoryIntegrity: true }),
      conditions({ dumpEncryption: true }),
      conditions({ fullLiveReportsMax: 0 }),
      conditions({ allowLiveDump: 0 }),
      conditions({ forceDumpsDisabled: 0x10000000 }),
      conditions({ availableMemoryBytes: 0 }),
      { ...calm, eventSource: true },
      withoutRegistry,
      { ...calm, conditions: without('kernelDebugging', 'virtualizationBasedSecurity') },
      { ...calm, conditions: without('totalMemoryBytes', 'availableMemoryBytes') },
    ];
    const seen = new Map<string, Set<string>>();
    for (const found of worlds.flatMap(checkReadiness)) {
      seen.set(found.name, (seen.get(found.name) ?? new Set()).add(found.status));
      expect(found.meaning, found.name).toMatch(/\w.*\.$/);
      if (found.status !== 'Pass')
        expect(found.advice, `${found.name} ${found.status}`).toMatch(/^\W?[A-Z\w].*\.$/);
    }
    const outcomes = [...seen].map(([name, statuses]) => `${name}: ${[...statuses].sort().join(' ')}`);
    expect(outcomes).toEqual([
      'Architecture: Pass Warn',
      'WindowsBuild: Fail Pass',
      'NativeLibrary: Fail Pass Unknown',
      'Elevation: Fail Pass',
      'DebugPrivilege: Fail Pass Unknown',
      'Container: Fail Pass',
      'ProcessorCount: Fail Pass Warn',
      'KernelDebugging: Pass Unknown Warn',
      'VirtualizationBasedSecurity: Pass Unknown',
      'FullLiveReportsMax: Fail Pass',
      'AllowLiveDumpPolicy: Fail Pass',
      'GuardedHost: Fail Pass',
      'DumpEncryption: Pass Warn',
      'EventTrace: Pass Warn',
      'EventSource: Pass Unknown',
      'DiskForTriageDumps: Fail Pass Unknown',
      'DiskForThreadStacks: Fail Pass Unknown',
      'DiskForLiveDump: Fail Pass Unknown',
      'DiskForUserMemory: Fail Pass Unknown',
      'MemoryForThreadStacks: Pass Unknown Warn',
      'MemoryForLiveDump: Pass Unknown Warn',
      'MemoryForUserMemory: Pass Unknown Warn',
      'OptionThreadStacks: Pass Unknown Warn',
      'OptionUserMemory: Pass Warn',
      'OptionHypervisor: Pass',
      'OptionNonEssentialHypervisor: Pass Warn',
      'OptionAbortOnMemoryPressure: Pass Warn',
    ]);
  });

  it('readiness lets one setting that forbids hide no other', async () => {
    const options = { conditions: { fullLiveReportsMax: 0, allowLiveDump: 0 } };
    expect(await status('FullLiveReportsMax', options)).toBe('Fail');
    expect(await status('AllowLiveDumpPolicy', options)).toBe('Fail');
  });

  it('readiness measures the disk against each kind of dump', async () => {
    expect(await status('DiskForTriageDumps', {}, 100e6)).toBe('Pass');
    expect(await status('DiskForThreadStacks', {}, 100e6)).toBe('Fail');
    expect(await status('DiskForLiveDump', {}, 1e9)).toBe('Fail');
    const machine = createSimulatedMachine('w3wp-oplock');
    const unknownDisk = checkReadiness(await observe(machine, 'X:\\', undefined));
    expect(unknownDisk.find(({ name }) => name === 'DiskForLiveDump')?.status).toBe('Unknown');
  });
});
