import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { Symbol as SymbolRecord } from '../../src/contract/generated/types.ts';
import { imageNamed } from '../../src/simulator/images/loaded-images.ts';
import { writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { moduleSymbols } from '../../src/symbols/module-symbols.ts';
import { openPdb } from '../../src/symbols/pdb/pdb-file.ts';
import { undecorate } from '../../src/symbols/undecorate/undecorate.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';
import { DECLARATIONS, decoratedNames } from '../symbols/undecorate/compiled-names.ts';
import { nearestNameOf } from './answers.ts';
import { simulatedLiveDump, writeSimulatedStore } from './dump-sources.ts';
import { askEngine, ensureEngine, undecorateByEngine } from './engine.ts';
import { MANY_DECLARATIONS } from './many-names.ts';

/** The names of addresses as the engine's `ln` gives them, by those of `ktriage resolve`. */

const ADDRESSES_A_CALL = 500;

/** What `ktriage resolve` calls each address. */
async function namesByKtriage(file: string, store: string, addresses: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < addresses.length; at += ADDRESSES_A_CALL) {
    const some = addresses.slice(at, at + ADDRESSES_A_CALL).join(',');
    const run = await runCli([
      'resolve',
      file,
      '--address',
      some,
      '--symbol-path',
      store,
      '--format',
      'ndjson',
    ]);
    names.push(...run.records<SymbolRecord>('Symbol').map(({ text }) => text));
  }
  return names;
}

async function namesByEngine(file: string, store: string, addresses: readonly string[]): Promise<string[]> {
  const session = await askEngine(
    file,
    addresses.map((address) => `ln ${address.slice(2)}`),
    { store },
  );
  return session.answers.map((answer) => nearestNameOf(answer) ?? `nothing: ${answer.text}`);
}

const hex = (address: bigint) => `0x${address.toString(16).padStart(16, '0')}`;

/** UNDNAME_NAME_ONLY and UNDNAME_NO_MS_KEYWORDS of dbghelp.h: `char *` instead of `char * __ptr64`. */
const PLAIN = 0x1002;

/**
 * The engine's text with the spelling of ktriage, which is that of LLVM: no word before the name of an enumeration, and no blank
 * where the language needs none.
 */
const respelled = (text: string) =>
  text
    .replace(/\benum /g, '')
    .replace(/\( (?=[\w:<>]*::\*)/g, '(')
    .replace(/\)(const|volatile)/g, ') $1')
    .replace(/(const|volatile) (?=[,>)])/g, '$1')
    .replace(/([*&]) (?=const)/g, '$1')
    .replace('operator "" ', 'operator ""');

/** Type descriptors are data. ktriage leaves their names as they are, because no code address is near to one. */
const isTypeInformation = (name: string) => name.startsWith('??_R');

describeWith(['wine', 'mingw', 'debugger-engine'], "Microsoft's debugger engine on names", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'engine-names-'));
  let live = '';
  beforeAll(async () => {
    await ensureEngine();
    live = await simulatedLiveDump(folder, 'w3wp-oplock');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("Microsoft's debugger engine on names gives addresses in every function of the simulated kernel the names that ktriage gives", async () => {
    const store = writeSimulatedStore(path.join(folder, 'store'));
    const { base, functions } = imageNamed('nt');
    const addresses = [...functions.values()].flatMap(({ rva, bytes }) =>
      [0, 1, Math.floor(bytes / 2), bytes - 1].map((offset) => hex(base + BigInt(rva + offset))),
    );
    expect(addresses.length).toBeGreaterThan(200);
    expect(await namesByKtriage(live, store, addresses)).toEqual(await namesByEngine(live, store, addresses));
  });

  it("Microsoft's debugger engine on names takes from public names of C what ktriage takes", async () => {
    const image = imageNamed('nt');
    // What the linker of a 64-bit image writes.
    const names = [
      'plain',
      '_one',
      '__two',
      '___three',
      '__C_specific_handler',
      '__imp_ExFree',
      '_',
      '$label',
      'part$fin$0',
    ];
    const store = path.join(folder, 'few-names');
    const place = path.join(store, image.module.pdbName, `${image.guid}${image.age}`);
    mkdirSync(place, { recursive: true });
    const rvaOf = (index: number) => 0x1000 + index * 16;
    const pdb = writePdb({
      guid: image.guid,
      age: image.age,
      sections: [{ name: '.text', rva: 0x1000, size: 0x1000 }],
      publics: names.map((name, index) => ({ name, rva: rvaOf(index) })),
    });
    writeFileSync(path.join(place, image.module.pdbName), pdb);
    const theirs = await namesByEngine(
      live,
      store,
      names.map((_, index) => hex(image.base + BigInt(rvaOf(index) + 4))),
    );
    // A dump of the simulated machine brings its own symbols to ktriage, so that these are asked for here.
    const symbols = moduleSymbols({ pdb: openPdb(bytesSource(pdb, image.module.pdbName)) });
    const ours = names.map((_, index) => `nt!${symbols.nameOf(rvaOf(index) + 4, 'instruction')?.name}+0x4`);
    // A name that would be nothing keeps its underscore in ktriage.
    expect(ours).toEqual(theirs.map((name) => (name === 'nt!+0x4' ? 'nt!_+0x4' : name)));
  });
});

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'shared-data'],
  "Microsoft's debugger engine on the names of a real driver",
  () => {
    beforeAll(ensureEngine);

    it("Microsoft's debugger engine on the names of a real driver gives addresses in every function of amdppm.sys the names that ktriage gives", async () => {
      const file = path.join(sharedData, 'triage_x64.dmp');
      const store = path.join(sharedData, 'symbols');
      const base = 0xfffff8048b580000n;
      // Its .pdata (RVA 0x19000, raw 0x12400) has 519 pieces of functions.
      const image = readFileSync(path.join(store, 'amdppm.sys', 'c9c030003b000', 'amdppm.sys'));
      const addresses = Array.from({ length: 519 }, (_, index) => 0x12400 + index * 12).flatMap((at) => {
        const [begin, end] = [image.readUInt32LE(at), image.readUInt32LE(at + 4)];
        return [begin, begin + 1, (begin + end) >>> 1, end - 1].map((rva) => hex(base + BigInt(rva)));
      });
      expect(addresses.length).toBeGreaterThan(1000);
      const [ours, theirs] = [
        await namesByKtriage(file, store, addresses),
        await namesByEngine(file, store, addresses),
      ];
      expect(ours).toEqual(theirs);
    });
  },
);

describeWith(
  ['wine', 'mingw', 'debugger-engine', 'clang', 'llvm'],
  "Microsoft's dbghelp on decorated names",
  () => {
    beforeAll(ensureEngine);

    it("Microsoft's dbghelp on decorated names undecorates members that implement an interface by name as ktriage does", async () => {
      // No compiler on this system writes them: C++/CX does.
      const names = [
        '?__abi_Release@?QObject@Platform@@Foo@Bar@@UAAKXZ',
        '?__abi_QueryInterface@?QObject@Platform@@MainPage@App@@UEAAJAEAVGuid@2@PEAPEAX@Z',
        '?g@?Q?$IVector@H@Collections@Windows@@List@ns@@UEAAXPEAV234@@Z',
        '?h@?QIface@1@Class@@UEAAXXZ',
        '?f@?QIface@a@@Class@b@@QEAAXPEAV0@0PEAV1@PEAV2@PEAV3@@Z',
      ];
      const theirs = await undecorateByEngine(names, PLAIN);
      expect(names.map(undecorate)).toEqual(theirs);
      expect(theirs[0]).toBe('Bar::Foo::[Platform::Object]::__abi_Release');
    });

    it("Microsoft's dbghelp on decorated names undecorates some two thousand names of a compiler to what ktriage makes of them", async () => {
      const names = [DECLARATIONS, MANY_DECLARATIONS]
        .flatMap(decoratedNames)
        .filter((name) => !isTypeInformation(name));
      expect(names.length).toBeGreaterThan(1700);
      const theirs = await undecorateByEngine(names, PLAIN);
      const ours = names.map((name) => `${name}: ${undecorate(name)}`);
      expect(ours).toEqual(names.map((name, index) => `${name}: ${respelled(theirs[index] ?? '')}`));
    });
  },
);
