import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

/** Keys that the program gave to weak collections. */
let keys = 0;

class CountingWeakMap<K extends WeakKey, V> extends WeakMap<K, V> {
  override set(key: K, value: V): this {
    if (!this.has(key)) keys += 1;
    return super.set(key, value);
  }
}

class CountingWeakSet<K extends WeakKey> extends WeakSet<K> {
  override add(key: K): this {
    if (!this.has(key)) keys += 1;
    return super.add(key);
  }
}

// Before the program is loaded: its collections are made as its modules are.
vi.stubGlobal('WeakMap', CountingWeakMap);
vi.stubGlobal('WeakSet', CountingWeakSet);
const { runCli } = await import('../support/run-cli.ts');

// A table of a WeakMap that grows while V8 marks keeps its keys through that collection: src/binary/attached.ts.
describe('the memory of a run over many dumps', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-weak-'));
  const dumps: string[] = [];
  afterAll(() => {
    vi.unstubAllGlobals();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeAll(async () => {
    const threads = ['--machine', 'simulated:windows-11', '--pid', '776'];
    const files = ['--destination', folder, '--name', 'lsass', '--no-manifest'];
    await runCli(['triage', ...threads, ...files]);
    for (let index = 0; index < 6; index += 1) {
      const dump = path.join(folder, `b_${index}.dmp`);
      copyFileSync(path.join(folder, 'lsass.dmp'), dump);
      dumps.push(dump);
    }
  });

  async function keysOf(verb: string, count: number): Promise<number> {
    keys = 0;
    const { messages } = await runCli([verb, ...dumps.slice(0, count)]);
    expect(messages.at(-1)).toMatchObject({ kind: 'end', errors: 0 });
    return keys;
  }

  it.each(['stacks', 'chains', 'dump-threads', 'waits', 'io'])(
    '`%s` makes no object of a dump the key of a weak collection',
    async (verb) => {
      await keysOf(verb, 1);
      const one = await keysOf(verb, 1);
      expect(await keysOf(verb, 6)).toBe(one);
    },
  );
});
