import { formatAddress, parseAddress } from '../binary/address.ts';
import { Failure } from '../contract/failure.ts';
import type { ResolveRequest, Symbol as SymbolRecord } from '../contract/generated/types.ts';
import { capitalized } from '../contract/spelling.ts';
import type { DumpModule } from '../stack/dump-modules.ts';
import { MOST_FOUND } from '../symbols/module-symbols.ts';
import { formatResolved, type SymbolResolver } from '../symbols/resolver.ts';
import type { ReadingContext } from './sources/context.ts';
import { dumpSymbols } from './sources/dump-symbols.ts';
import { eachDump } from './sources/each-dump.ts';
import { inTurns } from './sources/turns.ts';

function nameAddress(resolver: SymbolResolver, path: string, text: string): SymbolRecord {
  const address = parseAddress(text);
  if (address === undefined) {
    throw new Failure('InvalidRequest', `'${text}' is no address; write 0xfffff80012345678.`, {
      target: text,
    });
  }
  const spelled = formatAddress(address);
  const resolved = resolver.resolve(address, 'address');
  if (resolved === undefined) return { path, address: spelled, text: spelled, nameFrom: 'None' };
  const { module, symbol, rva } = resolved;
  return {
    path,
    address: spelled,
    text: formatResolved(resolved),
    module,
    ...(symbol === undefined ? {} : { symbol: symbol.name }),
    offset: symbol?.offset ?? rva,
    nameFrom: symbol === undefined ? 'None' : capitalized(symbol.origin),
  };
}

/** @param warn called where the answer is incomplete */
async function findName(
  resolver: SymbolResolver,
  path: string,
  text: string,
  signal: AbortSignal,
  warn: (message: string) => void,
): Promise<readonly SymbolRecord[]> {
  const { found, cut } = await inTurns(resolver.findInSteps(text), signal);
  for (const module of cut) {
    warn(
      `${path}: ${module} has more than ${MOST_FOUND} symbols that match '${text}'; the first ${MOST_FOUND} are given. Ask for a longer part of the name.`,
    );
  }
  if (found.length > 0) {
    return found.map(
      ({ module, name, address, origin }): SymbolRecord => ({
        path,
        address: formatAddress(address),
        text: `${module}!${name}`,
        module,
        symbol: name,
        offset: 0,
        nameFrom: capitalized(origin),
      }),
    );
  }
  throw new Failure(
    'SymbolNotFound',
    `No image of ${path} has the name '${text}', as far as its symbols are here.`,
    { target: text },
  );
}

/** A name without a module is looked for in every image, but servers are asked for none of them. */
function warnOfBareNames(
  modules: readonly DumpModule[],
  names: readonly string[],
  path: string,
  warn: (message: string) => void,
): void {
  const bare = names.filter((name) => !name.includes('!'));
  const without = modules.filter((module) => module.pdb() === undefined).length;
  if (bare.length === 0 || without === 0) return;
  warn(
    `${path}: '${bare.join("', '")}' was looked for in ${modules.length} images; the PDBs of ${without} of them are not here. Write module!name: then servers are asked.`,
  );
}

/**
 * Writes `Symbol` records: the name of each address, and every address of each name, in the images of each dump. A
 * question without an answer is reported, and the next one is answered.
 * @throws Failure InvalidRequest when nothing is asked; SymbolPathInvalid
 */
export async function resolveAddresses(request: ResolveRequest, context: ReadingContext): Promise<void> {
  const { paths, addresses = [], names = [] } = request;
  const { output } = context;
  if (addresses.length + names.length === 0)
    throw new Failure('InvalidRequest', 'resolve needs an address to name, or a name to find.', {
      target: 'addresses',
    });
  const symbols = dumpSymbols(request, context);
  const report = async (look: () => readonly SymbolRecord[] | Promise<readonly SymbolRecord[]>) => {
    try {
      for (const record of await look()) await output.record('Symbol', record);
    } catch (thrown) {
      if (!(thrown instanceof Failure) || context.signal.aborted) throw thrown;
      output.error(thrown);
    }
  };
  try {
    await eachDump(paths, context, async (opened) => {
      const { path } = opened;
      const resolver = await symbols.resolverFor(opened, { addresses, names });
      for (const text of addresses) await report(() => [nameAddress(resolver, path, text)]);
      const warn = (message: string) => output.warning(message, path);
      const cutShort = (message: string) => {
        warn(message);
        output.incomplete('AnswerIncomplete');
      };
      for (const text of names) await report(() => findName(resolver, path, text, context.signal, cutShort));
      const { modules } = await symbols.modulesOf(opened);
      warnOfBareNames(modules, names, path, warn);
    });
  } finally {
    symbols.close();
  }
}
