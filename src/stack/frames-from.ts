import type { Dump } from '../dump/dump.ts';
import { symbolResolver } from '../symbols/resolver.ts';
import { memoryOf } from './dump-memory.ts';
import { type DumpModule, dumpModules } from './dump-modules.ts';
import type { WalkEnd } from './frame.ts';
import { NO_FILES } from './module-files.ts';
import { moduleMap } from './modules.ts';
import { type NamedFrame, nameFrame } from './named-frame.ts';
import type { Registers } from './registers.ts';
import { signatureMaskOf } from './start/thread-start.ts';
import { walkFrames } from './walk.ts';

/** The frames from registers that are before an instruction, as those of an exception do. */
export function framesFrom(
  dump: Dump,
  registers: Registers,
  modules: readonly DumpModule[] = dumpModules(dump, NO_FILES),
): { readonly frames: readonly NamedFrame[]; readonly end: WalkEnd } {
  const walk = walkFrames(registers, moduleMap(modules), memoryOf(dump), {
    interrupted: true,
    signatureMask: signatureMaskOf(dump),
  });
  const resolver = symbolResolver(modules, dump.unloadedDrivers());
  return { frames: walk.frames.map((frame) => nameFrame(frame, resolver)), end: walk.end };
}
