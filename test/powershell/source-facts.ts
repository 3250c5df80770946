import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { TOPICS } from '../../src/build/help/topics.ts';
import { errorTable } from '../../src/contract/error-table.ts';
import { validateThreadsRequest } from '../../src/contract/generated/validators/request-threads.js';
import { harmless } from '../../src/contract/harmless.ts';
import { THREAD_STATES, WAIT_REASONS } from '../../src/contract/thread-state.ts';
import { PRODUCT_VERSION } from '../../src/contract/version.ts';
import { scenarioNames } from '../../src/simulator/population/scenarios.ts';
import { serverStory } from '../explain/scenes.ts';
import { worldDump } from '../explain/world-dump.ts';
import { fixtureCatalog } from '../synth/catalog.ts';
import { crashes } from '../synth/crash-catalog.ts';
import { waitFixtures } from '../synth/waits/wait-catalog.ts';

/**
 * What the module must agree on with the TypeScript sources, as JSON for test files of Pester (`Get-SourceFact`).
 *
 *     node source-facts.ts                   the facts
 *     node source-facts.ts fixture FILE FILE FILE FILE  writes a dump that lists unloaded drivers, one whose threads wait for a lock,
 *                                            one of a crash, and one with deadlocks
 *     node source-facts.ts request FILE      whether the text of FILE is a valid request for threads
 */
const [command, ...given] = process.argv.slice(2);

/** Each UTF-16 unit that is not shown as it is, by its code. */
function spelled(): Record<string, string> {
  const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  return Object.fromEntries(
    units.flatMap((unit) => (harmless(unit) === unit ? [] : [[unit.charCodeAt(0), harmless(unit)]])),
  );
}

function writeFixtures([unloaded = '', locked = '', crash = '', stuck = '']: readonly string[]): void {
  const fixture = fixtureCatalog().find(({ name }) => name === 'triage-capture-full-x64');
  if (fixture === undefined) throw new Error('the fixture with unloaded drivers is missing');
  writeFileSync(path.resolve(unloaded), fixture.bytes);
  writeFileSync(path.resolve(locked), worldDump(serverStory()));
  if (crash !== '') writeFileSync(path.resolve(crash), crashes.kernelGenerated());
  const waits = waitFixtures().find(({ name }) => name === 'waits-bugcheck-x64');
  if (waits === undefined) throw new Error('the fixture with a deadlock is missing');
  if (stuck !== '') writeFileSync(path.resolve(stuck), waits.bytes);
}

if (command === 'fixture') {
  writeFixtures(given);
} else if (command === 'request') {
  const [file = ''] = given;
  process.stdout.write(JSON.stringify(validateThreadsRequest(JSON.parse(readFileSync(file, 'utf8')))));
} else {
  const facts = {
    version: PRODUCT_VERSION,
    errorCodes: Object.keys(errorTable()),
    topics: ['about_KernelTriage', ...TOPICS.map(({ name }) => name)],
    states: THREAD_STATES,
    waitReasons: WAIT_REASONS,
    scenarios: scenarioNames(),
    spelled: spelled(),
  };
  process.stdout.write(JSON.stringify(facts));
}
