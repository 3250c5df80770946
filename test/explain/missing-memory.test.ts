import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { virtualAddress } from '../../src/binary/address.ts';
import { bytesSource } from '../../src/binary/byte-source.ts';
import type { Dump, TriageDump } from '../../src/dump/dump.ts';
import { segmentMemory } from '../../src/dump/memory/segments.ts';
import { openDump } from '../../src/dump/open-dump.ts';
import { kernelFacts } from '../../src/explain/kernel-facts.ts';
import type { KernelFacts } from '../../src/explain/model.ts';
import { kernelView } from '../../src/explain/view.ts';
import { readKernelObjects } from '../../src/kernel/kernel-objects.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { SCENES } from './scenes.ts';
import { kindsOf, memoryStatements } from './statements.ts';
import type { World } from './world.ts';

/**
 * Without its bytes a statement must vanish. What is said instead may be weaker, and never something else: an event of a request
 * on the thread's own stack stays an event on its own stack.
 */
const WEAKER: Record<string, readonly string[]> = { RequestEvent: ['LocalEvent'] };

function expectNothingNew(whole: KernelFacts, less: KernelFacts, what: string): void {
  const known = memoryStatements(whole);
  const invented = [...memoryStatements(less)].filter((line) => !known.has(line));
  expect(invented, what).toEqual([]);
  const kinds = kindsOf(whole);
  for (const [place, kind] of kindsOf(less)) {
    const before = kinds.get(place) ?? 'Unknown';
    expect(['Unknown', before, ...(WEAKER[before] ?? [])], `${what}: ${place}`).toContain(kind);
  }
}

/** How much is said: statements, and objects with a kind. */
const amount = (facts: KernelFacts) =>
  memoryStatements(facts).size + [...kindsOf(facts).values()].filter((kind) => kind !== 'Unknown').length;

/** The words that can matter: those that hold something, and those that are read. */
function wordsThatMatter(world: World): bigint[] {
  const read = new Set<bigint>();
  const view = world.view();
  const memory: typeof view.memory = {
    read(address, length) {
      for (let at = address & ~7n; at < address + BigInt(length); at += 8n) read.add(at);
      return view.memory.read(address, length);
    },
  };
  kernelFacts({ ...view, memory });
  return [...world.words].flatMap(([address, bytes]) =>
    read.has(address) || bytes.some((byte) => byte !== 0) ? [address] : [],
  );
}

describe('without one word of memory', () => {
  it.each(Object.keys(SCENES))(
    'without one word of memory, the scene %s loses statements and gains none',
    (name) => {
      const build = SCENES[name as keyof typeof SCENES];
      const { world } = build();
      const whole = world.facts();
      let lost = 0;
      for (const address of wordsThatMatter(world)) {
        const bytes = world.words.get(address) ?? new Uint8Array(8);
        world.words.delete(address);
        const less = world.facts();
        expectNothingNew(whole, less, `without ${address.toString(16)}`);
        if (amount(less) < amount(whole)) lost++;
        world.words.set(address, bytes);
      }
      // An object of which nothing is known has nothing to lose.
      if (name !== 'unknown') expect(lost).toBeGreaterThan(0);
    },
  );
});

/** Blocks of the file that a reader of facts looks at: the others cannot change them. */
function blocksRead(dump: TriageDump): Set<bigint> {
  const read = new Set<bigint>();
  const segments = dump.triage.segments;
  const spy: Dump = {
    ...dump,
    memory: {
      read(address, length) {
        for (const segment of segments)
          if (address < segment.end && address + BigInt(length) > segment.address) read.add(segment.address);
        return dump.memory.read(address, length);
      },
    },
  };
  kernelFacts(kernelView(spy, readKernelObjects(spy)));
  return read;
}

describeWith(['shared-data'], 'without one block of a real triage dump', () => {
  it('without one word of memory, statements are lost and none is gained', () => {
    const file = readFileSync(path.join(sharedData, 'triage_x64.dmp'));
    const source = bytesSource(new Uint8Array(file), 'triage_x64.dmp');
    const dump = openDump(source);
    if (dump.kind !== 'triage') throw new Error('not a triage dump');
    const objects = readKernelObjects(dump);
    const whole = kernelFacts(kernelView(dump, objects));
    const read = blocksRead(dump);
    expect(read.size).toBeGreaterThan(20);
    let lost = 0;
    for (const gone of read) {
      const segments = dump.triage.segments.filter(({ address }) => address !== gone);
      const cut: TriageDump = {
        ...dump,
        triage: { ...dump.triage, segments },
        memory: segmentMemory(segments, source),
      };
      // The threads stay those of the whole file, so that a statement about one that is gone would show.
      const less = kernelFacts(kernelView(cut, objects));
      expectNothingNew(whole, less, `without ${virtualAddress(gone).toString(16)}`);
      if (memoryStatements(less).size < memoryStatements(whole).size) lost++;
    }
    expect(lost).toBeGreaterThan(5);
  });
});
