import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import { imageNamed } from '../../src/simulator/images/loaded-images.ts';
import { openPdb, openPdbFile, type Pdb } from '../../src/symbols/pdb/pdb-file.ts';
import { openTypeLibrary, type TypeLibrary } from '../../src/symbols/types/type-library.ts';
import { typeText } from '../../src/symbols/types/type-text.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { simulatedLiveDump, writeSimulatedStore } from './dump-sources.ts';
import { ensureEngine } from './engine.ts';
import { type EngineType, engineTypes } from './types.ts';

/** Structures by name, as ktriage reads them from PDBs and as the engine's `dt` shows them. */

/** Names of structures and unions that `dt` takes as they are: no templates, no scopes, none that only stand for "unnamed". */
function structuresOf(library: TypeLibrary): string[] {
  const names = new Set<string>();
  library.eachName((name) => {
    if (/^\w+$/.test(name) && library.find(name)?.kind !== 'enum') names.add(name);
  });
  return [...names];
}

function typeByKtriage(library: TypeLibrary, name: string): EngineType {
  const type = library.find(name);
  if (type === undefined) throw new Error(`the library has no ${name}`);
  const members = library
    .members(type)
    .items.map(
      (member) =>
        `+0x${member.offset.toString(16).padStart(3, '0')} ${member.name} : ${typeText(library, member.type)}`,
    );
  return { size: type.size, members };
}

async function expectSameTypes(pdb: Pdb, dump: string, module: string, store: string): Promise<number> {
  const library = openTypeLibrary(pdb.typeStream());
  const names = structuresOf(library);
  const theirs = await engineTypes(dump, module, names, { store });
  expect(new Map(names.map((name) => [name, typeByKtriage(library, name)]))).toEqual(theirs);
  return names.length;
}

describeWith(['wine', 'mingw', 'debugger-engine'], "Microsoft's debugger engine on types", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'engine-types-'));
  beforeAll(ensureEngine);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("Microsoft's debugger engine on types shows the structures of the simulated kernel as ktriage reads them", async () => {
    const live = await simulatedLiveDump(folder, 'w3wp-oplock');
    const store = writeSimulatedStore(path.join(folder, 'store'));
    const pdb = openPdb(bytesSource(imageNamed('nt').pdb(), 'ntkrnlmp.pdb'));
    expect(await expectSameTypes(pdb, live, 'nt', store)).toBeGreaterThan(15);
  });
});

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'shared-data'],
  "Microsoft's debugger engine on the types of a real driver",
  () => {
    beforeAll(ensureEngine);

    it("Microsoft's debugger engine on the types of a real driver shows the structures of amdppm as ktriage reads them", async () => {
      const store = path.join(sharedData, 'symbols');
      const pdb = openPdbFile(
        path.join(store, 'amdppm.pdb', '1C19FDDB27BB3399D9B45973EFEAFCF31', 'amdppm.pdb'),
      );
      const dump = path.join(sharedData, 'triage_x64.dmp');
      expect(await expectSameTypes(pdb, dump, 'amdppm', store)).toBeGreaterThan(250);
      pdb.close();
    });
  },
);

/** C in the manner of kernel headers: unnamed unions, bit fields over one word, nested arrays, pointers of every depth. */
const SOURCE = `
typedef unsigned char UCHAR; typedef unsigned short USHORT; typedef unsigned long ULONG; typedef unsigned long long ULONG64;
typedef struct _LIST { struct _LIST *Flink, *Blink; } LIST;
typedef struct _HEADER { union { struct { UCHAR Type, Signalling, Size, Reserved; }; volatile long Lock; }; long State; LIST Waits; } HEADER;
enum _KIND { KindNone, KindSome = 7 };
typedef union _PTE { ULONG64 Long; struct { ULONG64 Valid : 1, Write : 1, Software : 9, Frame : 36, Rest : 16, NoExecute : 1; }; } PTE;
typedef struct _THREAD { HEADER Header; void *KernelStack; struct { LIST Entry; USHORT Key; } Blocks[4];
  ULONG First : 3, Second : 29; UCHAR Name[16]; double Share; float Part; short Table[2][3]; enum _KIND Kind;
  long (*Routine)(struct _THREAD *, ULONG); const char *const *Text; PTE Entries[2]; USHORT Letter; _Bool Flag; struct _OPAQUE *Opaque;
} THREAD;
THREAD thread; int entry(void) { return thread.Header.State; }
`;

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'clang'],
  "Microsoft's debugger engine on types that clang and lld wrote",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-clang-types-'));
    beforeAll(ensureEngine);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("Microsoft's debugger engine on types that clang and lld wrote shows them as ktriage reads them", async () => {
      const place = (name: string) => path.join(folder, name);
      writeFileSync(place('shapes.c'), SOURCE);
      const target = ['--target=x86_64-pc-windows-msvc', '-g', '-gcodeview'];
      execFileSync('clang', [...target, '-c', place('shapes.c'), '-o', place('shapes.obj')]);
      const link = ['/debug', '/nodefaultlib', '/entry:entry', '/subsystem:console'];
      execFileSync('lld-link', [...link, place('shapes.obj'), `/out:${place('shapes.exe')}`]);
      const pdb = openPdbFile(place('shapes.pdb'));
      // The engine opens an image as it opens a dump.
      expect(await expectSameTypes(pdb, place('shapes.exe'), 'shapes', folder)).toBe(4);
      pdb.close();
    });
  },
);
