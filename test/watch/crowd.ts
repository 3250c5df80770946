import { virtualAddress } from '../../src/binary/address.ts';
import type { Machine, ProcessSnapshot, ThreadSnapshot } from '../../src/machine/port.ts';
import { createSimulatedMachine } from '../../src/simulator/simulated-machine.ts';

const PER_PROCESS = 100;
/** So many listings are made beforehand and given in turn: making them is not the work of a watch. */
const LISTINGS = 16;

function thread(id: number, turn: number): ThreadSnapshot {
  const wakes = id % 5 === 0;
  return {
    threadId: id,
    createTime: 133_000_000_000_000_000n + BigInt(id),
    state: 5,
    waitReason: id % 7 === 0 ? 6 : 15,
    waitTimeMs: wakes ? 100 : 500_000 + turn * 1000,
    priority: 8,
    basePriority: 8,
    contextSwitches: wakes ? 1000 + turn : 1000,
    kernelTime: 0n,
    userTime: BigInt(wakes ? turn * 10_000 : 0),
    win32StartAddress: virtualAddress(0x7ff0_0000_1000n + BigInt(id % 3) * 0x1000n),
  };
}

const listing = (threads: number, turn: number): ProcessSnapshot[] =>
  Array.from({ length: threads / PER_PROCESS }, (_, index) => ({
    processId: 4 + index * 4,
    parentProcessId: 4,
    name: `app${index}.exe`,
    sessionId: 0,
    createTime: 132_000_000_000_000_000n + BigInt(index),
    handleCount: 100,
    workingSetBytes: 0x100000,
    privateBytes: 0x100000,
    threads: Array.from({ length: PER_PROCESS }, (_each, place) =>
      thread(0x10000 + (index * PER_PROCESS + place) * 4, turn),
    ),
  }));

/** A machine with so many idle and waking threads, which lists them at once. */
export function crowdedMachine(threads: number): Machine {
  const listings = Array.from({ length: LISTINGS }, (_, turn) => listing(threads, turn));
  let next = 0;
  return {
    ...createSimulatedMachine('idle'),
    processes() {
      next += 1;
      return listings[next % LISTINGS] ?? [];
    },
  };
}
