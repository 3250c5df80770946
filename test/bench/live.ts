import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled, runBundled } from './bundled.ts';
import type { Figure, Figures } from './measure.ts';

const PAGES = 2 ** 20;
const SECONDS = 8;

interface Cost {
  readonly cpu: number;
  readonly elapsed: number;
  readonly looks: number;
  readonly maxResidentBytes: number;
}

function watch(): readonly Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  try {
    const args = [path.join(folder, 'live.dmp'), String(PAGES), String(SECONDS), bundled('live-writer.ts')];
    const cost = JSON.parse(runBundled('live-watcher.ts', args)) as Cost;
    return [
      { what: 'own processor time', value: (cost.cpu / cost.elapsed) * 100, unit: '%', goal: 2 },
      { what: 'peak', value: cost.maxResidentBytes / 1e6, unit: 'MB', goal: 100 },
      { what: 'looks', value: cost.looks, unit: 'count' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const liveWatch: Figures = {
  name: `looking on for ${SECONDS} s while a live dump of 4 GiB is written`,
  measure: watch,
};
