import { layout, u32, u64 } from '../../binary/layout.ts';

/** KQUEUE of wdm.h (64-bit): a completion port. */
export const KQUEUE = layout('KQUEUE', 0x40, {
  EntryFlink: u64(0x18),
  CurrentCount: u32(0x28),
  MaximumCount: u32(0x2c),
});

/** KPRIQUEUE: 32 lists of entries and 32 counts, one a priority. Real queues of 19041 and 22000. */
export const KPRIQUEUE = layout('KPRIQUEUE', 0x2b0, { MaximumCount: u32(0x298) });
export const PRIORITIES = 32;
export const ENTRY_LISTS = 0x18;
export const CURRENT_COUNTS = 0x218;

/**
 * EX_WORK_QUEUE begins with its KPRIQUEUE. Partition exists since a build between 14393 and 17763 and shifts what follows; the
 * guard is that Partition is a kernel pointer.
 */
export const EX_WORK_QUEUE = layout('EX_WORK_QUEUE', 0x2d4, {
  Partition: u64(0x2b0),
  WorkItemsProcessed: u32(0x2c0),
  WorkItemsProcessedLastPass: u32(0x2c4),
  ThreadCount: u32(0x2c8),
  MaxThreads: u32(0x2d0),
});
