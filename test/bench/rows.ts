import { captureOverhead } from './capture.ts';
import { captureMemory } from './capture-memory.ts';
import { articleChains, crowdAnswer, crowdChains, crowdFacts } from './chains.ts';
import { manyDumpsFigure, openSparse, pageReads, sparseFigure, triageFigure } from './dump.ts';
import { fleetMemory } from './fleet.ts';
import { listing } from './listing.ts';
import { liveWatch } from './live.ts';
import { firstRecords, stacksAgainstEngine, stacksLinear, translationRows } from './live-dump.ts';
import type { Row } from './measure.ts';
import { plan } from './plan.ts';
import { powerShellObjects } from './powershell-objects.ts';
import { powerShellStart } from './powershell-start.ts';
import { setsLinear, setWithManifest, thousandDumps } from './sets.ts';
import { warmStacks } from './stacks.ts';
import { startUp } from './start-up.ts';
import { stopping } from './stop.ts';
import { namesAgainstSymbolizer, namesFigure, unknownNamesFigure } from './symbols.ts';
import { watchCost, watchSoak } from './watch.ts';

/** Every row of docs/speed.md, in its order. */
export const ROWS: readonly Row[] = [
  startUp,
  listing,
  plan,
  captureOverhead,
  captureMemory,
  setWithManifest,
  setsLinear,
  thousandDumps,
  stopping,
  warmStacks,
  ...stacksAgainstEngine,
  ...stacksLinear,
  ...firstRecords,
  pageReads,
  ...translationRows,
  sparseFigure,
  openSparse,
  ...namesAgainstSymbolizer,
  unknownNamesFigure,
  namesFigure,
  triageFigure,
  manyDumpsFigure,
  articleChains,
  crowdFacts,
  crowdAnswer,
  crowdChains,
  liveWatch,
  watchCost,
  watchSoak,
  fleetMemory,
  powerShellObjects,
  ...powerShellStart,
];
