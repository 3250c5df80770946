import { Buffer } from 'node:buffer';
import { ARM64_22000, type KernelBuild, X64_19041 } from '../../../src/simulator/synth/builds.ts';
import { bitmapDump } from '../../../src/simulator/synth/files/page-files.ts';
import type { Paging } from '../../../src/simulator/synth/pages/page-tables.ts';
import { headerFacts } from '../header.ts';
import { kernelImage } from '../kernel-image.ts';
import { type KernelImage, REGION, type ThreadTruth } from '../kernel-truth.ts';
import { physicalImage } from '../physical-image.ts';
import { bugCheckTriageDump, captureTriageDump, type Stored } from '../triage-dumps.ts';
import type { ResourceStyle } from './planned-resources.ts';
import { planWaits } from './wait-plan.ts';
import type { WaitTruth } from './wait-truth.ts';

/** A dump of threads that wait, with what the plan says of them. */
export interface WaitFixture {
  readonly name: string;
  readonly what: string;
  readonly bytes: Buffer;
  readonly kernel: KernelImage;
  readonly truth: WaitTruth;
  /** The threads that are in the file; all when absent. */
  readonly inside?: readonly ThreadTruth[];
  /** How the dump came to be: it decides what is in it. */
  readonly origin: 'Pages' | 'BugCheckTriage' | 'CaptureTriage';
  readonly style: ResourceStyle;
}

const SINCE_1703: ResourceStyle = { era: 'since 1703', countShift: 3 };
const LIVE_DUMP = 0x10;

/** A build whose resources are made as in another era. Its threads are those of 19041: the debugger data says where fields are. */
const withBuild = (build: number): KernelBuild => ({ ...X64_19041, name: `x64-${build}`, build });

function plannedKernel(build: KernelBuild, style: ResourceStyle) {
  let truth: WaitTruth | undefined;
  const kernel = kernelImage(build, (memory, of, globals) => {
    const planned = planWaits(memory, of, style, globals);
    truth = planned.truth;
    return planned.processes;
  });
  if (truth === undefined) throw new RangeError('the kernel was not populated');
  return { kernel, truth };
}

function liveFixture(name: string, what: string, build: KernelBuild, style = SINCE_1703): WaitFixture {
  const { kernel, truth } = plannedKernel(build, style);
  const paging: Paging = build.machine === X64_19041.machine ? 'x64' : 'arm64';
  const { frames, root } = physicalImage(kernel, paging);
  const file = bitmapDump(frames, headerFacts(kernel, { root, attributes: LIVE_DUMP }));
  return { name, what, kernel, truth, style, origin: 'Pages', bytes: Buffer.from(file.buffer) };
}

const PAGE = 0x1000;

/** Pages of a region of the memory. */
function pagesOf({ image }: KernelImage, region: bigint): Stored[] {
  const end = region + 0x1000_0000n;
  return [...image.pages.keys()]
    .filter((page) => page >= region && page < end)
    .map((page): Stored => [page, PAGE]);
}

/** All pool memory, the kernel's variables, and the used parts of stacks. */
function crashFixture(name: string, what: string, build: KernelBuild): WaitFixture {
  const { kernel, truth } = plannedKernel(build, SINCE_1703);
  const threads = kernel.processes.flatMap((process) => process.threads);
  const stacks = threads.map(
    ({ kernelStack, stackBase }): Stored => [kernelStack, Number(stackBase - kernelStack)],
  );
  const variables: Stored = [kernel.debuggerData & ~0xfffn, PAGE];
  const globals: Stored = [kernel.moduleList & ~0xfffn, PAGE];
  const stored = [...pagesOf(kernel, REGION.pool), globals, variables, ...stacks];
  return {
    name,
    what,
    kernel,
    truth,
    style: SINCE_1703,
    origin: 'BugCheckTriage',
    bytes: bugCheckTriageDump(kernel, stored),
  };
}

/** The service's threads, as a capture stores them: off their wait lists, with their requests, and without locks. */
function captureFixture(name: string, what: string, build: KernelBuild): WaitFixture {
  const { kernel, truth } = plannedKernel(build, SINCE_1703);
  const inside = kernel.processes[1]?.threads ?? [];
  const nameOf = new Map([...truth.waits.keys()].map((thread) => [threadNamed(kernel, thread), thread]));
  const bytes = captureTriageDump(kernel, {
    threads: inside,
    statusMarker: 'TKSB',
    objects: ({ address }) =>
      truth.requests
        .filter(({ thread, isListed }) => isListed && thread === nameOf.get(address))
        .flatMap(({ blocks }) => blocks),
    unlinked: [...truth.waits.values()].flatMap(({ objects }) => objects.map(({ address }) => address)),
  });
  return { name, what, kernel, truth, inside, style: SINCE_1703, origin: 'CaptureTriage', bytes };
}

/** The object address of a thread of the plan. */
export function threadNamed({ image }: KernelImage, name: string): bigint {
  return image.addressOf(`thread ${name}`);
}

/** Dumps of one kernel in which threads wait in every way, of both architectures and the three eras of resources. */
export function waitFixtures(): readonly WaitFixture[] {
  return [
    liveFixture('waits-live-x64', 'live kernel dump of threads that wait (type 6)', X64_19041),
    liveFixture('waits-live-arm64', 'live kernel dump of threads that wait, ARM64 (type 6)', ARM64_22000),
    liveFixture('waits-live-9600', 'the same with resources of Windows 8.1', withBuild(9600), {
      era: 'until 8.1',
      countShift: 2,
    }),
    liveFixture('waits-live-10240', 'the same with resources of Windows 10 1507', withBuild(10240), {
      era: '1507 to 1607',
      countShift: 2,
    }),
    liveFixture('waits-live-14393', 'the same with resources of Windows 10 1607', withBuild(14393), {
      era: '1507 to 1607',
      countShift: 3,
    }),
    crashFixture('waits-bugcheck-x64', 'small memory dump of threads that wait (type 4)', X64_19041),
    crashFixture('waits-bugcheck-arm64', 'the same of ARM64 (type 4)', ARM64_22000),
    captureFixture('waits-capture-x64', 'triage capture of threads that wait (type 4)', X64_19041),
    captureFixture('waits-capture-arm64', 'the same of ARM64 (type 4)', ARM64_22000),
  ];
}
