import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openFileSource } from '../../binary/byte-source.ts';
import { isMsfz } from '../pdb/open-streams.ts';
import { compressedNameOf, hasMsfzForm, MSFZ_FOLDER, POINTER_NAME } from '../store/file-names.ts';
import type { StoreFile } from '../store/folders.ts';
import { readPointerFile } from '../store/pointer.ts';
import type { HttpClient, HttpOutcome } from './http-get.ts';

/** How often and how patiently a failed request is made again. */
export interface RetryPolicy {
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one. */
  readonly firstDelayMs: number;
}

/** A form of a file that a server gave, not yet looked into; `path` is in the scratch folder. */
export interface ServedFile {
  readonly kind: 'plain' | 'compressed';
  readonly path: string;
  readonly address: string;
  /** The folder below that of the key in which the server keeps this form of the file. */
  readonly subfolder?: string;
}

/** Why a server had no form of a file that the caller took. */
export type ServerRefusal =
  | { readonly kind: 'notThere'; readonly address: string }
  | { readonly kind: 'failed'; readonly address: string; readonly reason: string };

export interface SymbolServer {
  readonly url: string;
  /**
   * Downloads one form of a file after the other into `scratch`, which the caller made and removes, until the caller takes one by ending
   * the iteration. The iteration returns why there was none that it took.
   */
  fetch(file: StoreFile, scratch: string): AsyncGenerator<ServedFile, ServerRefusal>;
}

/** In the root of a store that keeps names below a folder of their first two letters. */
const TWO_TIER_MARK = 'index2.txt';
/** Pointers and marks are a line of text. */
const LARGEST_TEXT = 0x10000;

function isMsfzFile(file: string): boolean {
  const source = openFileSource(file);
  try {
    return isMsfz(source);
  } finally {
    source.close();
  }
}

async function withRetries(
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
  attempt: () => Promise<HttpOutcome>,
): Promise<HttpOutcome> {
  let wait = policy.firstDelayMs;
  for (let made = 1; ; made++) {
    const outcome = await attempt();
    if (outcome.kind !== 'failed' || !outcome.retry || made >= policy.attempts) return outcome;
    await delay(wait, undefined, { ...(signal && { signal }) });
    wait *= 2;
  }
}

/** What came of the requests for one file. */
interface Tally {
  /** The first reason that is more than "not there". */
  reason?: string;
  /** Whether any request had an answer that is about the file. */
  answered: boolean;
}

/**
 * A symbol server: a store behind HTTP. Once it cannot be reached it is not asked again, so that a machine without a
 * network waits once and not for every module.
 */
export function symbolServer(client: HttpClient, url: string, retries: RetryPolicy): SymbolServer {
  let outOfReach: string | undefined;
  let twoTier: boolean | undefined;

  const part = (text: string) => encodeURIComponent(text);
  const addressOf = ({ name, key }: StoreFile, file: string, tiered: boolean) =>
    [url, ...(tiered ? [part(name.slice(0, 2))] : []), part(name), part(key), part(file)].join('/');

  async function get(address: string, target: string, largest?: number): Promise<HttpOutcome> {
    const outcome = await withRetries(retries, client.signal, async () => {
      if (outOfReach !== undefined) {
        return { kind: 'failed', reason: outOfReach, retry: false, unreachable: true } as const;
      }
      rmSync(target, { force: true });
      // Node takes 20 ms to load HTTPS, and most runs ask no server.
      const { httpGet } = await import('./http-get.ts');
      return httpGet(client, address, target, largest);
    });
    if (outcome.kind === 'failed' && outcome.unreachable) outOfReach = outcome.reason;
    return outcome;
  }

  /** Whether a form came; what else came of the request goes into the tally. */
  async function gets(tally: Tally, address: string, target: string, largest?: number): Promise<boolean> {
    const outcome = await get(address, target, largest);
    if (outcome.kind !== 'failed') tally.answered = true;
    if (outcome.kind === 'ok' && outcome.bytes > 0) return true;
    if (outcome.kind === 'ok') tally.reason ??= `${new URL(url).host} answered with an empty file`;
    else if (outcome.kind !== 'notThere') tally.reason ??= outcome.reason;
    return false;
  }

  /** The forms in which a store keeps a file, in the order of symsrv; no refusal of one is a reason not to ask for the next. */
  async function* formsIn(
    file: StoreFile,
    scratch: string,
    tiered: boolean,
    tally: Tally,
  ): AsyncGenerator<ServedFile, void> {
    const target = path.join(scratch, 'download');
    if (hasMsfzForm(file.name)) {
      const address = `${addressOf(file, MSFZ_FOLDER, tiered)}/${part(file.name)}`;
      // Servers answer with a page, or refuse, for a folder that they do not know.
      const ofFolder: Tally = { answered: false };
      if ((await gets(ofFolder, address, target)) && isMsfzFile(target)) {
        yield { kind: 'plain', path: target, address, subfolder: MSFZ_FOLDER };
      }
      tally.answered ||= ofFolder.answered;
    }
    const forms = [
      ['plain', file.name],
      ['compressed', compressedNameOf(file.name)],
    ] as const;
    for (const [kind, name] of forms) {
      const address = addressOf(file, name, tiered);
      if (await gets(tally, address, target)) yield { kind, path: target, address };
    }
    if (await gets(tally, addressOf(file, POINTER_NAME, tiered), target, LARGEST_TEXT)) {
      const said = readPointerFile(target);
      // A server must not choose which share or file of ours is opened.
      tally.reason ??= 'message' in said ? said.message : `the server has only a pointer to ${said.path}`;
    }
  }

  async function askTwoTier(scratch: string): Promise<void> {
    const outcome = await get(`${url}/${TWO_TIER_MARK}`, path.join(scratch, 'mark'), LARGEST_TEXT);
    // A server that cannot be asked now is asked again for the next file.
    if (outcome.kind !== 'failed') twoTier = outcome.kind === 'ok';
  }

  return {
    url,
    async *fetch(file, scratch) {
      const tally: Tally = { answered: false };
      if (twoTier === true) yield* formsIn(file, scratch, true, tally);
      yield* formsIn(file, scratch, false, tally);
      if (twoTier === undefined && tally.answered) {
        await askTwoTier(scratch);
        if (twoTier === true) yield* formsIn(file, scratch, true, tally);
      }
      const { reason, answered } = tally;
      // All requests failed as those to a server that is down do: the next file is not worth the same time.
      if (!answered) outOfReach ??= reason;
      const address = addressOf(file, file.name, twoTier ?? false);
      return reason === undefined ? { kind: 'notThere', address } : { kind: 'failed', address, reason };
    },
  };
}
