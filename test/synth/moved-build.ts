import { type KernelBuild, X64_19041 } from '../../src/simulator/synth/builds.ts';

const { thread, process } = X64_19041;

/**
 * A build whose fields are where no rule looks for them: each that the debugger data does not state is moved, also away from its
 * neighbours.
 */
export const MOVED: KernelBuild = {
  ...X64_19041,
  thread: {
    ...thread,
    size: thread.size + 0x200,
    process: 0x8a0,
    waitTime: 0x8c0,
    priority: 0x8c8,
    previousMode: 0x8d3,
    basePriority: 0x8d9,
    cid: 0x8e0,
    startAddress: 0x8f8,
    win32StartAddress: 0x910,
    threadListEntry: 0x920,
  },
  process: {
    ...process,
    size: process.size + 0x200,
    threadListHead: 0xa40,
    id: 0xa58,
    links: 0xa70,
    name: 0xa88,
  },
};
