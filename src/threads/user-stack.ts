import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { once } from '../binary/once.ts';
import { recentMap } from '../binary/recent-map.ts';
import { orUndefined } from '../contract/failure.ts';
import type { UserModule, UserProcess, UserStack } from '../machine/port.ts';
import { codeMapOf } from '../stack/code-map.ts';
import type { StackFrame } from '../stack/frame.ts';
import type { ReadMemory } from '../stack/memory.ts';
import { moduleMap, type StackModule } from '../stack/modules.ts';
import { nameFrame } from '../stack/named-frame.ts';
import { unwindDataOfImage } from '../stack/unwind-data.ts';
import { walkFrames } from '../stack/walk.ts';
import { type MissingNotice, missingNotice } from '../symbols/missing-files.ts';
import type { ModuleReference } from '../symbols/module-files.ts';
import { moduleNameOf } from '../symbols/module-name.ts';
import { type ModuleSymbols, moduleSymbols } from '../symbols/module-symbols.ts';
import { pdbReferenceOf } from '../symbols/pe/debug-directory.ts';
import { openExports } from '../symbols/pe/exports.ts';
import { openMappedImage, type PeImage, type ReadRva } from '../symbols/pe/image.ts';
import { symbolResolver } from '../symbols/resolver.ts';
import type { SymbolLibrary } from '../symbols/symbol-library.ts';

const PAGE = 0x1000;
/** 16 MiB of a process's images; a walk touches little more than their function tables. */
const MOST_PAGES = 4096;

/** Reads an image in the memory of its process; its pages do not change, so each is fetched once. */
function readImage({ base, size }: UserModule, read: UserProcess['read']): ReadRva {
  const pages = recentMap<number, Uint8Array | undefined>(MOST_PAGES);
  const page = (number: number): Uint8Array | undefined =>
    pages.getOrMake(number, () => read(addressAt(base, number * PAGE), PAGE));
  return (rva, length) => {
    if (rva < 0 || length < 0 || rva + length > size) return undefined;
    const first = Math.floor(rva / PAGE);
    const start = rva - first * PAGE;
    if (start + length <= PAGE) return page(first)?.subarray(start, start + length);
    return read(addressAt(base, rva), length);
  };
}

/** The image of a module as it is in memory; undefined when its headers cannot be read or are not those of an image. */
function openModule(module: UserModule, read: UserProcess['read']): PeImage | undefined {
  return orUndefined(() => openMappedImage(module.name, readImage(module, read)));
}

/** What `use` makes of an image; undefined where the image is damaged, which is no reason to give up the stack. */
function unlessDamaged<T>(image: PeImage | undefined, use: (image: PeImage) => T): T | undefined {
  return image && orUndefined(() => use(image));
}

/** The module by the PDB that its image in memory names; undefined where it names none. */
function referenceOf({ path }: UserModule, image: PeImage | undefined): ModuleReference | undefined {
  const pdb = unlessDamaged(image, pdbReferenceOf);
  return pdb && { file: path, pdb: { name: pdb.path, guid: pdb.guid, age: pdb.age } };
}

/** The copied stack first: the thread runs again, and its memory may have changed. */
function readBehind({ sp, bytes }: UserStack, read: UserProcess['read']): ReadMemory {
  return (address, length) => {
    const start = address - sp;
    if (start >= 0n && start + BigInt(length) <= BigInt(bytes.length)) {
      return bytes.subarray(Number(start), Number(start) + length);
    }
    return read(address, length);
  };
}

/** Walks copied stacks of one process, innermost frame first. */
export interface UserStackWalker {
  addresses(stack: UserStack): readonly VirtualAddress[];
  /** `module!symbol+0x1a`; a frame that is a guess begins with `? `. */
  frames(stack: UserStack): Promise<readonly string[]>;
}

/**
 * @param library where PDBs are; without it the exports of the images name the frames, which is enough to select by module
 *   and needs no file but the process itself
 * @param onMissing called once a module that has a frame when its PDB is not at hand; only with a library
 */
export function userStackWalker(
  process: UserProcess,
  library?: Pick<SymbolLibrary, 'open' | 'fetch'>,
  onMissing: (path: string, notice: MissingNotice) => void = () => undefined,
): UserStackWalker {
  const fetched = new Set<VirtualAddress>();
  const opened = process.modules.map((module) => {
    const image = once(() => openModule(module, process.read));
    const reference = once(() => referenceOf(module, image()));
    const unwindData = once(() => unlessDamaged(image(), (found) => unwindDataOfImage(found, 'memory')));
    const symbols = once((): ModuleSymbols | undefined => {
      const wanted = reference();
      const pdb = wanted && library?.open(wanted).pdb;
      const exports = unlessDamaged(image(), openExports);
      const code = codeMapOf(unwindData(), pdb);
      return pdb === undefined && exports === undefined
        ? undefined
        : moduleSymbols({ ...(pdb && { pdb }), ...(exports && { exports }), ...(code && { code }) });
    });
    return {
      name: moduleNameOf(module.name),
      path: module.path,
      base: module.base,
      size: module.size,
      image,
      reference,
      unwindData,
      symbols,
    };
  });
  const modules = moduleMap(
    opened.map(({ name, base, size, unwindData }): StackModule => ({ name, base, size, unwindData })),
  );
  const resolver = symbolResolver(opened);

  function walk(stack: UserStack): readonly StackFrame[] {
    const { pc, sp, general } = stack;
    const start = { machine: 'x64', pc, sp, general } as const;
    return walkFrames(start, modules, readBehind(stack, process.read)).frames;
  }

  /** Asks the servers of the path, once for each module that has a frame. */
  async function fetchSymbols(frames: readonly StackFrame[]): Promise<void> {
    if (library === undefined) return;
    const bases = new Set(frames.flatMap(({ module }) => (module === undefined ? [] : [module.base])));
    const wanted = opened.filter(({ base }) => bases.has(base) && !fetched.has(base));
    for (const { base } of wanted) fetched.add(base);
    const references = wanted.flatMap(({ reference }) => reference() ?? []);
    if (references.length > 0) await library.fetch(references);
    for (const { path, image, reference } of wanted) {
      const asked = reference() ?? { file: path };
      const notice = missingNotice(asked, library.open(asked), { inMemory: image() });
      if (notice) onMissing(path, notice);
    }
  }

  return {
    addresses: (stack) => walk(stack).map(({ pc }) => pc),
    async frames(stack) {
      const frames = walk(stack);
      await fetchSymbols(frames);
      return frames.map((frame) => {
        const { text } = nameFrame(frame, resolver);
        return frame.foundBy === 'scan' ? `? ${text}` : text;
      });
    },
  };
}
