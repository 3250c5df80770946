import { applyEdits, type Edit, newEdits } from './edits.ts';
import { judge } from './judge.ts';
import { random } from './random.ts';
import type { Base, Target } from './target.ts';

/** What repeats one run: with the same base, edits and seed it does the same. */
export interface Recipe {
  readonly base: string;
  readonly edits: readonly Edit[];
  readonly seed: number;
}

export interface Finding extends Recipe {
  readonly target: string;
  readonly problems: readonly string[];
}

export interface SessionResult {
  readonly runs: number;
  readonly findings: readonly Finding[];
  /** Recipes that showed something new, for the next session. */
  readonly corpus: readonly Recipe[];
}

export interface SessionPlan {
  readonly seed: number;
  /** Whether to go on after so many runs. */
  readonly goesOn: (runs: number) => boolean;
  /** Recipes of earlier sessions. */
  readonly corpus?: readonly Recipe[];
}

/** Recipes that a session keeps, and findings after which it ends. */
const MOST_KEPT = 2000;
const MOST_FINDINGS = 10;

export async function runRecipe(target: Target, base: Base, { edits, seed }: Recipe) {
  const bytes = applyEdits(base.bytes, edits);
  const read = () => target.run(bytes, random(seed));
  const verdict = await judge(bytes.length, read);
  // A pause of the machine or of the collector looks like a slow reader: cost counts when it repeats.
  const isCostAlone =
    verdict.problems.length > 0 && verdict.problems.every((problem) => problem.startsWith('took '));
  if (!isCostAlone) return verdict;
  globalThis.gc?.();
  return judge(bytes.length, read);
}

/** The least edits that still show the problem. */
async function reduced(target: Target, base: Base, recipe: Recipe): Promise<Recipe> {
  let least = recipe;
  for (let index = recipe.edits.length - 1; index >= 0 && least.edits.length > 1; index--) {
    const fewer = { ...least, edits: least.edits.filter((_, at) => at !== index) };
    if ((await runRecipe(target, base, fewer)).problems.length > 0) least = fewer;
  }
  return least;
}

/** Changes the bases of a target again and again. Recipes that show something new are changed further. */
export async function fuzz(
  target: Target,
  { seed, goesOn, corpus = [] }: SessionPlan,
): Promise<SessionResult> {
  const choose = random(seed);
  const bases = await target.bases();
  const byName = new Map(bases.map((base) => [base.name, base]));
  const kept: Recipe[] = corpus.filter(({ base }) => byName.has(base));
  const fresh: Recipe[] = [];
  const seen = new Set<string>();
  const findings: Finding[] = [];
  let runs = 0;

  async function attempt(base: Base, recipe: Recipe, isKnown = false): Promise<void> {
    runs += 1;
    const { problems, features } = await runRecipe(target, base, recipe);
    if (problems.length > 0) {
      const least = await reduced(target, base, recipe);
      findings.push({ target: target.name, ...least, problems });
    }
    const isNew = features.some((feature) => !seen.has(feature));
    for (const feature of features) seen.add(feature);
    if (isKnown || !isNew || kept.length >= MOST_KEPT) return;
    kept.push(recipe);
    fresh.push(recipe);
  }

  for (const base of bases) await attempt(base, { base: base.name, edits: [], seed });
  for (const recipe of [...kept]) {
    const base = byName.get(recipe.base);
    if (base !== undefined) await attempt(base, recipe, true);
    if (!goesOn(runs)) break;
  }
  while (goesOn(runs) && findings.length < MOST_FINDINGS) {
    const parent = kept.length > 0 && choose.oneIn(2) ? choose.pick(kept) : undefined;
    const base = (parent && byName.get(parent.base)) ?? choose.pick(bases);
    const before = parent?.edits ?? [];
    const edits = [...before, ...newEdits(applyEdits(base.bytes, before), base.places, choose)].slice(-24);
    await attempt(base, { base: base.name, edits, seed: choose.below(2 ** 31) });
  }
  return { runs, findings, corpus: fresh };
}
