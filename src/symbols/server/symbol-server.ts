import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openFileSource } from '../../binary/byte-source.ts';
import { isMsfz } from '../pdb/open-streams.ts';
import { compressedNameOf, hasMsfzForm, MSFZ_FOLDER, POINTER_NAME } from '../store/file-names.ts';
import { readPointer, type StoreFile } from '../store/folders.ts';
import { type HttpClient, type HttpOutcome, httpGet } from './http-get.ts';

/** How often and how patiently a failed request is made again. */
export interface RetryPolicy {
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one. */
  readonly firstDelayMs: number;
}

/** What a server had for a file; `path` lies in the scratch folder. */
export type ServerAnswer =
  | {
      readonly kind: 'plain' | 'compressed';
      readonly path: string;
      readonly address: string;
      /** The folder below that of the key in which the server keeps this form of the file. */
      readonly subfolder?: string;
    }
  | { readonly kind: 'notThere'; readonly address: string }
  | { readonly kind: 'failed'; readonly address: string; readonly reason: string };

export interface SymbolServer {
  readonly url: string;
  /** Downloads a file into `scratch`, which the caller made and removes. */
  fetch(file: StoreFile, scratch: string): Promise<ServerAnswer>;
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
    if (outOfReach !== undefined) {
      return { kind: 'failed', reason: outOfReach, retry: false, unreachable: true };
    }
    const outcome = await withRetries(retries, client.signal, () => {
      rmSync(target, { force: true });
      return httpGet(client, address, target, largest);
    });
    if (outcome.kind === 'failed' && outcome.unreachable) outOfReach = outcome.reason;
    return outcome;
  }

  /** The forms in which a store keeps a file, tried in the order of symsrv. */
  async function fetchIn(file: StoreFile, scratch: string, tiered: boolean): Promise<ServerAnswer> {
    const target = path.join(scratch, 'download');
    const address = addressOf(file, file.name, tiered);
    if (hasMsfzForm(file.name)) {
      const packed = `${addressOf(file, MSFZ_FOLDER, tiered)}/${part(file.name)}`;
      const outcome = await get(packed, target);
      // Servers answer with a page, or refuse, for a folder that they do not know, and may have the file in another form.
      if (outcome.kind === 'ok' && isMsfzFile(target)) {
        return { kind: 'plain', path: target, address: packed, subfolder: MSFZ_FOLDER };
      }
      if (outcome.kind === 'failed' && (outcome.retry || outcome.unreachable)) {
        return { kind: 'failed', address: packed, reason: outcome.reason };
      }
    }
    const forms = [
      ['plain', file.name],
      ['compressed', compressedNameOf(file.name)],
    ] as const;
    for (const [kind, name] of forms) {
      const outcome = await get(addressOf(file, name, tiered), target);
      if (outcome.kind === 'ok') return { kind, path: target, address: addressOf(file, name, tiered) };
      if (outcome.kind === 'failed') return { kind: 'failed', address, reason: outcome.reason };
    }
    const pointer = await get(addressOf(file, POINTER_NAME, tiered), target, LARGEST_TEXT);
    if (pointer.kind === 'notThere') return { kind: 'notThere', address };
    if (pointer.kind === 'failed') return { kind: 'failed', address, reason: pointer.reason };
    const said = readPointer(target);
    // A server must not choose which share or file of ours is opened.
    const reason = 'message' in said ? said.message : `the server has only a pointer to ${said.path}`;
    return { kind: 'failed', address, reason };
  }

  /** Undefined when the server did not say. */
  async function askTwoTier(scratch: string): Promise<boolean | undefined> {
    const outcome = await get(`${url}/${TWO_TIER_MARK}`, path.join(scratch, 'mark'), LARGEST_TEXT);
    return outcome.kind === 'failed' ? undefined : outcome.kind === 'ok';
  }

  return {
    url,
    async fetch(file, scratch) {
      if (twoTier !== undefined) return fetchIn(file, scratch, twoTier);
      const answer = await fetchIn(file, scratch, false);
      if (answer.kind !== 'notThere') return answer;
      twoTier = await askTwoTier(scratch);
      return twoTier === true ? fetchIn(file, scratch, true) : answer;
    },
  };
}
