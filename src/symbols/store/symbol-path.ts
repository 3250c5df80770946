import { Failure, orUndefined } from '../../contract/failure.ts';

/**
 * The syntax of `_NT_SYMBOL_PATH`. Source: Microsoft documentation "Symbol path for Windows debuggers", "Using SymSrv"
 * and "Advanced SymSrv use".
 */

/** One place of a path. */
export type SymbolStore =
  /** A folder in the layout `name/key/name`. */
  | { readonly kind: 'directory'; readonly folder: string }
  /** The same layout behind a web server. */
  | { readonly kind: 'server'; readonly url: string };

export type SymbolPathElement =
  /** A folder with files as they were built; also looked into as a store. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** Stores from the nearest to the farthest; what is found in one is copied to those before it. */
  | { readonly kind: 'stores'; readonly stores: readonly SymbolStore[] };

export interface SymbolPath {
  /** In the order in which they are asked. */
  readonly elements: readonly SymbolPathElement[];
}

/** The server that `srv*` alone means. Source: Microsoft documentation "Microsoft public symbol server". */
export const MICROSOFT_SERVER = 'https://msdl.microsoft.com/download/symbols';
/** "Using SymSrv": up to ten stores after the prefix. */
const MOST_STORES = 10;

const isUrl = (text: string) => /^https?:\/\//i.test(text);

/** Addresses are shown in warnings and written to logs: names and passwords in them are not. */
const withoutLogin = (text: string) => text.replace(/\/\/[^/*;]*@/g, '//');

function invalid(element: string, why: string): Failure {
  const shown = withoutLogin(element);
  return new Failure('SymbolPathInvalid', `"${shown}" is not a part of a symbol path: ${withoutLogin(why)}`, {
    target: shown,
  });
}

function serverStore(element: string, text: string): SymbolStore {
  if (!URL.canParse(text)) throw invalid(element, `${text} is not an address`);
  const url = new URL(text);
  if (url.search !== '' || url.hash !== '') throw invalid(element, 'a server has no query');
  if (url.username !== '' || url.password !== '')
    throw invalid(url.host, 'an address must not hold a password');
  return { kind: 'server', url: url.href.replace(/\/+$/, '') };
}

/** Store texts behind a prefix; an empty one between asterisks is the default store. */
function parseStores(element: string, texts: readonly string[], defaultStore: string): SymbolStore[] {
  if (texts.length > MOST_STORES) throw invalid(element, `it names more than ${MOST_STORES} stores`);
  return texts.map((text, index): SymbolStore => {
    if (!isUrl(text)) return { kind: 'directory', folder: text === '' ? defaultStore : text };
    if (index < texts.length - 1) throw invalid(element, 'a server must be last');
    return serverStore(element, text);
  });
}

/** The stores of an element behind the caches before it. A downloaded file must be kept somewhere, so a folder is first. */
function withCaches(caches: readonly SymbolStore[], stores: readonly SymbolStore[], defaultStore: string) {
  const all = [...caches, ...stores];
  return all[0]?.kind === 'server' ? [{ kind: 'directory', folder: defaultStore } as const, ...all] : all;
}

function parseStoreElement(element: string, rest: readonly string[], defaultStore: string): SymbolStore[] {
  const named = rest.every((text) => text === '') ? [MICROSOFT_SERVER] : rest;
  return parseStores(element, named, defaultStore);
}

function parseElement(element: string, defaultStore: string): SymbolPathElement | { cache: string } {
  const [prefix = '', ...rest] = element.split('*').map((text) => text.trim());
  if (rest.length === 0) {
    if (!isUrl(element)) return { kind: 'folder', folder: element };
    return { kind: 'stores', stores: parseStores(element, [element], defaultStore) };
  }
  switch (prefix.toLowerCase()) {
    case 'srv':
      return { kind: 'stores', stores: parseStoreElement(element, rest, defaultStore) };
    case 'symsrv': {
      const [library = '', ...stores] = rest;
      if (library.toLowerCase() !== 'symsrv.dll') {
        throw invalid(element, `the symbol server library ${library || '(none)'} cannot be loaded`);
      }
      return { kind: 'stores', stores: parseStoreElement(element, stores, defaultStore) };
    }
    case 'cache': {
      const [folder = ''] = rest;
      if (rest.length > 1 || isUrl(folder)) throw invalid(element, 'a cache is one folder');
      return { cache: folder === '' ? defaultStore : folder };
    }
    default:
      throw invalid(
        element,
        `${prefix || 'nothing'} is no prefix that takes stores; srv, symsrv and cache are`,
      );
  }
}

/** Called for each part that cannot be understood. */
export type OnInvalidPart = (failure: Failure) => void;

const refuse: OnInvalidPart = (failure) => {
  throw failure;
};

/**
 * Parses a symbol path.
 * @param defaultStore the folder that an empty store means, and that files from a server go to where no other is named
 * @param onInvalid what becomes of a part that cannot be understood; when it returns, the rest of the path counts
 * @throws Failure SymbolPathInvalid with the part that cannot be understood, unless `onInvalid` is given
 */
export function parseSymbolPath(
  text: string,
  defaultStore: string,
  onInvalid: OnInvalidPart = refuse,
): SymbolPath {
  const caches: SymbolStore[] = [];
  const elements: SymbolPathElement[] = [];
  for (const part of text.split(';')) {
    const element = part.trim();
    if (element === '') continue;
    const parsed = orUndefined(() => parseElement(element, defaultStore), onInvalid);
    if (parsed === undefined) continue;
    if ('cache' in parsed) {
      const cache: SymbolStore = { kind: 'directory', folder: parsed.cache };
      caches.push(cache);
      elements.push({ kind: 'stores', stores: [cache] });
    } else if (parsed.kind === 'stores') {
      // A cache serves everything to its right.
      elements.push({ kind: 'stores', stores: withCaches(caches, parsed.stores, defaultStore) });
    } else {
      elements.push(parsed);
    }
  }
  return { elements };
}

/** Whether looking along this path can reach the network. */
export function namesServer(path: SymbolPath): boolean {
  return path.elements.some(
    (element) => element.kind === 'stores' && element.stores.some(({ kind }) => kind === 'server'),
  );
}
