import { addressAt, type VirtualAddress } from '../binary/address.ts';
import { asFailure } from '../contract/failure.ts';
import type { UserModule, UserProcess, UserStack } from '../machine/port.ts';
import type { ReadMemory } from '../stack/memory.ts';
import { moduleMap, type StackModule } from '../stack/modules.ts';
import { unwindDataOfImage } from '../stack/unwind-data.ts';
import { walkFrames } from '../stack/walk.ts';
import { moduleNameOf } from '../symbols/module-name.ts';
import { moduleSymbols } from '../symbols/module-symbols.ts';
import { openExports } from '../symbols/pe/exports.ts';
import { openMappedImage, type PeImage, type ReadRva } from '../symbols/pe/image.ts';
import { formatResolved, symbolResolver } from '../symbols/resolver.ts';

const PAGE = 0x1000;
/** 16 MiB of a process's images; a walk touches little more than their function tables. */
const MOST_PAGES = 4096;

/** Reads an image in the memory of its process; its pages do not change, so each is fetched once. */
function readImage({ base, size }: UserModule, read: UserProcess['read']): ReadRva {
  const pages = new Map<number, Uint8Array | undefined>();
  const page = (number: number): Uint8Array | undefined => {
    if (pages.has(number)) return pages.get(number);
    const bytes = read(addressAt(base, number * PAGE), PAGE);
    if (pages.size >= MOST_PAGES) pages.clear();
    pages.set(number, bytes);
    return bytes;
  };
  return (rva, length) => {
    if (rva < 0 || length < 0 || rva + length > size) return undefined;
    const first = Math.floor(rva / PAGE);
    const start = rva - first * PAGE;
    if (start + length <= PAGE) return page(first)?.subarray(start, start + length);
    return read(addressAt(base, rva), length);
  };
}

/** The image of a module as it lies in memory; undefined when its headers cannot be read or are not those of an image. */
function openModule(module: UserModule, read: UserProcess['read']): PeImage | undefined {
  try {
    return openMappedImage(module.name, readImage(module, read));
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'Internal') throw thrown;
    return undefined;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Exports name a user-mode frame well enough to select by it (`cachfile!`), and need no file but the process itself. */
function exportsOf(image: PeImage | undefined) {
  if (image === undefined) return undefined;
  try {
    return moduleSymbols({ exports: openExports(image) });
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'Internal') throw thrown;
    return undefined;
  }
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
  frames(stack: UserStack): readonly string[];
}

export function userStackWalker(process: UserProcess): UserStackWalker {
  const opened = process.modules.map((module) => {
    const image = once(() => openModule(module, process.read));
    return { module, image, symbols: once(() => exportsOf(image())) };
  });
  const modules = moduleMap(
    opened.map(({ module, image }): StackModule => {
      const unwindData = once(() => {
        const found = image();
        return found && unwindDataOfImage(found, 'memory');
      });
      return { name: moduleNameOf(module.name), base: module.base, size: module.size, unwindData };
    }),
  );
  const resolver = symbolResolver(
    opened.map(({ module, symbols }) => ({
      name: moduleNameOf(module.name),
      base: module.base,
      size: module.size,
      symbols,
    })),
  );
  const walk = (stack: UserStack) => {
    const { pc, sp, general } = stack;
    const start = { machine: 'x64', pc, sp, general } as const;
    return walkFrames(start, modules, readBehind(stack, process.read)).frames;
  };
  return {
    addresses: (stack) => walk(stack).map(({ pc }) => pc),
    frames: (stack) =>
      walk(stack).map(({ pc, interrupted, foundBy }) => {
        const found = resolver.resolve(pc, interrupted ? 'instruction' : 'return');
        const text = found === undefined ? `0x${pc.toString(16)}` : formatResolved(found);
        return foundBy === 'scan' ? `? ${text}` : text;
      }),
  };
}
