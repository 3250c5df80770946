/**
 * The trace of a live dump that Gary Nebbett published (gary-nebbett.blogspot.com, April 2016), as the events that were behind
 * it: id, time since the start in 100 ns units, and the payload as raw bytes. Built here by hand, without the product's
 * tables.
 */
export interface SampleEvent {
  readonly id: number;
  readonly version: number;
  readonly ticks: bigint;
  readonly data: Uint8Array;
}

const STATUS_SUCCESS = 0;

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const u64 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), index * 8);
  return bytes;
};

const event = (id: number, ticks: bigint, ...parts: readonly Uint8Array[]): SampleEvent => ({
  id,
  version: 0,
  ticks,
  data: Buffer.concat(parts),
});

export const ARTICLE_EVENTS: readonly SampleEvent[] = [
  event(1, 68533715n),
  event(108, 68535649n),
  event(109, 68535652n),
  event(101, 68535979n),
  event(102, 68586117n),
  event(104, 68586136n),
  event(103, 70432997n),
  event(105, 70556710n),
  event(106, 70560841n, u64(37429248, 1675096064, 0, 0)),
  event(107, 72512462n, u64(1675100160, 0, 0)),
  event(151, 72512920n),
  event(152, 72568896n),
  event(154, 72609501n),
  event(153, 74204586n),
  event(156, 74346195n),
  event(157, 77354418n),
  event(155, 77354793n),
  event(3, 77356464n),
  event(4, 418362706n, u32(STATUS_SUCCESS), u64(1571217408, 286720, 1570930688, 0)),
  event(2, 418362725n, u32(STATUS_SUCCESS)),
];

export const ARTICLE_LISTING = `
06.8533715 Live Dump Capture Dump Data API started.
06.8535649 Sizing Workflow: RemovePages Callbacks started.
06.8535652 Sizing Workflow: RemovePages Callbacks ended.
06.8535979 Sizing Workflow: Mirroring started.
06.8586117 Sizing Workflow: Mirroring Phase 0 ended.
06.8586136 Sizing Workflow: System Quiesce started.
07.0432997 Sizing Workflow: Mirroring Phase 1 ended.
07.0556710 Sizing Workflow: System Quiesce ended.
07.0560841 Sizing Workflow: Estimation. NT: 1675096064 bytes (Minimum 37429248 bytes). Hypervisor: Primary 0 bytes. Secondary 0 bytes.
07.2512462 Sizing Workflow: Allocation. NT: 1675100160 bytes. Hypervisor: Primary 0 bytes. Secondary 0 bytes.
07.2512920 Capture Pages Workflow: Mirroring started.
07.2568896 Capture Pages Workflow: Mirroring Phase 0 ended.
07.2609501 Capture Pages Workflow: System Quiesce started.
07.4204586 Capture Pages Workflow: Mirroring Phase 1 ended.
07.4346195 Capture Pages Workflow: Copy memory pages started.
07.7354418 Capture Pages Workflow: Copy memory pages ended.
07.7354793 Capture Pages Workflow: System Quiesce ended.
07.7356464 Writing dump file started.
41.8362706 Writing dump file ended. NT Status: 0x0. Total 1571217408 bytes (Header|Primary|Secondary: 286720|1570930688|0 bytes).
41.8362725 Live Dump Capture Dump Data API ended. NT Status: 0x0.
`.trim();
