import { parseAddress, type VirtualAddress } from '../binary/address.ts';
import { Failure } from '../contract/failure.ts';
import type { TypesRequest } from '../contract/generated/types.ts';
import type { DumpModule } from '../stack/dump-modules.ts';
import { searchText } from '../symbols/missing-files.ts';
import type { Pdb } from '../symbols/pdb/pdb-file.ts';
import type { ExpandOptions } from '../symbols/types/expand.ts';
import type { TypeLibrary } from '../symbols/types/type-library.ts';
import type { NamedType } from '../symbols/types/type-records.ts';
import { typesOfPdb } from '../symbols/types/types-of-pdb.ts';
import { wildcard } from '../symbols/wildcard.ts';
import { type FoundType, typeNameRecord, typeRecord } from './records/type-record.ts';
import type { ReadingContext } from './sources/context.ts';
import { type DumpModules, dumpSymbols } from './sources/dump-symbols.ts';
import { eachDump } from './sources/each-dump.ts';
import type { OpenedDumpFile } from './sources/opened-dump.ts';

/** A type without a module is one of the kernel. */
const KERNEL = 'nt';
/** Names that one pattern gives. The PDB of a kernel has some 5,000. */
const MOST_NAMES = 20_000;

interface Question {
  readonly text: string;
  readonly module: string;
  readonly pattern: string;
}

function questionOf(text: string): Question {
  const mark = text.indexOf('!');
  return { text, module: mark < 0 ? KERNEL : text.slice(0, mark), pattern: text.slice(mark + 1) };
}

function notFound({ text }: Question, why: string): Failure {
  return new Failure('TypeNotFound', `There is no type '${text}': ${why}.`, { target: text });
}

/** The PDB of the module that a question names, fetched where the path names a server. */
async function pdbOf({ modules, missingPdb }: DumpModules, question: Question): Promise<Pdb> {
  const wanted = question.module.toLowerCase();
  const module: DumpModule | undefined = modules.find(({ name }) => name.toLowerCase() === wanted);
  if (module === undefined) throw notFound(question, `the dump has no image ${question.module}`);
  await module.fetch();
  const pdb = module.pdb();
  if (pdb !== undefined) return pdb;
  const missing = missingPdb(module);
  const places = missing === undefined ? 'nothing names it' : searchText(missing);
  throw notFound(question, `the PDB of ${question.module} was not found: ${places}`);
}

/** Names of definitions that match, each once, sorted. */
function namesMatching(library: TypeLibrary, matches: (name: string) => boolean): readonly string[] {
  const names = new Set<string>();
  library.eachName((name) => {
    if (names.size <= MOST_NAMES && matches(name)) names.add(name);
  });
  return [...names].sort();
}

/** The definition of a name in this spelling, else the only one in another letter case. */
function definitionOf(library: TypeLibrary, question: Question): NamedType {
  const exact = library.find(question.pattern);
  if (exact !== undefined) return exact;
  const [other, another] = namesMatching(library, wildcard(question.pattern));
  const found = other !== undefined && another === undefined ? library.find(other) : undefined;
  if (found !== undefined) return found;
  const [near] = namesMatching(library, wildcard(`_${question.pattern}`));
  const hint = near === undefined ? '' : `; it has ${question.module}!${near}`;
  throw notFound(question, `the PDB of ${question.module} does not define it${hint}`);
}

function addressOf(text: string): VirtualAddress {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw new Failure('InvalidRequest', `'${text}' is no address; write 0xfffff80012345678.`, { target: text });
}

/** Members that the request names; all of them without names. */
function expandOptions({ depth = 1, members }: TypesRequest): ExpandOptions {
  const patterns = members?.map(wildcard);
  return { depth, ...(patterns && { wanted: (name: string) => patterns.some((matches) => matches(name)) }) };
}

/**
 * Writes `KernelType` records: each type by its exact name with its members, once for each address; for a pattern, the names that match.
 * A question without an answer is reported, and the next one is answered.
 * @throws Failure InvalidRequest for a text that is no address; SymbolPathInvalid
 */
export async function readTypes(request: TypesRequest, context: ReadingContext): Promise<void> {
  const { output } = context;
  const options = expandOptions(request);
  const addresses = (request.addresses ?? []).map(addressOf);
  const symbols = dumpSymbols(request, context);

  async function listNames(opened: OpenedDumpFile, question: Question, source: Omit<FoundType, 'type'>) {
    const names = namesMatching(source.library, wildcard(question.pattern));
    if (names.length === 0) throw notFound(question, `the PDB of ${question.module} has no such name`);
    for (const name of names.slice(0, MOST_NAMES)) {
      const type = source.library.find(name);
      if (type) await output.record('KernelType', typeNameRecord(opened, { ...source, type }));
    }
    if (names.length > MOST_NAMES)
      output.warning(
        `'${question.text}' matches more than ${MOST_NAMES} types: the others are not listed.`,
        question.text,
      );
  }

  async function showType(opened: OpenedDumpFile, found: FoundType): Promise<void> {
    const places: Array<VirtualAddress | undefined> = addresses.length === 0 ? [undefined] : addresses;
    for (const address of places) {
      const record = typeRecord(opened, found, options, address);
      const { storedBytes = record.size, size, name } = record;
      if (storedBytes < size) {
        const missing = `${size - storedBytes} of the ${size} bytes of ${name} at ${record.address} are not in the dump`;
        output.warning(`${opened.path}: ${missing}.`, opened.path);
      }
      if (record.complete === false)
        output.warning(
          `${name} has more members than are listed; ask for fewer with a pattern or less depth.`,
          name,
        );
      await output.record('KernelType', record);
    }
  }

  async function answer(opened: OpenedDumpFile, modules: DumpModules, question: Question): Promise<void> {
    const pdb = await pdbOf(modules, question);
    const library = typesOfPdb(pdb);
    const source = { module: question.module, pdb, library };
    if (question.pattern.includes('*')) await listNames(opened, question, source);
    else await showType(opened, { ...source, type: definitionOf(library, question) });
  }

  try {
    await eachDump(request.paths, context, async (opened) => {
      const modules = await symbols.modulesOf(opened);
      for (const text of request.names) {
        try {
          await answer(opened, modules, questionOf(text));
        } catch (thrown) {
          if (!(thrown instanceof Failure) || context.signal.aborted) throw thrown;
          output.error(thrown);
        }
      }
    });
  } finally {
    symbols.close();
  }
}
