import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../support/equipment.ts';
import { runDriver, windowsNode } from '../../support/windows-node.ts';
import { type Scenario, type ScenarioThread, WORKER_ID } from '../../windows-stand-in/scenario.ts';
import { ensureStandIn, type StandIn, standIn } from '../../windows-stand-in/stand-in.ts';

const DRIVER = path.join(import.meta.dirname, 'drivers', 'enumerate.ts');
const FIRST_ID = 0x20_0000;

interface SeenThread {
  readonly threadId: number;
  readonly state: number;
  readonly waitReason?: number;
  readonly waitTimeMs?: number;
  readonly stackBase?: string;
}

/** What Wine's kernel does not know and the stand-in does: states, reasons, wait times, kernel addresses. */
describeWith(['wine', 'mingw'], 'enumeration on the kernel stand-in', () => {
  const used: StandIn[] = [];
  beforeAll(ensureStandIn);
  afterEach(() => {
    for (const each of used.splice(0)) each.remove();
  });

  async function enumerate(threads: readonly ScenarioThread[], settings: NonNullable<Scenario['settings']>) {
    const processes = [{ id: WORKER_ID, name: 'w3wp.exe', threads }];
    const kernel = standIn(await windowsNode(), { settings, processes });
    used.push(kernel);
    const seen = await runDriver<{ found: { threads: SeenThread[] } }>(DRIVER, [String(WORKER_ID)], {
      node: kernel.program,
    });
    return { threads: seen.found.threads, kernel };
  }

  it('enumeration on the kernel stand-in reads state, wait reason and wait time as the kernel numbers them', async () => {
    const { threads } = await enumerate(
      [
        { id: FIRST_ID, state: 5, reason: 27, 'wait-time': 64 },
        { id: FIRST_ID + 4, state: 2, reason: 27, 'wait-time': 1 },
        { id: FIRST_ID + 8, state: 9, reason: 99, 'wait-time': 128 },
      ],
      {},
    );
    // The asking thread has waited for nothing, so the field holds durations: ticks of 15.625 ms.
    expect(threads.map(({ state, waitReason, waitTimeMs }) => [state, waitReason, waitTimeMs])).toEqual([
      [5, 27, 1000],
      [2, undefined, 16],
      [9, undefined, 2000],
    ]);
  });

  it('enumeration on the kernel stand-in sees kernel addresses where only holders of the privilege do, and gives the privilege back', async () => {
    const { threads, kernel } = await enumerate([{ id: FIRST_ID }], { 'hide-addresses': 1 });
    expect(threads[0]?.stackBase).toMatch(/^184467/);
    expect(kernel.calls('exit')).toMatchObject([{ debugPrivilege: false }]);
  });

  it('enumeration on the kernel stand-in gives no kernel address without the privilege', async () => {
    const settings = { 'hide-addresses': 1, privilege: 'absent' };
    const { threads } = await enumerate([{ id: FIRST_ID }], settings);
    expect(threads[0]).not.toHaveProperty('stackBase');
  });
});
