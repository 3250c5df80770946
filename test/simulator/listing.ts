import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { tryRead } from '../../src/dump/memory/memory.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { simulatedImages } from '../../src/simulator/simulated-images.ts';
import { moduleMap } from '../../src/stack/modules.ts';
import { type Register, type Registers, X64_REGISTER } from '../../src/stack/registers.ts';
import { unwindDataOfCopies, unwindDataOfImage } from '../../src/stack/unwind-data.ts';
import { walkFrames } from '../../src/stack/walk.ts';
import { moduleNameOf } from '../../src/symbols/module-name.ts';
import { moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { pdbReferenceOf } from '../../src/symbols/pe/debug-directory.ts';
import { openImage } from '../../src/symbols/pe/image.ts';
import { symbolResolver } from '../../src/symbols/resolver.ts';
import { RawDump } from './capture.ts';

/** Where the walk takes its unwind data from: the image files, or the copies in the PDBs. */
export type UnwindSource = 'images' | 'pdbs';

/** An address as debuggers print it. */
const windbg = (address: bigint) => {
  const digits = address.toString(16).padStart(16, '0');
  return `${digits.slice(0, 8)}\`${digits.slice(8)}`;
};

function modulesOf(dump: ReturnType<typeof openDump>, unwind: UnwindSource) {
  const store = simulatedImages();
  return dump.drivers().map((driver) => {
    const file = driver.path.slice(driver.path.lastIndexOf('\\') + 1);
    const bytes = store.open(file, driver.timeDateStamp, driver.size);
    if (bytes === undefined) throw new Error(`no image of ${file}`);
    const image = openImage(bytesSource(bytes, file));
    const reference = pdbReferenceOf(image);
    const pdbBytes = reference && store.pdb(reference.path, reference.guid, reference.age);
    if (pdbBytes === undefined) throw new Error(`no PDB of ${file}`);
    const pdb = openPdb(bytesSource(pdbBytes, reference?.path));
    return {
      name: moduleNameOf(file),
      base: driver.base,
      size: driver.size,
      unwindData: () => {
        const copies = pdb.unwindCopies();
        if (unwind === 'images') return unwindDataOfImage(image, 'image');
        return copies && unwindDataOfCopies('x64', copies);
      },
      symbols: () => moduleSymbols({ pdb }),
    };
  });
}

/** The reader of a capture: gives the listing of any thread in it, as a debugger prints a stack. */
export function listingsOf(
  bytes: Uint8Array,
  unwind: UnwindSource = 'images',
): (thread: bigint) => { readonly lines: readonly string[]; readonly end: string } {
  const dump = openDump(bytesSource(bytes, 'capture'));
  const raw = new RawDump(bytes);
  const modules = modulesOf(dump, unwind);
  const map = moduleMap(modules);
  const symbols = symbolResolver(modules);

  /** Registers by raw offsets: the header's context for the current thread, the switch frame for any other. */
  function startOf(thread: bigint): Registers {
    const general = new Array<Register>(16).fill(undefined);
    const object = raw.block(thread)?.offset ?? 0;
    if (object === raw.u32(0x2024)) {
      for (let number = 0; number < 16; number++) {
        general[number] = virtualAddress(raw.u64(0x348 + 0x78 + number * 8));
      }
      const [pc, sp] = [raw.u64(0x348 + 0xf8), raw.u64(0x348 + 0x98)].map(virtualAddress);
      return { machine: 'x64', pc: pc ?? virtualAddress(0n), sp: sp ?? virtualAddress(0n), general };
    }
    const kernelStack = raw.u64(object + 0x58);
    const limit = raw.u64(object + 0x30);
    const frame = (raw.block(limit)?.offset ?? 0) + Number(kernelStack - limit);
    general[X64_REGISTER.rbp] = virtualAddress(raw.u64(frame + 0x30));
    return {
      machine: 'x64',
      pc: virtualAddress(raw.u64(frame + 0x38)),
      sp: virtualAddress(kernelStack + 0x40n),
      general,
    };
  }

  return (thread) => {
    const walk = walkFrames(startOf(thread), map, (address, length) => tryRead(dump.memory, address, length));
    const lines = walk.frames.map((frame) => {
      const found = symbols.resolve(frame.pc, frame.interrupted ? 'instruction' : 'return');
      const name = found?.symbol?.name ?? '?';
      const offset = found?.symbol?.offset ?? 0;
      const place = `${found?.module}!${name}${offset === 0 ? '' : `+0x${offset.toString(16)}`}`;
      return frame.trapFrame === undefined ? place : `${place} (TrapFrame @ ${windbg(frame.trapFrame)})`;
    });
    return { lines, end: walk.end };
  };
}
