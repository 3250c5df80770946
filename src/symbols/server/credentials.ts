import { Buffer } from 'node:buffer';
import { Failure } from '../../contract/failure.ts';
import type { SearchPaths } from '../store/path-sources.ts';
import { MICROSOFT_SERVER } from '../store/symbol-path.ts';

/** A login for a symbol server. It goes into the Authorization header of requests to that server, and nowhere else. */
export interface SymbolCredential {
  /** The address that begins the addresses of its files; without it the only server of the path that is not Microsoft's. */
  readonly server?: string;
  readonly userName: string;
  readonly password: string;
}

/** The value of the Authorization header for an address. */
export type Authorization = (url: URL) => string | undefined;

interface Login {
  readonly origin: string;
  /** Ends with a slash. */
  readonly path: string;
  readonly header: string;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A login is sent only over a connection that cannot be read on the way. */
const isPrivate = ({ protocol, hostname }: URL) => protocol === 'https:' || LOOPBACK.has(hostname);

const invalid = (message: string, target = 'symbolCredentials') =>
  new Failure('InvalidRequest', message, { target });

/** The servers of a path, each once. */
function serversOf({ symbols, images }: SearchPaths): string[] {
  const stores = [...symbols.elements, ...images.elements].flatMap((element) =>
    element.kind === 'stores' ? element.stores : [],
  );
  return [...new Set(stores.flatMap((store) => (store.kind === 'server' ? [store.url] : [])))];
}

function serverOf({ server }: SymbolCredential, paths: SearchPaths): string {
  if (server !== undefined) return server;
  const [only, ...others] = serversOf(paths).filter((url) => url !== MICROSOFT_SERVER);
  if (only !== undefined && others.length === 0) return only;
  throw invalid(
    only === undefined
      ? 'A login for a symbol server was given, and the symbol path names no server that it could be for.'
      : 'A login for a symbol server was given, and the symbol path names several. Name its server in a file or in KTRIAGE_SYMBOL_CREDENTIALS.',
  );
}

function loginOf(credential: SymbolCredential, paths: SearchPaths): Login {
  const server = serverOf(credential, paths);
  // The text of an address that is none may hold anything, so it is not repeated.
  if (!URL.canParse(server)) throw invalid('The server of a login is not an address.');
  const url = new URL(server);
  if (url.username !== '' || url.password !== '') {
    throw invalid(
      'The address of a server must not hold a name or a password: those have fields of their own.',
    );
  }
  if (!isPrivate(url)) {
    throw invalid(`A login is sent over https alone, and ${url.origin} is not.`, url.origin);
  }
  const { userName, password } = credential;
  const header = `Basic ${Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')}`;
  return { origin: url.origin, path: `${url.pathname.replace(/\/+$/, '')}/`, header };
}

/**
 * Where logins go: to the server that each is for, and to no other that a redirect leads to.
 * @throws Failure InvalidRequest, which holds no part of a login
 */
export function authorizationOf(
  credentials: readonly SymbolCredential[],
  paths: SearchPaths,
): Authorization | undefined {
  if (credentials.length === 0) return undefined;
  const logins = credentials
    .map((credential) => loginOf(credential, paths))
    .sort((a, b) => b.path.length - a.path.length);
  return (url) =>
    logins.find(({ origin, path }) => url.origin === origin && url.pathname.startsWith(path))?.header;
}
