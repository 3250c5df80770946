import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from '../support/equipment.ts';

/** What of the product ran, by V8's own counters: lines of code of a room that were reached. */
export interface RoomCoverage {
  readonly room: string;
  readonly percent: number;
  /** The files with most lines that were not reached. */
  readonly least: readonly string[];
}

const session = new Session();

/** Must be called before the code runs that is counted. */
export async function startCoverage(): Promise<void> {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** Rooms within rooms that the fuzzer does not reach: what talks to servers and searches folders. */
const LEFT_OUT = /^symbols\/((server|store)\/|symbol-finder\.ts|file-pool\.ts)/;

/** Files that are named where a room is short of its floor. */
const MOST_NAMED = 12;

/** Whether a line of source has code: no blank, comment, import or type. */
const isCode = (line: string) =>
  /\S/.test(line) &&
  !/^\s*(\/\/|\/?\*|import |export type |export interface |interface |type |\}|readonly )/.test(line);

export async function coverageOf(rooms: readonly string[]): Promise<readonly RoomCoverage[]> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const byUrl = new Map(result.map((script) => [script.url, script]));
  const source = path.join(repositoryRoot, 'src');
  return rooms.map((room) => {
    let lines = 0;
    let reached = 0;
    const missed: { readonly name: string; readonly count: number }[] = [];
    for (const name of readdirSync(path.join(source, room), { recursive: true, encoding: 'utf8' })) {
      const file = path.join(source, room, name);
      if (!name.endsWith('.ts') || LEFT_OUT.test(path.relative(source, file).split(path.sep).join('/')))
        continue;
      const text = readFileSync(file, 'utf8');
      const script = byUrl.get(pathToFileURL(file).href);
      // The innermost range that holds a position decides: ranges come from the outer to the inner.
      const ranges = script?.functions.flatMap((each) => each.ranges) ?? [];
      const before = lines - reached;
      let at = 0;
      for (const line of text.split('\n')) {
        const middle = at + line.length - line.trimStart().length;
        at += line.length + 1;
        if (!isCode(line)) continue;
        lines += 1;
        let count = 0;
        let size = Number.POSITIVE_INFINITY;
        for (const range of ranges) {
          const holds = range.startOffset <= middle && middle < range.endOffset;
          if (!holds || range.endOffset - range.startOffset > size) continue;
          size = range.endOffset - range.startOffset;
          count = range.count;
        }
        if (count > 0) reached += 1;
      }
      missed.push({ name, count: lines - reached - before });
    }
    const least = missed.sort((a, b) => b.count - a.count).slice(0, MOST_NAMED);
    return {
      room,
      percent: lines === 0 ? 100 : (100 * reached) / lines,
      least: least.map(({ name, count }) => `${name} ${count}`),
    };
  });
}
