import {
  SYSTEM_EXTENDED_THREAD_INFORMATION,
  SYSTEM_PROCESS_INFORMATION,
} from '../../src/machine/windows/calls/layouts.ts';
import { write } from '../../src/machine/windows/calls/request.ts';
import type { SystemInformation } from '../../src/machine/windows/calls/system-information.ts';

const PER_PROCESS = 100;

/** What the kernel answers about so many threads, for measuring how long decoding takes; tests of decoding have other sources. */
export function listingAnswer(threads: number): SystemInformation {
  const entry = SYSTEM_PROCESS_INFORMATION.size + PER_PROCESS * SYSTEM_EXTENDED_THREAD_INFORMATION.size;
  const processes = threads / PER_PROCESS;
  const bytes = new Uint8Array(processes * entry);
  for (let index = 0; index < processes; index += 1) {
    const at = index * entry;
    write(SYSTEM_PROCESS_INFORMATION, bytes.subarray(at), {
      NextEntryOffset: index + 1 < processes ? entry : 0,
      NumberOfThreads: PER_PROCESS,
      UniqueProcessId: 4 + index * 4,
      CreateTime: 133_000_000_000_000_000n,
    });
    for (let place = 0; place < PER_PROCESS; place += 1) {
      const thread = at + SYSTEM_PROCESS_INFORMATION.size + place * SYSTEM_EXTENDED_THREAD_INFORMATION.size;
      write(SYSTEM_EXTENDED_THREAD_INFORMATION, bytes.subarray(thread), {
        UniqueThread: 0x10000 + (index * PER_PROCESS + place) * 4,
        CreateTime: 133_000_000_000_000_000n,
        ThreadState: 5,
        WaitReason: 15,
        ContextSwitches: 1000,
        WaitTime: 5000,
      });
    }
  }
  return { bytes, address: 0x10000n };
}
