import { describe, expect, it } from 'vitest';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import type { Activity } from '../../src/simulator/world/activity.ts';
import { capturedFrames } from '../../src/simulator/world/call-chains.ts';
import { captureThreads } from './capture.ts';
import { listingsOf } from './listing.ts';

/** As the article prints them (G. Nebbett, "Examining Windows Kernel-mode Stacks via Triage Dumps", 2016). */
const WAITER = `
nt!DbgkpLkmdSnapThreadInContext+0x79
nt!DbgkpLkmdSnapThreadApc+0x3b
nt!KiDeliverApc+0x1e3
nt!KiCommitThreadWait+0x3dd
nt!KeWaitForSingleObject+0x19f
nt!ExpWaitForResource+0xae
nt!ExAcquireResourceExclusiveLite+0x14f
rdbss!_RxAcquireFcb+0x254
rdbss!RxFindOrCreateFcb+0x3d8
rdbss!RxCreateFromNetRoot+0x53a
rdbss!RxCommonCreate+0x34f
rdbss!RxFsdCommonDispatch+0x870
rdbss!RxFsdDispatch+0x224
mrxsmb!MRxSmbFsdDispatch+0xc0
mup!MupiCallUncProvider+0x169
mup!MupStateMachine+0x165
mup!MupCreate+0x31d
fltmgr!FltpLegacyProcessingAfterPreCallbacksCompleted+0x24f
fltmgr!FltpCreate+0x2a9
nt!IopParseDevice+0x14e2
nt!ObpLookupObjectName+0x784
nt!ObOpenObjectByName+0x306
nt!NtQueryFullAttributesFile+0x14f
nt!KiSystemServiceCopyEnd+0x13 (TrapFrame @ fffff880\`1adb9c20)`;

const HOLDER = `
nt!DbgkpLkmdSnapThreadInContext+0x79
nt!DbgkpLkmdSnapThreadApc+0x3b
nt!KiDeliverApc+0x1e3
nt!KiCommitThreadWait+0x3dd
nt!KeWaitForMultipleObjects+0x272
nt!FsRtlCancellableWaitForMultipleObjects+0xac
mrxsmb!SmbCeWaitForCompletionAndFinalizeExchangeEx+0x70
mrxsmb20!MRxSmb2Create+0x658
mrxsmb!SmbpShellCreateWithNewStack+0x1b
nt!KySwitchKernelStackCallout+0x27 (TrapFrame @ fffff880\`12d6fe20)
nt!KiSwitchKernelStackContinue
nt!KeExpandKernelStackAndCalloutEx+0x2a2
nt!KeExpandKernelStackAndCallout+0x12
mrxsmb!SmbShellCreate+0x5d
rdbss!RxCollapseOrCreateSrvOpen+0x4de
rdbss!RxCreateFromNetRoot+0x608
rdbss!RxCommonCreate+0x34f
rdbss!RxFsdCommonDispatch+0x870
rdbss!RxFsdDispatch+0x224
mrxsmb!MRxSmbFsdDispatch+0xc0
mup!MupiCallUncProvider+0x169
mup!MupStateMachine+0x165
mup!MupCreate+0x31d
fltmgr!FltpLegacyProcessingAfterPreCallbacksCompleted+0x24f
fltmgr!FltpCreate+0x2a9
nt!IopParseDevice+0x14e2
nt!ObpLookupObjectName+0x784
nt!ObOpenObjectByName+0x306
nt!IopCreateFile+0x2bc
nt!NtCreateFile+0x78
nt!KiSystemServiceCopyEnd+0x13 (TrapFrame @ fffff880\`0c81bc20)`;

const worker = buildWorld('w3wp-oplock').processes.find(({ snapshot }) => snapshot.name === 'w3wp.exe');
const threads = worker?.threads ?? [];
const placeOf = (stackBase: bigint) => threads.findIndex(({ snapshot }) => snapshot.stackBase === stackBase);
const WAITER_PLACE = placeOf(0xfffff880_1adba000n);
const HOLDER_PLACE = placeOf(0xfffff880_12d70000n);

describe("the article's stacks, read back from a capture frame for frame", () => {
  it.each([
    ['waiter', 'current', 'images', WAITER, WAITER_PLACE, 0],
    ['waiter', 'second', 'images', WAITER, WAITER_PLACE, 1],
    ['holder', 'current', 'images', HOLDER, HOLDER_PLACE, 0],
    ['holder', 'second', 'images', HOLDER, HOLDER_PLACE, 1],
    ['waiter', 'second', 'pdbs', WAITER, WAITER_PLACE, 1],
    ['holder', 'current', 'pdbs', HOLDER, HOLDER_PLACE, 0],
  ] as const)(
    "the article's stack %s is read back as the %s thread, by unwind data from %s",
    async (_name, _at, unwind, expected, place, position) => {
      const others = [0, 1].filter((other) => other !== position).slice(0, 1);
      const places = position === 0 ? [place, ...others] : [...others, place];
      const { answer, addresses } = await captureThreads('w3wp-oplock', places);
      const { lines, end } = listingsOf(answer.bytes, unwind)(addresses[position] ?? 0n);
      expect(`\n${lines.join('\n')}`).toBe(expected);
      expect(end).toBe('userMode');
    },
  );

  it("one capture has both of the article's stacks", async () => {
    const { answer, addresses } = await captureThreads('w3wp-oplock', [HOLDER_PLACE, WAITER_PLACE]);
    const listing = listingsOf(answer.bytes);
    expect(addresses.map((address) => listing(address).lines.length)).toEqual([31, 24]);
  });
});

describe('every thread of the worker', async () => {
  const batches: number[][] = [];
  for (let place = 0; place < threads.length; place += 15) {
    batches.push(Array.from({ length: Math.min(15, threads.length - place) }, (_, index) => place + index));
  }

  it.each(batches.map((batch) => [batch[0], batch] as const))(
    'every thread of the worker from %i on has its planned stack',
    async (_, batch) => {
      const { answer, addresses } = await captureThreads('w3wp-oplock', batch);
      const listing = listingsOf(answer.bytes);
      for (const [index, address] of addresses.entries()) {
        const activity: Activity | undefined = threads[batch[index] ?? 0]?.activity;
        const { lines, end } = listing(address);
        const places = lines.map((line) => line.replace(/ \(.*$/, ''));
        expect(places).toEqual(activity === undefined ? [] : capturedFrames(activity));
        expect(end).toBe('userMode');
      }
    },
  );
});
