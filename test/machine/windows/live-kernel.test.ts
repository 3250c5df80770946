import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bytesSource } from '../../../src/binary/byte-source.ts';
import { completenessOf } from '../../../src/dump/finding.ts';
import { openDump } from '../../../src/dump/open-dump.ts';
import { describeWith } from '../../support/equipment.ts';
import { runDriver, windowsNode } from '../../support/windows-node.ts';
import { toWindowsPath } from '../../support/wine.ts';
import { type Scenario, worker } from '../../windows-stand-in/scenario.ts';
import { ensureStandIn, type StandIn, standIn } from '../../windows-stand-in/stand-in.ts';

const DRIVER = path.join(import.meta.dirname, 'drivers', 'live-kernel.ts');

interface Seen {
  readonly ntStatus: number;
  readonly sizesSeen: number;
  readonly left: readonly string[];
}

/** The port's live dump, from the protected file to the kernel and back, on the kernel stand-in. */
describeWith(['wine', 'mingw'], 'a live dump on the kernel stand-in', () => {
  const used: StandIn[] = [];
  beforeAll(ensureStandIn);
  afterEach(() => {
    for (const each of used.splice(0)) each.remove();
  });

  async function take(wish: string, settings: NonNullable<Scenario['settings']>) {
    const kernel = standIn(await windowsNode(), { settings, processes: [worker(8)] });
    used.push(kernel);
    const folder = path.join(kernel.folder, 'dumps');
    mkdirSync(folder);
    const seen = await runDriver<Seen>(DRIVER, [toWindowsPath(folder), wish], { node: kernel.program });
    expect(kernel.calls('exit')).toMatchObject([{ openThreads: 0, openFiles: 0, debugPrivilege: false }]);
    return { seen, folder, kernel };
  }

  it.each([
    ['of Windows 10', 'full', 19041],
    ['of Windows 11', 'full', 22631],
    ['of kernel stacks alone', 'stacks', 22631],
  ])('%s is whole under its final name', async (_, wish, build) => {
    const { seen, folder } = await take(wish, { build });
    expect(seen).toMatchObject({ ntStatus: 0, left: ['live.dmp'] });
    const dump = openDump(bytesSource(readFileSync(path.join(folder, 'live.dmp')), 'live.dmp'));
    expect(completenessOf(dump.findings.list).state).toBe('Complete');
  });

  it('a live dump on the kernel stand-in leaves the event loop to watch the file grow', async () => {
    const { seen } = await take('full', { build: 22631, filler: 8192, 'chunk-ms': 60 });
    // Sixteen chunks; a blocked loop would see none, a busy machine may miss some.
    expect(seen.sizesSeen).toBeGreaterThan(2);
  });

  it('a live dump on the kernel stand-in ends early when it is cancelled, and leaves nothing', async () => {
    const { seen, kernel } = await take('cancel', { build: 22631, filler: 16384, 'chunk-ms': 100 });
    expect(seen).toMatchObject({ ntStatus: 0xc0000120, left: [] });
    expect(kernel.calls('chunk').length).toBeLessThan(32);
  });

  it('a live dump on the kernel stand-in of kernel stacks alone is refused by a Windows that does not know it', async () => {
    const { seen } = await take('stacks', { build: 19041 });
    expect(seen).toMatchObject({ ntStatus: 0xc0000004, left: [] });
  });
});
