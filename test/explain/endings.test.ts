import { describe, expect, it } from 'vitest';
import { type VirtualAddress, virtualAddress } from '../../src/binary/address.ts';
import { findChains } from '../../src/explain/chains/find-chains.ts';
import { chainStatements } from '../../src/explain/chains/words.ts';
import { waitGraph } from '../../src/explain/graph/wait-graph.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { KernelView } from '../../src/explain/view.ts';
import { deviceOf, irpOf, mention } from './scenes.ts';
import { frame, REASON, World, type WorldThread } from './world.ts';

const PROCESS_ID = 4872;
const TERMINATED = 4;
/** KTHREAD.State of x64 19041. */
const STATE = 0x184n;

interface Choice {
  readonly frames?: KernelView['frames'];
  /** Threads that no list of threads has. */
  readonly unlisted?: readonly WorldThread[];
}

function look(world: World, process: bigint, { frames, unlisted = [] }: Choice = {}) {
  const view = world.view({ origin: 'Pages' });
  const threads = new Map(view.threads);
  for (const { address } of unlisted) threads.delete(address);
  const address = virtualAddress(process);
  const facts = kernelFacts({
    ...view,
    threads,
    processes: new Map([[process, { address, processId: PROCESS_ID, name: 'app.exe' }]]),
    ...(frames && { frames }),
  });
  const states = new Map([...threads].map(([at, { state }]) => [at, state]));
  const [chain] = findChains(waitGraph({ ...facts, stateOf: (thread) => states.get(thread) }));
  return { facts, chain, statements: chain === undefined ? [] : chainStatements(chain) };
}

/** A thread that waits for the end of a process of which a thread has ended and left a request. */
function leftBehind() {
  const world = new World();
  const process = world.allocate(0x100);
  world.object(process, 3, 0xb6);
  const waiter = world.thread({ threadId: 40, processId: 8, reason: REASON.UserRequest });
  world.wait(waiter, [process]);
  const ended = world.thread({ threadId: 12, processId: PROCESS_ID, state: TERMINATED });
  const worker = world.thread({ threadId: 20, processId: 4 });
  const irp = irpOf(world, ended, { device: deviceOf(world, '\\Driver\\Audio'), major: 14 });
  mention(world, worker, irp);
  return { world, process, waiter, ended, irp };
}

/** A thread that sleeps in the kernel, with a request that may be cancelled. */
function sleeper(cancelled: boolean) {
  const world = new World();
  const thread = world.thread({ threadId: 12, processId: PROCESS_ID, reason: REASON.DelayExecution });
  const timer = world.allocate(0x40);
  world.object(timer, 8, 16);
  world.wait(thread, [timer]);
  const irp = irpOf(world, thread, { device: deviceOf(world, '\\Driver\\Audio') });
  world.u8(irp + 0x44n, cancelled ? 1 : 0);
  const worker = world.thread({ threadId: 20, processId: 4 });
  mention(world, worker, irp);
  return { world, process: world.allocate(0x100), thread, irp };
}

describe('a process that cannot end', () => {
  it('the request of an ended thread that no list has any more is what the end of its process waits for', () => {
    const { world, process, waiter, ended, irp } = leftBehind();
    const { chain, statements } = look(world, process, { unlisted: [ended] });
    expect(chain?.root).toMatchObject({ kind: 'PendingIo', request: { address: irp, threadEnded: {} } });
    expect(chain?.threads.map(({ address }) => address).sort()).toEqual(
      [waiter.address, ended.address].sort(),
    );
    expect(chain?.missingThreads).toEqual([]);
    expect(statements[0]).toEqual({
      text: 'Thread 40 waits for the end of app.exe (4872), and thread 12 has ended and has a request that \\Driver\\Audio has not finished.',
      evidence: 'Derived',
    });
  });

  it('without the state of its thread a request is not taken for that of an ended one', () => {
    const { world, process, ended } = leftBehind();
    world.words.delete((ended.address + STATE) & ~7n);
    const { chain } = look(world, process, { unlisted: [ended] });
    expect(chain?.root.kind).toBe('ProcessExit');
  });

  it('a request of another process does not keep a process', () => {
    const { world, process, ended } = leftBehind();
    world.u64(ended.address + 0x478n, 16n);
    const { chain } = look(world, process, { unlisted: [ended] });
    expect(chain?.root.kind).toBe('ProcessExit');
  });

  it('a thread that sleeps in the kernel with all its requests cancelled waits for them, and one with others sleeps', () => {
    const { world, process, irp } = sleeper(true);
    const { chain, statements } = look(world, process);
    expect(chain).toMatchObject({ root: { kind: 'PendingIo', request: { address: irp } } });
    expect(statements[0]).toMatchObject({
      text: 'Thread 12 waits for a request that \\Driver\\Audio has not finished.',
      evidence: 'Derived',
    });
    const awake = sleeper(false);
    const other = look(awake.world, awake.process);
    expect(other.chain).toBeUndefined();
  });

  it('a thread in the frames of its end waits for its request, by evidence of the stack', () => {
    const { world, process, thread, irp } = sleeper(false);
    const frames = (address: VirtualAddress) =>
      address === thread.address ? [frame('PspExitThread', thread.kernelStack)] : [];
    const { chain, statements } = look(world, process, { frames });
    expect(chain?.root).toMatchObject({ kind: 'PendingIo', request: { address: irp } });
    expect(statements[0]?.evidence).toBe('Stack');
  });

  it('a thread in the frames of its end, without a request, waits for what an ended thread of its process left', () => {
    const { world, process, waiter, ended, irp } = leftBehind();
    const last = world.thread({ threadId: 16, processId: PROCESS_ID, reason: REASON.DelayExecution });
    const timer = world.allocate(0x40);
    world.object(timer, 8, 16);
    world.wait(last, [timer]);
    const frames = (address: VirtualAddress) =>
      address === last.address ? [frame('PspExitThread', last.kernelStack)] : [];
    const { chain } = look(world, process, { frames });
    expect(chain?.root).toMatchObject({ kind: 'PendingIo', request: { address: irp } });
    const addresses = [waiter, ended, last].map(({ address }) => address);
    expect(chain?.threads.map(({ address }) => address).sort()).toEqual(addresses.sort());
  });
});
