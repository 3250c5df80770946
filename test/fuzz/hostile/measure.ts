import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { HOSTILE_KINDS } from './kinds.ts';
import { readersOfKind } from './readers.ts';

/**
 * Builds hostile files and reads them, in a process of its own: `node --expose-gc measure.ts KIND SIZE READERS [KIND SIZE READERS]…`.
 * READERS is how many other verbs read a dump of the kind. Prints what each reading cost as one line of JSON. The memory of the building
 * is not counted, because a collection comes before the reader.
 */
export interface Cost {
  readonly kind: string;
  readonly size: number;
  /** The other verb that read the dump; absent for the reader that the kind is built for. */
  readonly reader?: string;
  readonly fileBytes: number;
  /** Processor time. */
  readonly ms: number;
  /** How much the process grew. */
  readonly grownBytes: number;
  readonly exitCode: number;
  readonly outputBytes: number;
  /** The most processor time between two turns of the event loop, at most the time by the clock. */
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

const TICK_MS = 5;
const msOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

/** Watches how long the event loop has no turn. Processor time, because the machine may be busy with other things. */
function watchTurns(): { end(): Promise<number> } {
  let longest = 0;
  let lastClock = performance.now();
  let lastCpu = process.cpuUsage();
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, Math.min(now - lastClock, msOf(process.cpuUsage(lastCpu))));
    lastClock = now;
    lastCpu = process.cpuUsage();
  };
  const timer = setInterval(tick, TICK_MS);
  return {
    async end() {
      tick();
      await new Promise((resolve) => setImmediate(resolve));
      clearInterval(timer);
      return longest;
    },
  };
}

type Thrown = { readonly code?: string; readonly message?: string };

/** What a reading gave, beside what it cost. */
interface Reading {
  readonly exitCode: number;
  readonly outputBytes: number;
  readonly told: readonly string[];
}

async function readPart(read: () => unknown): Promise<Reading> {
  const told: string[] = [];
  await Promise.resolve()
    .then(read)
    .catch(({ code = 'Internal', message }: Thrown) => told.push(`${code}: ${message}`));
  return { exitCode: 0, outputBytes: 0, told };
}

/** The end of an output, where errors and warnings are. */
const KEPT_BYTES = 20_000;

async function readByVerb(command: readonly string[]): Promise<Reading> {
  const { run } = await import('../../../src/cli/run.ts');
  let outputBytes = 0;
  let text = '';
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      outputBytes += chunk.length;
      text = (text + chunk.subarray(-KEPT_BYTES).toString()).slice(-KEPT_BYTES);
      done();
    },
  });
  const exitCode = await run(command, { stdin: Object.assign(process.stdin, {}), stdout, stderr: stdout });
  const told = text.split('\n').flatMap((line) => {
    if (!/^\{"kind":"(error|warning)"/.test(line))
      return /\bInternal\b/.test(line) ? [`Internal: ${line}`] : [];
    const { code, message } = JSON.parse(line) as { code?: string; message: string };
    return [code === undefined ? message.slice(0, 160) : `${code}: ${message.slice(0, 160)}`];
  });
  return { exitCode, outputBytes, told };
}

/** Does one reading and measures it. */
async function measured(read: () => Promise<Reading>) {
  globalThis.gc?.();
  const wasForgotten = forgetPeak();
  const memory = process.memoryUsage().rss;
  const turns = watchTurns();
  const before = process.cpuUsage();
  const reading = await read();
  const blockedMs = Math.round(await turns.end());
  return {
    ...reading,
    ms: Math.round(msOf(process.cpuUsage(before))),
    grownBytes: Math.max(0, peakBytes(wasForgotten) - memory),
    blockedMs,
  };
}

const isDump = (argument: string) => argument.endsWith('.dmp');

/** The reading by the reader that the kind is built for, then by others. */
async function* measure(name: string, size: number, others: number): AsyncGenerator<Cost> {
  const number = HOSTILE_KINDS.findIndex((each) => each.name === name);
  const kind = HOSTILE_KINDS[number];
  if (kind === undefined) throw new RangeError(`there is no kind ${name}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-hostile-'));
  try {
    const built = kind.build(folder, size);
    const fileBytes = folderBytes(folder);
    if (typeof built === 'function') {
      yield { kind: name, size, fileBytes, ...(await measured(() => readPart(built))) };
      return;
    }
    const [verb = '', ...rest] = built;
    if (verb === '-pdb') {
      yield {
        kind: name,
        size,
        fileBytes,
        ...(await measured(() => readPart(() => readPdb(rest[0] ?? '')))),
      };
      return;
    }
    const own = [verb, '--format', 'ndjson', ...rest];
    yield { kind: name, size, fileBytes, ...(await measured(() => readByVerb(own))) };
    const dump = rest.find(isDump);
    if (dump === undefined) return;
    for (const reader of readersOfKind(number, others)) {
      const command = reader.command(dump);
      yield {
        kind: name,
        size,
        reader: reader.name,
        fileBytes,
        ...(await measured(() => readByVerb(command))),
      };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Code that every reader runs is loaded before one is measured.
await import('../../../src/cli/verbs/index.ts').then(({ allVerbs }) => allVerbs());
// Arguments are a kind, a size and the number of other readers, again and again.
const order = process.argv.slice(2);
for (let index = 0; index + 2 < order.length; index += 3) {
  for await (const cost of measure(order[index] ?? '', Number(order[index + 1]), Number(order[index + 2])))
    process.stdout.write(`${JSON.stringify(cost)}\n`);
}
