import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fixtureCatalog } from './catalog.ts';
import { describeFixture } from './describe.ts';

/**
 * `npm run fixtures -- DIR` writes one dump of every kind, each with a JSON of what is in it, so that other readers
 * can be tried on the same files.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run fixtures -- DIR');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const fixture of fixtureCatalog()) {
  writeFileSync(path.join(folder, `${fixture.name}.dmp`), fixture.bytes);
  writeFileSync(
    path.join(folder, `${fixture.name}.json`),
    `${JSON.stringify(describeFixture(fixture), undefined, 2)}\n`,
  );
  console.log(`${fixture.name}.dmp  ${fixture.what}`);
}
