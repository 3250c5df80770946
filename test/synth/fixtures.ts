import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Fixture, fixtureCatalog } from './catalog.ts';
import { describeFixture, describeWaits } from './describe.ts';
import { waitFixtures } from './waits/wait-catalog.ts';

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
function write({ name, what, bytes }: Fixture, description: object): void {
  writeFileSync(path.join(folder ?? '', `${name}.dmp`), bytes);
  writeFileSync(path.join(folder ?? '', `${name}.json`), `${JSON.stringify(description, undefined, 2)}\n`);
  console.log(`${name}.dmp  ${what}`);
}

for (const fixture of fixtureCatalog()) write(fixture, describeFixture(fixture));
for (const fixture of waitFixtures()) {
  write(fixture, { ...describeFixture(fixture), ...describeWaits(fixture.truth) });
}
