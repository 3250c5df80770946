import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const tests = path.join(root, 'test');
const WINE = path.join(tests, 'support', 'wine.ts');

/** Only what is imported by a relative path can lead to Wine. */
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/\bfrom '(\.{1,2}\/[^']+\.ts)'/g)]
    .map(([, name = '']) => path.resolve(path.dirname(file), name))
    .filter((name) => name.startsWith(tests) && existsSync(name));

/** The test files for which `is` holds, by their path in the repository. */
const suites = (is: (file: string) => boolean): string[] =>
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && is(path.join(tests, name)))
    .map((name) => `test/${name.split(path.sep).join('/')}`)
    .sort();

/**
 * The test files that replace a module, or a global before modules are loaded: none of them can share a process in which the
 * modules are loaded already.
 */
export const suitesThatMock = (): string[] =>
  suites((file) => /^vi\.(?:mock|stubGlobal)\(/m.test(readFileSync(file, 'utf8')));

/** The test files from which imports lead to test/support/wine.ts. */
export function suitesWithWine(): string[] {
  const verdicts = new Map<string, boolean>();
  const leadsToWine = (file: string): boolean => {
    const known = verdicts.get(file);
    if (known !== undefined) return known;
    // For a circle of imports, which the walk that began it decides.
    verdicts.set(file, false);
    const verdict = file === WINE || importsOf(file).some(leadsToWine);
    verdicts.set(file, verdict);
    return verdict;
  };
  return suites(leadsToWine);
}
