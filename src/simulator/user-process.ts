import { isKernelAddress, type VirtualAddress } from '../binary/address.ts';
import { NTSTATUS } from '../contract/ntstatus.ts';
import type {
  ProcessIdentity,
  ThreadRefusal,
  UserProcess,
  UserStack,
  UserStackRefusal,
} from '../machine/port.ts';
import { userImages } from './images/kernel-images.ts';
import type { SimulatedImage } from './images/loaded-images.ts';
import { userStack } from './stacks/user-stack.ts';
import { sectionsOf } from './synth/images/pe-writer.ts';
import type { SimulatedProcess } from './world/model.ts';
import type { RunningWorld } from './world/running-world.ts';

const DENIED: ThreadRefusal = { refused: 'denied', ntStatus: NTSTATUS.STATUS_ACCESS_DENIED };
const GONE: ThreadRefusal = { refused: 'exited', ntStatus: NTSTATUS.STATUS_INVALID_CID };
/** The worker's own images; every other process has the system's alone. */
const WORKER = 'w3wp.exe';
const SYSTEM_IMAGES = new Set(['ntdll.dll', 'KERNEL32.DLL', 'KERNELBASE.dll', 'RPCRT4.dll']);

/** An image as the loader lays it out in a process. */
function mappedImage(image: SimulatedImage): Uint8Array {
  const mapped = new Uint8Array(image.imageSize);
  for (const { rva, bytes } of sectionsOf(image.file)) mapped.set(bytes, rva);
  return mapped;
}

/** Opens the user-mode side of a simulated process: its images, and the stacks of its threads. */
export function openSimulatedProcess(
  world: RunningWorld,
  { processId, createTime }: ProcessIdentity,
): UserProcess | ThreadRefusal {
  const process = world.processes.find(({ snapshot }) => snapshot.processId === processId);
  if (process === undefined) return GONE;
  if (process.isProtected || !world.facts.elevated) return DENIED;
  if (createTime !== undefined && createTime !== process.snapshot.createTime) return { refused: 'replaced' };

  const images = imagesOf(process);
  const mapped = new Map<SimulatedImage, Uint8Array>();
  const memoryOf = (image: SimulatedImage) => {
    const known = mapped.get(image) ?? mappedImage(image);
    mapped.set(image, known);
    return known;
  };

  function read(address: VirtualAddress, length: number): Uint8Array | undefined {
    if (isKernelAddress(address)) return undefined;
    const image = images.find(({ base, imageSize }) => address >= base && address < base + BigInt(imageSize));
    if (image === undefined) return undefined;
    const offset = Number(address - image.base);
    return offset + length > image.imageSize ? undefined : memoryOf(image).slice(offset, offset + length);
  }

  async function copyStack(threadId: number, created?: bigint): Promise<UserStack | UserStackRefusal> {
    const thread = world.find(processId, threadId)?.thread;
    if (thread === undefined) return GONE;
    if (created !== undefined && created !== thread.snapshot.createTime) return { refused: 'replaced' };
    switch (thread.fault) {
      case 'exitsBeforeOpen':
        world.exit(thread);
        return GONE;
      case 'replaced':
        return { refused: 'replaced' };
      case 'protected':
        return DENIED;
      case 'wedged':
        return { refused: 'wedged' };
      default:
        return userStack(thread, world.seed) ?? DENIED;
    }
  }

  return {
    modules: images.map(({ module, base, imageSize }) => ({
      name: module.file,
      path: module.path,
      base,
      size: imageSize,
    })),
    read,
    copyStack,
    close: () => mapped.clear(),
  };
}

function imagesOf({ snapshot }: SimulatedProcess): readonly SimulatedImage[] {
  return userImages().filter(({ module }) => snapshot.name === WORKER || SYSTEM_IMAGES.has(module.file));
}
