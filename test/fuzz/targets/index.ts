import type { Target } from '../target.ts';
import { dumpTarget } from './dump.ts';
import { dumpMemoryTarget } from './dump-memory.ts';
import { arm64Target, peTarget } from './images.ts';
import { etwTarget, manifestTarget, pathsTarget, requestTarget, waitsTarget } from './requests.ts';
import { cabinetTarget, msfzTarget, pdbTarget, tpiTarget, undecorateTarget } from './symbols.ts';

/** Every reader of what other programs wrote. */
export const TARGETS: readonly Target[] = [
  dumpTarget,
  dumpMemoryTarget,
  pdbTarget,
  tpiTarget,
  msfzTarget,
  peTarget,
  arm64Target,
  cabinetTarget,
  manifestTarget,
  etwTarget,
  undecorateTarget,
  requestTarget,
  pathsTarget,
  waitsTarget,
];
