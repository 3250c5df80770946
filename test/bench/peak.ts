import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * The most memory that this process has had, bytes. The kernel hands the largest size of a parent on to what it starts, which
 * `process.resourceUsage().maxRSS` then shows; VmHWM begins anew with each program (proc(5)).
 */
export function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}
