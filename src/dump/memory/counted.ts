import type { VirtualAddress } from '../../binary/address.ts';
import { UNITS_PER_READ, unitsOfBytes, type Work } from '../work.ts';
import type { Memory } from './memory.ts';

/** Memory that counts what is read of it, and ends where the work of its dump does. */
export function countedMemory<M extends Memory>(memory: M, work: Work): M {
  const { pageView } = memory;
  return {
    ...memory,
    ...(pageView && {
      // What this does not give is read, and counted there.
      pageView(address: VirtualAddress, length: number) {
        const page = pageView(address, length);
        if (page === undefined || !work.spend(UNITS_PER_READ)) return undefined;
        work.spend(unitsOfBytes(length));
        return page;
      },
    }),
    read(address, length) {
      if (!work.spend(UNITS_PER_READ))
        return { bytes: new Uint8Array(0), gap: { address, reason: 'NotInDump' } };
      const read = memory.read(address, length);
      work.spend(unitsOfBytes(read.bytes.length));
      return read;
    },
  };
}
