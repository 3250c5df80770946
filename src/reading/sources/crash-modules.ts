import { crashView, readCrash } from '../../explain/crash/crash.ts';
import type { DumpModule } from '../../stack/dump-modules.ts';
import type { DumpSymbols } from './dump-symbols.ts';
import type { OpenedDump } from './opened-dump.ts';

/** Images that frames of the crash are in; those that were only guessed are not worth a download. */
function modulesOfCrash(opened: OpenedDump, modules: readonly DumpModule[]): readonly DumpModule[] {
  const crash = readCrash(crashView(opened.dump, opened.objects()), modules);
  if (crash === undefined) return [];
  const frames = crash.stack?.frames.filter(({ foundBy }) => foundBy !== 'scan') ?? [];
  const isIn = ({ base, size }: DumpModule, address: bigint) =>
    address >= base && address < base + BigInt(size);
  // The kernel is on the way from the fault to the bug check.
  return modules.filter(
    (module, index) => index === 0 || frames.some(({ address }) => isIn(module, address)),
  );
}

/** The images of a dump, with the files that the frames of its crash need, from servers too. */
export async function crashModules(opened: OpenedDump, symbols: DumpSymbols): Promise<readonly DumpModule[]> {
  const { modules } = await symbols.modulesOf(opened);
  const fetched = new Set<DumpModule>();
  // What a download brings can lead to frames in further images: each round asks for at least one more.
  for (;;) {
    const asked = modulesOfCrash(opened, modules).filter((module) => !fetched.has(module));
    if (asked.length === 0) {
      await symbols.warnOfModules(opened, fetched);
      return modules;
    }
    for (const module of asked) fetched.add(module);
    await Promise.all(asked.map((module) => module.fetch()));
  }
}
