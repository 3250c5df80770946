import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { Writable } from 'node:stream';
import { HOSTILE_KINDS } from './kinds.ts';

/**
 * Builds hostile files and reads them, in a process of its own: `node --expose-gc measure.ts KIND SIZE [KIND SIZE]…`. Prints what
 * each reading cost as one line of JSON. The memory of the building is not counted, because a collection comes before the reader.
 */
export interface Cost {
  readonly kind: string;
  readonly size: number;
  readonly fileBytes: number;
  /** Processor time. */
  readonly ms: number;
  /** How much the process grew. */
  readonly grownBytes: number;
  readonly exitCode: number;
  readonly outputBytes: number;
  /** The longest time without a turn of the event loop, by the clock. */
  readonly blockedMs: number;
  /** Codes of the errors and texts of the warnings. */
  readonly told: readonly string[];
}

function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + lstatSync(path.join(folder, name)).size, 0);
}

const STATUS = '/proc/self/status';

/** Forgets the peak of memory so far, which is that of the builder; false where the system cannot. */
function forgetPeak(): boolean {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return true;
  } catch {
    return false;
  }
}

/** The peak since it was forgotten, else that of the process. */
function peakBytes(wasForgotten: boolean): number {
  const peak = wasForgotten ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) * 1024;
}

async function readPdb(file: string): Promise<void> {
  const { openFileSource } = await import('../../../src/binary/byte-source.ts');
  const { openPdb } = await import('../../../src/symbols/pdb/pdb-file.ts');
  const source = openFileSource(file);
  try {
    for (const _ of openPdb(source).symbols());
  } finally {
    source.close();
  }
}

async function measure(name: string, size: number): Promise<Cost> {
  const kind = HOSTILE_KINDS.find((each) => each.name === name);
  if (kind === undefined) throw new RangeError(`there is no kind ${name}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-hostile-'));
  try {
    const built = kind.build(folder, size);
    const [verb = '', ...rest] = typeof built === 'function' ? ['-read'] : built;
    const { run } = await import('../../../src/cli/run.ts');
    let outputBytes = 0;
    const told: string[] = [];
    let line = '';
    const stdout = new Writable({
      write(chunk: Buffer, _encoding, done) {
        outputBytes += chunk.length;
        line = (line + chunk.toString()).slice(-20_000);
        done();
      },
    });
    globalThis.gc?.();
    const wasForgotten = forgetPeak();
    const memory = process.memoryUsage().rss;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const before = process.cpuUsage();
    let exitCode = 0;
    if (typeof built === 'function') {
      await Promise.resolve()
        .then(built)
        .catch((thrown: { code?: string; message?: string }) =>
          told.push(`${thrown.code ?? 'Internal'}: ${thrown.message}`),
        );
    } else if (verb === '-pdb') {
      await readPdb(rest[0] ?? '').catch((thrown: { code?: string; message?: string }) =>
        told.push(`${thrown.code ?? 'Internal'}: ${thrown.message}`),
      );
    } else {
      exitCode = await run([verb, '--format', 'ndjson', ...rest], {
        stdin: Object.assign(process.stdin, {}),
        stdout,
        stderr: stdout,
      });
      for (const each of line.split('\n'))
        if (/^\{"kind":"(error|warning)"/.test(each)) {
          const { code, message } = JSON.parse(each) as { code?: string; message: string };
          told.push(code === undefined ? message.slice(0, 160) : `${code}: ${message.slice(0, 160)}`);
        }
    }
    const { user, system } = process.cpuUsage(before);
    return {
      kind: name,
      size,
      fileBytes: folderBytes(folder),
      ms: Math.round((user + system) / 1000),
      grownBytes: Math.max(0, peakBytes(wasForgotten) - memory),
      exitCode,
      outputBytes,
      blockedMs: Math.round(delay.max / 1e6),
      told,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Arguments are pairs of a kind and a size.
const order = process.argv.slice(2);
for (let index = 0; index + 1 < order.length; index += 2) {
  process.stdout.write(`${JSON.stringify(await measure(order[index] ?? '', Number(order[index + 1])))}\n`);
}
