import { isRefusal, type OpenThread, type TriageAnswer } from '../../src/machine/port.ts';
import { createSimulatedMachine, type SimulationOptions } from '../../src/simulator/simulated-machine.ts';

/** A capture of w3wp threads by their place in the list, as the product would make it. */
export async function captureThreads(
  scenario: string,
  places: readonly number[],
  options: SimulationOptions = {},
): Promise<{ answer: TriageAnswer; addresses: readonly bigint[]; threadIds: readonly number[] }> {
  const machine = createSimulatedMachine(scenario, options);
  const worker = machine.processes().find((process) => process.name === 'w3wp.exe');
  if (worker === undefined) throw new Error('no worker');
  const session = machine.openSession('capture');
  const threads = places.map((place): OpenThread => {
    const snapshot = worker.threads[place];
    if (snapshot === undefined) throw new Error(`no thread ${place}`);
    const { threadId, createTime } = snapshot;
    const opened = session.open({ processId: worker.processId, threadId, createTime });
    if (isRefusal(opened)) throw new Error(`refused: ${opened.refused}`);
    return opened;
  });
  const addresses = threads.map((thread) => session.objectAddresses([thread]).get(thread) ?? 0n);
  const answer = await session.captureTriage({
    threads,
    bugCheckCode: 0x69696969,
    bugCheckParameters: [0x11n, 0x22n, 0x33n, 0xffff_8000_0000_0044n],
  });
  session.close();
  return { answer, addresses, threadIds: threads.map(({ identity }) => identity.threadId) };
}

/** A dump by raw offsets: what the product's reader is compared with, and nothing shared with reader or writer. */
export class RawDump {
  readonly bytes: Uint8Array;
  readonly data: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u16 = (at: number): number => this.data.getUint16(at, true);
  u32 = (at: number): number => this.data.getUint32(at, true);
  u64 = (at: number): bigint => this.data.getBigUint64(at, true);
  text = (at: number, length: number): string => String.fromCharCode(...this.bytes.subarray(at, at + length));

  /** Data blocks in the order of the file's array. */
  blocks(): Array<{ address: bigint; offset: number; size: number }> {
    const array = this.u32(0x2078);
    return Array.from({ length: this.u32(0x207c) }, (_, index) => ({
      address: this.u64(array + index * 16),
      offset: this.u32(array + index * 16 + 8),
      size: this.u32(array + index * 16 + 12),
    }));
  }

  block(address: bigint): { address: bigint; offset: number; size: number } | undefined {
    return this.blocks().find((block) => block.address === address);
  }
}
