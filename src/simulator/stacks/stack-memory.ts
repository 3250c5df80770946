import { addressAt, type VirtualAddress } from '../../binary/address.ts';

/** One kernel stack segment: bytes from `limit` up to `base`. */
export interface StackSegment {
  readonly base: VirtualAddress;
  readonly limit: VirtualAddress;
  readonly bytes: Uint8Array;
}

/** Stack segments as one memory of 64-bit words. */
export interface StackMemory {
  readonly segments: readonly StackSegment[];
  write(address: bigint, value: bigint): void;
  /** Lets `fill` write a range of bytes. */
  fill(address: bigint, bytes: number, fill: (words: DataView, offset: number, bytes: number) => void): void;
}

export function stackSegment(base: VirtualAddress, size: number): StackSegment {
  return { base, limit: addressAt(base, -size), bytes: new Uint8Array(size) };
}

export function stackMemory(segments: readonly StackSegment[]): StackMemory {
  const views = segments.map(({ base, limit, bytes }) => ({
    base,
    limit,
    data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }));
  const segmentOf = (address: bigint, bytes: number) => {
    const segment = views.find(({ base, limit }) => address >= limit && address + BigInt(bytes) <= base);
    if (segment === undefined) throw new RangeError('a simulated thread ran out of its stack');
    return segment;
  };
  return {
    segments,
    write(address, value) {
      const { data, limit } = segmentOf(address, 8);
      data.setBigUint64(Number(address - limit), BigInt.asUintN(64, value), true);
    },
    fill(address, bytes, fill) {
      const { data, limit } = segmentOf(address, bytes);
      fill(data, Number(address - limit), bytes);
    },
  };
}
