import process from 'node:process';
import { buildAll } from '../../src/build/build-all.ts';
import { captureOverhead } from './capture.ts';
import { captureMemory } from './capture-memory.ts';
import { articleChains, crowdChains, crowdFacts } from './chains.ts';
import { manyDumpsFigure, pageReads, sparseFigure, triageFigure } from './dump.ts';
import { listing } from './listing.ts';
import { liveWatch } from './live.ts';
import { type Comparison, compare, type Figure } from './measure.ts';
import { powerShellObjects } from './powershell-objects.ts';
import { powerShellStart } from './powershell-start.ts';
import { warmStacks } from './stacks.ts';
import { startUp } from './start-up.ts';
import { firstName, namesFigure } from './symbols.ts';
import { watchCost, watchSoak } from './watch.ts';

/** Ratios within this run, because absolute times say more about the machine than about the program. */
const COMPARISONS: readonly Comparison[] = [
  startUp,
  listing,
  captureOverhead,
  powerShellObjects,
  firstName,
  pageReads,
];
const FIGURES: readonly Figure[] = [
  captureMemory,
  liveWatch,
  namesFigure,
  warmStacks,
  triageFigure,
  manyDumpsFigure,
  sparseFigure,
  articleChains,
  crowdChains,
  crowdFacts,
  ...powerShellStart,
  watchCost,
  watchSoak,
];

const wanted = process.argv.slice(2);
const chosen = (name: string) => wanted.length === 0 || wanted.some((word) => name.includes(word));

await buildAll();
console.log('| what | ours | peer | ratio | goal |');
console.log('| --- | --- | --- | --- | --- |');
for (const comparison of COMPARISONS.filter(({ name }) => chosen(name))) {
  const { ratio, oursMs, peerMs, goal, name } = await compare(comparison);
  const ours = `${comparison.ours.what}: ${oursMs.toFixed(1)} ms`;
  const peer = `${comparison.peer.what}: ${peerMs.toFixed(1)} ms`;
  console.log(`| ${name} | ${ours} | ${peer} | ${ratio.toFixed(2)} | ${goal} |`);
}
for (const figure of FIGURES.filter(({ name }) => chosen(name))) {
  console.log(`| ${figure.name} | ${await figure.measure()} | | | ${figure.goal} |`);
}
