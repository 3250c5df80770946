import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled, runBundled } from './bundled.ts';
import type { Figure } from './measure.ts';

const PAGES = 2 ** 20;
const SECONDS = 10;

interface Cost {
  readonly cpu: number;
  readonly elapsed: number;
  readonly looks: number;
  readonly maxResidentBytes: number;
}

function watch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-bench-'));
  try {
    const args = [path.join(folder, 'live.dmp'), String(PAGES), String(SECONDS), bundled('live-writer.ts')];
    const cost = JSON.parse(runBundled('live-watcher.ts', args)) as Cost;
    const share = ((cost.cpu / cost.elapsed) * 100).toFixed(1);
    const memory = Math.round(cost.maxResidentBytes / 1e6);
    return `${share} % of ${(cost.elapsed / 1000).toFixed(0)} s, ${memory} MB, ${cost.looks} looks`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const liveWatch: Figure = {
  name: 'watching a live dump of 4 GiB being written: own processor time and memory',
  goal: '2 %, 100 MB',
  measure: watch,
};
