import { createWriteStream } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import tls from 'node:tls';
import type { Environment } from '../store/path-sources.ts';
import { ACCEPTED_ENCODINGS, decoderFor } from './content-encoding.ts';
import type { Authorization } from './credentials.ts';
import { proxyAuthorization, proxyFor, tunnel } from './proxy.ts';

/** What a download may cost. */
export interface HttpLimits {
  /** Without any byte for this long, also while connecting, the server counts as silent. */
  readonly idleMs: number;
  /** One file, with its redirects. */
  readonly totalMs: number;
  readonly largestBytes: number;
  readonly redirects: number;
}

export interface HttpClient {
  readonly limits: HttpLimits;
  /** The environment with the proxy variables. */
  readonly environment: Environment;
  /** PEM certificates that are trusted besides those of Node and the system. */
  readonly certificates?: readonly string[];
  /** The value of the Authorization header for an address; undefined for an address without a login. */
  readonly authorization?: Authorization;
  readonly signal?: AbortSignal;
  /** Called with each piece of an answer that comes. */
  readonly onReceived?: OnReceived;
}

/** @param total bytes of the answer, where the server announced them */
export type OnReceived = (address: string, bytes: number, total: number | undefined) => void;

export type HttpOutcome =
  | { readonly kind: 'ok'; readonly bytes: number }
  | { readonly kind: 'notThere'; readonly status: number }
  /** A definite answer about this one file that is neither; object stores answer 403 for a file that is not there. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** `retry`: another attempt may help. `unreachable`: no other file can be had from there either. */
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly retry: boolean;
      readonly unreachable: boolean;
    };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NOT_THERE = new Set([404, 410]);
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Answers of the system that are about the server, not about one file. */
const UNREACHABLE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
]);

class Stop extends Error {
  readonly retry: boolean;
  readonly unreachable: boolean;
  constructor(reason: string, { retry = false, unreachable = false } = {}) {
    super(reason);
    this.retry = retry;
    this.unreachable = unreachable;
  }
}

let systemCertificates: string[] | undefined;

/**
 * The trusted authorities, set explicitly, so that no variable of Node (NODE_EXTRA_CA_CERTS, NODE_TLS_REJECT_UNAUTHORIZED) decides.
 * Companies inspect TLS with a root of their own, which only the system's store holds (Node 22.15 and later read it).
 */
function trust(client: HttpClient): { readonly ca: string[]; readonly rejectUnauthorized: true } {
  systemCertificates ??= typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : [];
  const ca = [...tls.rootCertificates, ...systemCertificates, ...(client.certificates ?? [])];
  return { ca, rejectUnauthorized: true };
}

async function openRequest(client: HttpClient, url: URL, signal: AbortSignal): Promise<ClientRequest> {
  // Asked for each address of a chain of redirects: a login goes to no other server.
  const login = client.authorization?.(url);
  const options: RequestOptions = {
    headers: {
      'User-Agent': 'ktriage-symbols',
      'Accept-Encoding': ACCEPTED_ENCODINGS,
      Host: url.host,
      ...(login !== undefined && { Authorization: login }),
    },
    timeout: client.limits.idleMs,
    signal,
  };
  const proxy = proxyFor(url, client.environment);
  if (url.protocol === 'http:') {
    if (proxy === undefined) return http.request(url, options);
    const headers = { ...options.headers, ...proxyAuthorization(proxy) };
    return http.request(proxy, { ...options, headers, path: url.href });
  }
  const trusted = trust(client);
  const secure = { ...options, ...trusted };
  if (proxy === undefined) return https.request(url, secure);
  const socket = await tunnel(proxy, url, client.limits.idleMs, signal);
  return https.request(url, {
    ...secure,
    agent: false,
    createConnection: () => tls.connect({ socket, servername: url.hostname, ...trusted }),
  });
}

async function responseTo(client: HttpClient, url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const request = await openRequest(client, url, signal);
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('timeout', () =>
      request.destroy(new Stop(`${url.host} is silent`, { retry: true, unreachable: true })),
    );
    request.once('error', reject);
    request.end();
  });
}

/** The address that a redirect leads to, when it may be followed. */
function redirectTarget(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from)) {
    throw new Stop(`${from.host} redirects to nowhere`);
  }
  const target = new URL(location, from);
  if (target.protocol !== 'https:' && (target.protocol !== 'http:' || from.protocol === 'https:')) {
    throw new Stop(`${from.host} redirects to ${target.protocol}//${target.host}, which is less safe`);
  }
  return target;
}

/** Symbol files shrink to a tenth or so; an answer that grows more than this while it is unpacked is made to fill a disk. */
const MOST_GROWTH = 200;
/** Answers that unpack to fewer bytes may grow by any factor: an empty page of a megabyte does no harm. */
const FREE_GROWTH = 0x10_0000;

/** Counts what comes, and stops what is more than `most` allows. */
function counter(
  most: () => number,
  refusal: (most: number) => string,
  onCount: (bytes: number) => void = () => undefined,
) {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > most()) done(new Stop(refusal(most())));
      else {
        onCount(bytes);
        done(null, chunk);
      }
    },
  });
  return { stream, count: () => bytes };
}

/** Bytes of an answer in its encoding, then in the file. */
async function save(
  response: IncomingMessage,
  file: string,
  largest: number,
  onReceived: (bytes: number, total: number | undefined) => void,
): Promise<number> {
  const announced = response.headers['content-length'];
  const encoding = response.headers['content-encoding'];
  const decoder = decoderFor(encoding);
  if (decoder === 'unknown') throw new Stop(`the answer is encoded as ${encoding}`);
  if (announced !== undefined && Number(announced) > largest) {
    throw new Stop(`the file has ${announced} bytes, more than the ${largest} that are allowed`);
  }
  const received = counter(
    () => largest,
    (most) => `the file is larger than ${most} bytes`,
    (bytes) => onReceived(bytes, announced === undefined ? undefined : Number(announced)),
  );
  const unpacked = counter(
    () => Math.min(largest, Math.max(FREE_GROWTH, received.count() * MOST_GROWTH)),
    (most) => `the answer unpacks to more than the ${most} bytes that are allowed`,
  );
  const requireWhole = () => {
    if (announced === undefined || Number(announced) === received.count()) return;
    throw new Stop(`the answer has ${received.count()} of ${announced} bytes`, { retry: true });
  };
  const target = createWriteStream(file, { flags: 'wx' });
  if (decoder === undefined) {
    await pipeline(response, received.stream, target);
    requireWhole();
    return received.count();
  }
  try {
    await pipeline(response, received.stream, decoder, unpacked.stream, target);
  } catch (thrown) {
    if (thrown instanceof Stop || !isDecoderError(thrown)) throw thrown;
    requireWhole();
    throw new Stop(`the answer cannot be unpacked from ${encoding}`, { retry: true });
  }
  requireWhole();
  return unpacked.count();
}

/** Errors of zlib, brotli and Zstandard; those of the network and the file system have a system call. */
const isDecoderError = (thrown: unknown) =>
  thrown instanceof Error &&
  'errno' in thrown &&
  !('syscall' in thrown) &&
  /^(?:Z_|ERR_|ZSTD_)/.test(String((thrown as NodeJS.ErrnoException).code));

const UNAUTHORIZED = 401;

function refusalOf({ host }: URL, status: number): string {
  const meaning = status === UNAUTHORIZED ? ': it asks for a login, or refuses the one that was given' : '';
  return `${host} answered ${status}${meaning}`;
}

async function get(
  client: HttpClient,
  start: URL,
  { file, largest }: { file: string; largest: number },
  signal: AbortSignal,
): Promise<HttpOutcome> {
  let url = start;
  for (let redirects = 0; redirects <= client.limits.redirects; redirects++) {
    const response = await responseTo(client, url, signal);
    const status = response.statusCode ?? 0;
    if (status === 200) {
      const { href } = url;
      const told = (bytes: number, total: number | undefined) => client.onReceived?.(href, bytes, total);
      return { kind: 'ok', bytes: await save(response, file, largest, told) };
    }
    // Azure DevOps answers 203 with its page for a login.
    if (status === 203) {
      response.destroy();
      return { kind: 'refused', reason: refusalOf(url, UNAUTHORIZED) };
    }
    response.destroy();
    if (NOT_THERE.has(status)) return { kind: 'notThere', status };
    if (!REDIRECTS.has(status)) {
      if (status >= 400 && status < 500 && !TRANSIENT.has(status)) {
        return { kind: 'refused', reason: refusalOf(url, status) };
      }
      throw new Stop(`${url.host} answered ${status}`, { retry: TRANSIENT.has(status) });
    }
    url = redirectTarget(url, response.headers.location);
  }
  throw new Stop(`${start.host} redirects more than ${client.limits.redirects} times`);
}

function failed(thrown: unknown, url: URL): HttpOutcome {
  if (thrown instanceof Stop) {
    const { message, retry, unreachable } = thrown;
    return { kind: 'failed', reason: message, retry, unreachable };
  }
  const { code = '', message } = thrown as NodeJS.ErrnoException;
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') {
    return { kind: 'failed', reason: `${url.host} cut the answer off`, retry: true, unreachable: false };
  }
  return {
    kind: 'failed',
    reason: `${url.host}: ${message || code}`,
    retry: false,
    unreachable: UNREACHABLE.has(code),
  };
}

/**
 * Downloads one file. The target must not exist; after anything but `ok` what is there is to be removed.
 * Never throws for what a server or network does.
 */
export async function httpGet(
  client: HttpClient,
  address: string,
  file: string,
  largest = client.limits.largestBytes,
): Promise<HttpOutcome> {
  const url = new URL(address);
  const timer = new AbortController();
  const clock = setTimeout(() => timer.abort(), client.limits.totalMs);
  const signal = client.signal ? AbortSignal.any([client.signal, timer.signal]) : timer.signal;
  try {
    return await get(client, url, { file, largest }, signal);
  } catch (thrown) {
    client.signal?.throwIfAborted();
    if (timer.signal.aborted) {
      const reason = `${url.host} took longer than ${client.limits.totalMs} ms`;
      // Nothing smaller would come faster from there.
      return { kind: 'failed', reason, retry: false, unreachable: true };
    }
    return failed(thrown, url);
  } finally {
    clearTimeout(clock);
  }
}
