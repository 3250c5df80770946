import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../support/equipment.ts';
import { coverageOf, startCoverage } from './coverage.ts';
import type { Recipe } from './session.ts';

/**
 * `npm run fuzz -- TARGET|all [--seconds N] [--seed N] [--corpus FOLDER] [--coverage PERCENT] [--recipe JSON]`. Ends with exit code
 * 1 when a reader broke a promise, and prints each recipe that shows it, or when the rooms are covered less than was asked.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    corpus: { type: 'string', default: path.join(repositoryRoot, '.cache', 'fuzz') },
    coverage: { type: 'string' },
    recipe: { type: 'string' },
  },
});

// What is loaded before is not counted.
if (values.coverage !== undefined) await startCoverage();
const { fuzz, runRecipe } = await import('./session.ts');
const { TARGETS } = await import('./targets/index.ts');

const [wanted = 'all'] = positionals;
const targets = TARGETS.filter(({ name }) => wanted === 'all' || name === wanted);
if (targets.length === 0) {
  console.error(
    `fuzz: there is no target ${wanted}; there are ${TARGETS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const seconds = Number(values.seconds) / targets.length;

function corpusFile(name: string): string {
  mkdirSync(values.corpus, { recursive: true });
  return path.join(values.corpus, `${name}.jsonl`);
}

function readCorpus(name: string): Recipe[] {
  const file = corpusFile(name);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Recipe);
}

let failed = false;

if (values.recipe !== undefined) {
  const [target] = targets;
  const recipe = JSON.parse(values.recipe) as Recipe;
  const base = (await target?.bases())?.find(({ name }) => name === recipe.base);
  if (target === undefined || base === undefined) throw new RangeError('the recipe is of another target');
  console.log(await runRecipe(target, base, recipe));
  process.exit(0);
}

for (const target of targets) {
  const end = performance.now() + seconds * 1000;
  const known = readCorpus(target.name);
  const { runs, findings, corpus } = await fuzz(target, {
    seed,
    corpus: known,
    goesOn: () => performance.now() < end,
  });
  console.log(
    `fuzz: ${target.name}: ${runs} runs, seed ${seed}, ${known.length} + ${corpus.length} recipes, ${findings.length} findings`,
  );
  if (corpus.length > 0)
    appendFileSync(corpusFile(target.name), corpus.map((recipe) => `${JSON.stringify(recipe)}\n`).join(''));
  for (const { problems, ...recipe } of findings) {
    failed = true;
    console.error(`fuzz: ${problems.join('; ')}\n      --recipe '${JSON.stringify(recipe)}'`);
  }
}
if (values.coverage !== undefined) {
  for (const { room, percent, least } of await coverageOf(['dump', 'kernel', 'stack', 'symbols'])) {
    const isShort = percent < Number(values.coverage);
    failed ||= isShort;
    console.log(
      `fuzz: ${room} is covered by ${percent.toFixed(1)} %${isShort ? `, less than ${values.coverage} %: ${least.join(', ')}` : ''}`,
    );
  }
}
process.exit(failed ? 1 : 0);
