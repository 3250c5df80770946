import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/equipment.ts';

describe('npm run demo', () => {
  it('npm run demo shows the main job: list, plan, capture, verify, read back, explain', () => {
    const script = path.join(repositoryRoot, 'src', 'build', 'demo.ts');
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script],
      { encoding: 'utf8', cwd: repositoryRoot },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^This is a simulation.*\n(Through .*PowerShell|No PowerShell was found)/);
    // One after the other: the thread table, the plan, the dumps, the verdicts, a dump read back, the stacks, the answers.
    const steps = [
      /Process: w3wp\.exe \(4872\) on simulated:w3wp-oplock/,
      /10368 +Wait +WrResource/,
      /Planned for process: w3wp\.exe/,
      /14 of 14 +True/,
      /10276 +Captured +1 +0x[0-9a-f]{16} +w3wp_4872_[\d-]+_001\.d/,
      /Triage +Complete +19041/,
      /22\d threads: [\d, .\s]+22\d threads: rdbss!_RxAcquireFcb\+0x254, waiting for resource [^:]+, longest 0:08:04\s+nt!KiCommitThreadWait\+0x3dd/,
      /rdbss!_RxAcquireFcb\+0x254/,
      /227 threads wait for one lock, and these dumps do not store its owner\.\s+\[derived\]/,
      /may hold it: it is the only other thread/,
      /227 threads wait for a lock that thread \d+ holds, and thread \d+ waits\s+for\s+a request that \\FileSystem\\mrxsmb20\s+has not finished on a file server\./,
      /The request is about \\\\fileserver\\wwwroot\$\\site\\default\.aspx\. \[memory\]/,
    ];
    let rest = stdout;
    for (const step of steps) {
      const found = step.exec(rest);
      expect(found, `${step} in what follows the step before`).not.toBeNull();
      rest = rest.slice((found?.index ?? 0) + 1);
    }
  });
});
