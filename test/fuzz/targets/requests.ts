import { decodeEvent } from '../../../src/capture/live/events/decode-event.ts';
import { EVENT_TABLE } from '../../../src/capture/live/events/event-table.ts';
import { parseRequestLine } from '../../../src/cli/request.ts';
import { allVerbs } from '../../../src/cli/verbs/index.ts';
import { Failure, orUndefined } from '../../../src/contract/failure.ts';
import { deadlocks } from '../../../src/explain/graph/deadlocks.ts';
import { waitGraph } from '../../../src/explain/graph/wait-graph.ts';
import { targetFile, targetFolder } from '../../../src/files/target-path.ts';
import { threadHints } from '../../../src/kernel/thread-hints.ts';
import { manifestOfJournal } from '../../../src/manifest/journal.ts';
import { manifestIdentities } from '../../../src/manifest/manifest-file.ts';
import { parseSymbolPath } from '../../../src/symbols/store/symbol-path.ts';
import {
  chainsOf,
  lock,
  object,
  owner,
  request,
  wait,
  waitsForLock,
} from '../../explain/chains/situation.ts';
import type { Target } from '../target.ts';
import { textOf, texts } from '../target.ts';

const MANIFEST = {
  schemaVersion: 1,
  product: 'ktriage 0.1.0',
  createdTime: '2026-03-01T12:30:00.000Z',
  machine: {
    name: 'web01',
    simulated: false,
    computerName: 'WEB01',
    windowsBuild: 19041,
    architecture: 'x64',
    logicalProcessors: 2,
  },
  dumps: [],
  threads: [
    {
      machine: 'local',
      simulated: false,
      processId: 4712,
      threadId: 4716,
      verdict: 'Captured',
      attempts: 1,
      objectAddress: '0xffffe08a10000080',
      path: 'a.dmp',
    },
  ],
  drivers: [],
  failures: [],
};

/** Lines of a journal: the first is a manifest. */
export const manifestTarget: Target = {
  name: 'manifest',
  bases: () =>
    texts([
      `${JSON.stringify(MANIFEST)}\n${JSON.stringify({ dumps: [], threads: MANIFEST.threads, failures: [] })}\n`,
    ]),
  run(bytes) {
    const manifest = manifestOfJournal(textOf(bytes));
    return [
      manifest === undefined ? 'none' : 'manifest',
      `${threadHints(manifest, '/folder/a.dmp').threads?.length}`,
      `${manifestIdentities(manifest).size}`,
    ];
  },
};

export const etwTarget: Target = {
  name: 'etw',
  bases: () =>
    EVENT_TABLE.map(({ id, version }) => ({
      name: `event ${id}.${version}`,
      bytes: Uint8Array.from({ length: 66 }, (_, index) =>
        index === 0 ? id : index === 1 ? version : (index * 7) & 0xff,
      ),
      places: [],
    })),
  run(bytes) {
    const event = decodeEvent({
      id: bytes[0] ?? 0,
      version: bytes[1] ?? 0,
      data: bytes.subarray(2),
    } as Parameters<typeof decodeEvent>[0]);
    return [
      `${event.phase} ${event.truncated} ${event.rest.length > 0}`,
      event.text === '' ? 'no text' : 'text',
    ];
  },
};

export const requestTarget: Target = {
  name: 'request',
  bases: () =>
    texts([
      '{"paths":["a.dmp"],"symbolPath":"srv*c:\\\\s*https://x","maxFrames":3,"timeLimitSeconds":5}',
      '{"processIds":[4872],"destination":"d","name":"{process}_{pid}","maxThreadsPerDump":16,"planOnly":true}',
      '{"paths":["a"],"address":"0xfffff78000000000","length":16,"propertyCase":"pascal","adviceFor":"module"}',
      '{"scope":"ThreadStacks","path":"x.dmp","timeLimitSeconds":60}',
    ]),
  async run(bytes, random) {
    const given = parseRequestLine(textOf(bytes));
    const verb = random.pick(await allVerbs());
    verb.prepare(given);
    return [verb.name];
  },
};

export const pathsTarget: Target = {
  name: 'paths',
  bases: () =>
    texts([
      'C:\\dumps\\a.dmp',
      '\\\\server\\share\\x\\..\\y.dmp',
      '/var/tmp/a.dmp',
      'srv*C:\\Symbols*https://msdl.microsoft.com/download/symbols;cache*d:\\c;\\\\srv\\sym',
      'NUL.dmp',
      'a.dmp:stream',
    ]),
  run(bytes) {
    const text = textOf(bytes);
    const told: string[] = [];
    const ask = (question: () => unknown) => {
      told.push(typeof orUndefined(question, ({ code }) => told.push(code)));
    };
    for (const platform of ['win32', 'linux'] as const) {
      ask(() => targetFile(text, platform));
      ask(() => targetFolder(text, platform));
    }
    ask(() => parseSymbolPath(text, '/store', (failure) => told.push(failure.code)));
    return told;
  },
};

/** Bytes as a plan of who waits for what. */
export const waitsTarget: Target = {
  name: 'waits',
  bases: () =>
    [4, 32, 256].map((size) => ({
      name: `${size} bytes`,
      bytes: Uint8Array.from({ length: size }, (_, index) => index * 31),
      places: [],
    })),
  run(bytes) {
    const pairs = Array.from(
      { length: Math.floor(bytes.length / 2) },
      (_, index) => [bytes[index * 2] ?? 0, bytes[index * 2 + 1] ?? 0] as const,
    );
    const waits = pairs.map(([a, b]) =>
      a % 5 === 0 ? wait(a % 64, [object('LocalEvent', b)]) : waitsForLock(a % 64, b % 32),
    );
    const locks = pairs
      .slice(0, 32)
      .map(([a, b], index) =>
        lock(index, { owners: a % 3 === 0 ? [] : [owner(a % 64), owner(b % 64, 'Shared', b % 2 === 0)] }),
      );
    const requests = pairs.filter(([a]) => a % 7 === 0).map(([, b]) => request(b % 64));
    const chains = chainsOf({ waits, locks, requests });
    const found = deadlocks(waitGraph({ waits, locks, requests, stateOf: () => undefined }));
    if (chains.length > waits.length + locks.length)
      throw new Failure('Internal', `${chains.length} chains of ${waits.length} waits`);
    return [`${Math.min(chains.length, 9)} chains`, `${Math.min(found.length, 5)} deadlocks`];
  },
};
