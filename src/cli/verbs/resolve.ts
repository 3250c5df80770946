import { formatAddress, parseAddress } from '../../binary/address.ts';
import { Failure } from '../../contract/failure.ts';
import type { Symbol as SymbolRecord } from '../../contract/generated/types.ts';
import { validateResolveRequest } from '../../contract/generated/validators/request-resolve.js';
import { capitalized } from '../../contract/spelling.ts';
import { manifestFinder } from '../../manifest/manifest-file.ts';
import { dumpSymbols } from '../../reading/dump-symbols.ts';
import { eachDump } from '../../reading/each-dump.ts';
import { formatResolved, type SymbolResolver } from '../../symbols/resolver.ts';
import { verb } from '../verb.ts';
import { SYMBOL_OPTIONS } from './stacks.ts';

function nameAddress(resolver: SymbolResolver, path: string, text: string): SymbolRecord {
  const address = parseAddress(text);
  if (address === undefined) {
    throw new Failure('InvalidRequest', `'${text}' is no address; write 0xfffff80012345678.`, {
      target: text,
    });
  }
  const spelled = formatAddress(address);
  const resolved = resolver.resolve(address, 'instruction');
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

function findName(resolver: SymbolResolver, path: string, text: string): readonly SymbolRecord[] {
  const found = resolver.find(text).map(
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
  if (found.length > 0) return found;
  throw new Failure(
    'SymbolNotFound',
    `No image of ${path} has the name '${text}', as far as its symbols are here.`,
    {
      target: text,
    },
  );
}

export const resolveVerb = verb({
  name: 'resolve',
  summary: 'Name addresses, or find names, in the images of a dump.',
  options: [
    {
      name: 'address',
      property: 'addresses',
      type: 'strings',
      value: 'ADDRESS,…',
      help: 'addresses to name',
    },
    {
      name: 'name',
      property: 'names',
      type: 'strings',
      value: 'NAME,…',
      help: 'module!name, `*` stands for any text',
    },
    ...SYMBOL_OPTIONS,
  ],
  operands: { property: 'paths', type: 'strings', value: 'FILE…' },
  examples: [
    { command: 'ktriage resolve --address 0xfffff80012345678 MEMORY.DMP', does: 'which function that is' },
    { command: 'ktriage resolve --name nt!KeWait* MEMORY.DMP', does: 'where these functions are' },
  ],
  validate: validateResolveRequest,
  async run(request, { output, signal }) {
    const { paths, addresses = [], names = [] } = request;
    if (addresses.length + names.length === 0)
      throw new Failure('InvalidRequest', 'resolve needs an address to name, or a name to find.', {
        target: 'addresses',
      });
    const manifests = manifestFinder((message, target) => output.warning(message, target));
    const symbols = await dumpSymbols(request, output, signal);
    const report = async (look: () => readonly SymbolRecord[]) => {
      try {
        for (const record of look()) await output.record('Symbol', record);
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown;
        // One unknown name among many must not hide the others.
        output.error(thrown);
      }
    };
    try {
      await eachDump(paths, output, async (dump, path) => {
        const resolver = await symbols.resolverFor(dump, manifests.of(path), { addresses, names });
        for (const text of addresses) await report(() => [nameAddress(resolver, path, text)]);
        for (const text of names) await report(() => findName(resolver, path, text));
      });
    } finally {
      symbols.close();
    }
  },
});
