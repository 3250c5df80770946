import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { bytesSource, openFileSource } from '../binary/byte-source.ts';
import { atOnce, firstStep, type Steps } from '../binary/steps.ts';
import { Failure } from '../contract/failure.ts';
import { expandCabinetFile } from './cabinet/cabinet.ts';
import { inTurns } from './in-turns.ts';
import { atMost } from './server/at-most.ts';
import type { Authorization } from './server/credentials.ts';
import type { HttpClient, HttpLimits, OnReceived } from './server/http-get.ts';
import {
  type RetryPolicy,
  type ServedFile,
  type ServerRefusal,
  type SymbolServer,
  symbolServer,
} from './server/symbol-server.ts';
import { isTwoTier, type StoreFile, storeFolder } from './store/folders.ts';
import {
  type Accept,
  acceptSource,
  type FileSearch,
  type FoundFile,
  keepIn,
  type LookedPlace,
  refusal,
} from './store/found-file.ts';
import { type OpenFile, searchLocally } from './store/local-search.ts';
import type { Environment, SearchPaths } from './store/path-sources.ts';
import { scratchIn } from './store/scratch.ts';
import { copyIntoStore, writeIntoStore } from './store/store-writer.ts';

/** Which of the two paths a file is looked for along. */
export type FileKind = 'symbols' | 'images';

export interface SymbolFinderOptions {
  readonly paths: SearchPaths;
  /** The environment with the proxy variables. */
  readonly environment: Environment;
  readonly limits?: Partial<HttpLimits>;
  readonly retries?: Partial<RetryPolicy>;
  /** PEM certificates to trust besides those of Node and the system. */
  readonly certificates?: readonly string[];
  /** Logins of servers that ask for one. */
  readonly authorization?: Authorization;
  readonly signal?: AbortSignal;
  /** Called with each piece of a download that comes. */
  readonly onReceived?: OnReceived;
  /** How accepted files are opened; straight from the file system unless given. */
  readonly open?: OpenFile;
  /** Files that need no looking for, such as those of a simulated machine; asked before every place. */
  readonly builtIn?: (file: StoreFile) => Uint8Array | undefined;
}

/** The file that is sought, and the test that it is the right one. */
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
  /** The same, as far as it takes no time; undefined where a file must be expanded or copied first. */
  searchAtHand<T>(query: FileQuery<T>): FileSearch<T> | undefined;
  /**
   * As `search`, in turns with the rest of the process.
   * @throws what `signal` was aborted with
   */
  searchInTurns<T>(query: FileQuery<T>): Promise<FileSearch<T>>;
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

function lookedAt(refusal: ServerRefusal): LookedPlace {
  const { address: place } = refusal;
  return refusal.kind === 'notThere'
    ? { place, result: 'notThere' }
    : { place, result: 'refused', reason: refusal.reason };
}

/** A download that no store can keep is used from memory up to here; PDBs of Windows are below half of it. */
const LARGEST_UNKEPT = 0x2000_0000;

/** The file as it is, out of its cabinet where it is in one; undefined where what is in the scratch folder is that already. */
function* expanded({ kind, path: file, address }: ServedFile): Steps<Uint8Array | undefined> {
  return kind === 'plain' ? undefined : yield* expandCabinetFile(file, address);
}

function checkDownload<T>(served: ServedFile, bytes: Uint8Array | undefined, accept: Accept<T>): void {
  if (bytes !== undefined) {
    accept(bytesSource(bytes, served.address));
    return;
  }
  const source = openFileSource(served.path);
  try {
    accept({ ...source, name: served.address });
  } finally {
    source.close();
  }
}

/** Puts a download into a store and opens it from there; undefined where the store cannot take it. */
function* keepAt<T>(
  final: string,
  served: ServedFile,
  bytes: Uint8Array | undefined,
  { accept, open }: { readonly accept: Accept<T>; readonly open: OpenFile },
): Steps<FoundFile<T> | undefined> {
  try {
    yield* bytes !== undefined ? writeIntoStore(final, bytes) : copyIntoStore(final, served.path);
  } catch {
    // What has the name may be the same file, from another process.
  }
  try {
    return { value: acceptSource(open(final), accept), path: final };
  } catch {
    return undefined;
  }
}

/**
 * Checks what was downloaded, puts it into the stores, and opens it from the nearest. A store with a bad file that cannot be replaced is
 * passed over.
 */
function* keep<T>(
  served: ServedFile,
  file: StoreFile,
  stores: readonly string[],
  accept: Accept<T>,
  open: OpenFile,
): Steps<FoundFile<T>> {
  const bytes = yield* expanded(served);
  checkDownload(served, bytes, accept);
  const finals = stores.map((root) =>
    path.join(storeFolder(root, file, isTwoTier(root)), served.subfolder ?? '', file.name),
  );
  for (const [index, final] of finals.entries()) {
    const found = yield* keepAt(final, served, bytes, { accept, open });
    if (found === undefined) continue;
    const others = finals.slice(index + 1).map((each) => path.dirname(each));
    yield* keepIn(others, file.name, (other) => copyIntoStore(other, final));
    return found;
  }
  if (statSync(served.path).size > LARGEST_UNKEPT) {
    throw new Failure('FileUnreadable', `${finals[0] ?? file.name} cannot be replaced: it is in use`, {
      target: finals[0] ?? file.name,
    });
  }
  const unkept = bytes ?? readFileSync(served.path);
  return { value: accept(bytesSource(unkept, served.address)), path: served.address };
}

export function symbolFinder(options: SymbolFinderOptions): SymbolFinder {
  const client: HttpClient = {
    limits: { ...LIMITS, ...options.limits },
    environment: options.environment,
    ...(options.certificates && { certificates: options.certificates }),
    ...(options.authorization && { authorization: options.authorization }),
    ...(options.signal && { signal: options.signal }),
    ...(options.onReceived && { onReceived: options.onReceived }),
  };
  const open = options.open ?? openFileSource;
  const servers = new Map<string, SymbolServer>();
  /** What a server does not have, it does not have for the rest of the run either. */
  const missing = new Map<string, LookedPlace>();
  const inTurn = atMost(PARALLEL);
  const alone = atMost(1);

  function serverAt(url: string): SymbolServer {
    const known = servers.get(url) ?? symbolServer(client, url, { ...RETRIES, ...options.retries });
    servers.set(url, known);
    return known;
  }

  function remember(memory: string, looked: LookedPlace): LookedPlace {
    missing.set(memory, looked);
    return looked;
  }

  async function fetchFrom<T>(
    url: string,
    folders: readonly string[],
    file: StoreFile,
    accept: Accept<T>,
  ): Promise<FoundFile<T> | LookedPlace> {
    const memory = `${url} ${file.name} ${file.key}`;
    const known = missing.get(memory);
    if (known !== undefined) return known;
    const place = scratchIn(folders);
    if ('reason' in place) {
      return { place: url, result: 'refused', reason: `downloads cannot be kept: ${place.reason}` };
    }
    try {
      const others = folders.filter((folder) => folder !== place.root);
      const forms = serverAt(url).fetch(file, place.scratch);
      // The first form that came and was not the file is the reason that helps.
      let refused: LookedPlace | undefined;
      for (;;) {
        const next = await forms.next();
        if (next.done === true) return remember(memory, refused ?? lookedAt(next.value));
        try {
          const served = next.value;
          return await patiently(keep(served, file, [place.root, ...others], accept, open));
        } catch (thrown) {
          refused ??= refusal(next.value.address, thrown);
        }
      }
    } finally {
      rmSync(place.scratch, { recursive: true, force: true });
    }
  }

  function* searchInSteps<T>({ kind, file, accept, folders = [] }: FileQuery<T>): Steps<FileSearch<T>> {
    const bytes = options.builtIn?.(file);
    if (bytes) {
      const place = `built-in:${file.name}`;
      const found = { value: accept(bytesSource(bytes, place)), path: place };
      return { found, looked: [{ place, result: 'found' }] };
    }
    const first = folders.map((folder) => ({ kind: 'folder', folder }) as const);
    const elements = [...first, ...options.paths[kind].elements];
    return yield* searchLocally({ elements }, file, accept, {
      open,
      defaultStore: options.paths.defaultStore,
    });
  }

  /** One file at a time is expanded or copied: each takes memory of its size. */
  function patiently<T>(steps: Steps<T>): Promise<T> {
    return alone(() => inTurns(steps, options.signal));
  }

  return {
    search: (query) => atOnce(searchInSteps(query)),
    searchAtHand: (query) => firstStep(searchInSteps(query)),
    searchInTurns: (query) => patiently(searchInSteps(query)),
    async fetch(query) {
      const local = await patiently(searchInSteps(query));
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
