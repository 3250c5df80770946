import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bytesSource, openFileSource } from '../binary/byte-source.ts';
import { expandCabinet } from './cabinet/cabinet.ts';
import { atMost } from './server/at-most.ts';
import type { HttpClient, HttpLimits } from './server/http-get.ts';
import {
  type RetryPolicy,
  type ServerAnswer,
  type SymbolServer,
  symbolServer,
} from './server/symbol-server.ts';
import { isTwoTier, type StoreFile, storeFolder } from './store/folders.ts';
import {
  type Accept,
  acceptSource,
  copyInto,
  type FileSearch,
  type FoundFile,
  keepIn,
  type LookedPlace,
  refusal,
} from './store/found-file.ts';
import { type OpenFile, searchLocally } from './store/local-search.ts';
import type { Environment, SearchPaths } from './store/path-sources.ts';
import { scratchIn } from './store/scratch.ts';
import { moveIntoStore, writeIntoStore } from './store/store-writer.ts';

/** Which of the two paths a file is looked for along. */
export type FileKind = 'symbols' | 'images';

export interface SymbolFinderOptions {
  readonly paths: SearchPaths;
  /** Where the proxy variables stand. */
  readonly environment: Environment;
  readonly limits?: Partial<HttpLimits>;
  readonly retries?: Partial<RetryPolicy>;
  /** PEM certificates to trust besides those of Node and the system. */
  readonly certificates?: readonly string[];
  readonly signal?: AbortSignal;
  /** How accepted files are opened; straight from the file system unless given. */
  readonly open?: OpenFile;
  /** Files that need no looking for, such as those of a simulated machine; asked before every place. */
  readonly builtIn?: (file: StoreFile) => Uint8Array | undefined;
}

/** What is sought, and who says whether it is the right one. */
export interface FileQuery<T> {
  readonly kind: FileKind;
  readonly file: StoreFile;
  readonly accept: Accept<T>;
  /** Folders to look into before the path, such as that of the image. */
  readonly folders?: readonly string[];
}

/** Finds PDBs and images by identity, in folders and stores, and on servers where the path names one. */
export interface SymbolFinder {
  /** Folders and stores on this machine's file system; never the network's servers. */
  search<T>(query: FileQuery<T>): FileSearch<T>;
  /**
   * The same, then the servers of the path. What a server gave is checked by `accept`, kept in the stores before it,
   * and opened from there.
   * @throws what `signal` was aborted with
   */
  fetch<T>(query: FileQuery<T>): Promise<FileSearch<T>>;
}

const LIMITS: HttpLimits = { idleMs: 15_000, totalMs: 600_000, largestBytes: 0x8000_0000, redirects: 5 };
/** Downloads at the same time, however many are asked for. */
const PARALLEL = 4;
const RETRIES: RetryPolicy = { attempts: 3, firstDelayMs: 300 };

/** Checks what was downloaded, puts it into the stores, and opens it from the nearest. */
function keep<T>(
  answer: ServerAnswer & { kind: 'plain' | 'compressed' },
  file: StoreFile,
  stores: readonly [nearest: string, ...others: string[]],
  accept: Accept<T>,
  open: OpenFile,
): FoundFile<T> {
  const [nearest, ...others] = stores.map((root) =>
    path.join(storeFolder(root, file, isTwoTier(root)), answer.subfolder ?? ''),
  );
  const final = path.join(nearest ?? '', file.name);
  if (answer.kind === 'compressed') {
    const { bytes } = expandCabinet(bytesSource(readFileSync(answer.path), answer.address));
    accept(bytesSource(bytes, answer.address));
    writeIntoStore(final, bytes);
  } else {
    const source = openFileSource(answer.path);
    try {
      accept({ ...source, name: answer.address });
    } finally {
      source.close();
    }
    mkdirSync(path.dirname(final), { recursive: true });
    moveIntoStore(answer.path, final);
  }
  keepIn(others, file.name, copyInto(final));
  return { value: acceptSource(open(final), accept), path: final };
}

export function symbolFinder(options: SymbolFinderOptions): SymbolFinder {
  const client: HttpClient = {
    limits: { ...LIMITS, ...options.limits },
    environment: options.environment,
    ...(options.certificates && { certificates: options.certificates }),
    ...(options.signal && { signal: options.signal }),
  };
  const open = options.open ?? openFileSource;
  const servers = new Map<string, SymbolServer>();
  const missing = new Set<string>();
  const inTurn = atMost(PARALLEL);

  function serverAt(url: string): SymbolServer {
    const known = servers.get(url) ?? symbolServer(client, url, { ...RETRIES, ...options.retries });
    servers.set(url, known);
    return known;
  }

  async function fetchFrom<T>(
    url: string,
    folders: readonly string[],
    file: StoreFile,
    accept: Accept<T>,
  ): Promise<FoundFile<T> | LookedPlace> {
    const memory = `${url} ${file.name} ${file.key}`;
    if (missing.has(memory)) return { place: url, result: 'notThere' };
    const place = scratchIn(folders);
    if ('reason' in place) {
      return { place: url, result: 'refused', reason: `downloads cannot be kept: ${place.reason}` };
    }
    try {
      const answer = await serverAt(url).fetch(file, place.scratch);
      if (answer.kind === 'notThere') {
        missing.add(memory);
        return { place: answer.address, result: 'notThere' };
      }
      if (answer.kind === 'failed') {
        return { place: answer.address, result: 'refused', reason: answer.reason };
      }
      const others = folders.filter((folder) => folder !== place.root);
      try {
        return keep(answer, file, [place.root, ...others], accept, open);
      } catch (thrown) {
        return refusal(answer.address, thrown);
      }
    } finally {
      rmSync(place.scratch, { recursive: true, force: true });
    }
  }

  function search<T>({ kind, file, accept, folders = [] }: FileQuery<T>): FileSearch<T> {
    const bytes = options.builtIn?.(file);
    if (bytes) {
      const place = `built-in:${file.name}`;
      const found = { value: accept(bytesSource(bytes, place)), path: place };
      return { found, looked: [{ place, result: 'found' }] };
    }
    const first = folders.map((folder) => ({ kind: 'folder', folder }) as const);
    const elements = [...first, ...options.paths[kind].elements];
    return searchLocally({ elements }, file, accept, { open, defaultStore: options.paths.defaultStore });
  }

  return {
    search,
    async fetch(query) {
      const local = search(query);
      if (local.found) return local;
      const looked = [...local.looked];
      for (const element of options.paths[query.kind].elements) {
        if (element.kind !== 'stores') continue;
        const server = element.stores.find((store) => store.kind === 'server');
        if (server === undefined) continue;
        const stores = element.stores.flatMap((store) => (store.kind === 'directory' ? [store.folder] : []));
        const got = await inTurn(() => fetchFrom(server.url, stores, query.file, query.accept));
        if ('value' in got) return { found: got, looked: [...looked, { place: got.path, result: 'found' }] };
        looked.push(got);
      }
      return { looked };
    },
  };
}
