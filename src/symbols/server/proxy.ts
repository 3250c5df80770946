import { Buffer } from 'node:buffer';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { Environment } from '../store/path-sources.ts';

/** Both spellings are in use; the lower-case one is older and counts first, as in curl. */
function variable(environment: Environment, name: string): string | undefined {
  const value = environment[name.toLowerCase()] ?? environment[name];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

const portOf = ({ port, protocol }: URL) => port || (protocol === 'https:' ? '443' : '80');

/** Whether `NO_PROXY` excepts a host: `*`, a host, a domain with or without its leading dot, each with a port or not. */
function isExcepted(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase();
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const domain = name.replace(/^\*?\./, '');
      const sameHost = host === domain || host.endsWith(`.${domain}`);
      return sameHost && (port === undefined || port === portOf(url));
    });
}

/**
 * The proxy that the environment names for an address (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY), or undefined.
 * Node's own agent (`proxyEnv`) does not replace this: on 22.23.3 it supports no ALL_PROXY, no proxy without `http://`, and no domain in
 * NO_PROXY without its leading dot. A
 * value that is no HTTP address is not a proxy that we can use; it is ignored, and the request then reports what fails.
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const text = variable(environment, name) ?? variable(environment, 'ALL_PROXY');
  if (text === undefined || isExcepted(url, variable(environment, 'NO_PROXY') ?? '')) return undefined;
  const full = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(full)) return undefined;
  const proxy = new URL(full);
  return proxy.protocol === 'http:' ? proxy : undefined;
}

/** The header that a proxy with a name and password requires. */
export function proxyAuthorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** A connection to `target` through `proxy` (HTTP CONNECT). Rejects with a sentence that names the proxy. */
export function tunnel(proxy: URL, target: URL, timeoutMs: number, signal?: AbortSignal): Promise<Socket> {
  const authority = `${target.hostname}:${portOf(target)}`;
  return new Promise((resolve, reject) => {
    const connect = request({
      host: proxy.hostname,
      port: portOf(proxy),
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...proxyAuthorization(proxy) },
      timeout: timeoutMs,
      ...(signal && { signal }),
    });
    connect.once('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode === 200) {
        socket.setTimeout(0);
        resolve(socket as Socket);
        return;
      }
      socket.destroy();
      reject(new Error(`the proxy ${proxy.host} answered ${statusCode}`));
    });
    connect.once('response', ({ statusCode = 0 }) => {
      connect.destroy();
      reject(new Error(`the proxy ${proxy.host} answered ${statusCode}`));
    });
    connect.once('timeout', () => connect.destroy(new Error(`the proxy ${proxy.host} did not answer`)));
    connect.once('error', reject);
    connect.end();
  });
}
