import process from 'node:process';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { paintFor } from '../../src/cli/text/paint.ts';
import type { KernelStack, StackTree } from '../../src/contract/generated/types.ts';
import { liveDump, testFolder } from '../export/story.ts';
import { contractViolations } from '../support/contract.ts';
import { runCli } from '../support/run-cli.ts';

const folder = testFolder();
let dump = '';
let tree: StackTree;
beforeAll(async () => {
  dump = await liveDump(folder, 'w3wp-oplock');
  const result = await runCli(['stacks', '--tree', dump]);
  expect(contractViolations(result.messages)).toEqual([]);
  [tree] = result.records<StackTree>('StackTree') as [StackTree];
});

/** Runs a command line in a terminal, and returns what it shows. */
async function inTerminal(args: readonly string[]): Promise<string> {
  const shown = new PassThrough();
  const chunks: Buffer[] = [];
  shown.on('data', (chunk: Buffer) => chunks.push(chunk));
  const stdout = Object.assign(shown as Writable, { isTTY: true });
  await run(args, { stdin: Readable.from([]), stdout, stderr: new PassThrough() });
  return Buffer.concat(chunks).toString('utf8');
}

describe('ktriage stacks --tree', () => {
  it('each branch of the tree counts the threads of those below it and those that end there', () => {
    const { nodes, threadCount } = tree;
    nodes.forEach(({ depth, count, threadIds = [] }, index) => {
      let below = 0;
      for (const child of nodes.slice(index + 1)) {
        if (child.depth <= depth) break;
        if (child.depth === depth + 1) below += child.count;
      }
      expect(below + threadIds.length).toBe(count);
    });
    const roots = nodes.filter(({ depth }) => depth === 0);
    expect(roots.reduce((sum, { count }) => sum + count, 0)).toBe(threadCount);
    expect(threadCount).toBe(501);
  });

  it('the ways from the root are the stacks themselves', async () => {
    const stacks = (await runCli(['stacks', dump])).records<KernelStack>('KernelStack');
    const expected = new Map<number, string>();
    for (const { threadId, key = '', frames } of stacks)
      if (threadId !== undefined && frames.length > 0) expected.set(threadId, key);
    const found = new Map<number, string>();
    const way: string[][] = [];
    for (const { depth, functions, threadIds = [] } of tree.nodes) {
      way.length = depth;
      way[depth] = functions;
      const key = way.flat().toReversed().join('\n');
      if (!key.startsWith('(')) for (const id of threadIds) found.set(id, key);
    }
    expect(found).toEqual(expected);
  });

  it('the answer comes first, and the largest branch before the others', () => {
    expect(tree.answer[0]).toMatch(/^227 threads wait for a lock that thread 11756 holds/);
    const lock = tree.nodes.find(({ count }) => count === 227);
    expect(lock?.functions).toContain('rdbss!_RxAcquireFcb');
    expect(lock?.waitingFor).toMatch(/^resource main resource of /);
    expect(lock?.longestWaitMs).toBeGreaterThan(60_000);
  });

  it('a terminal shows colours unless NO_COLOR is set, and a file has none', async () => {
    const before = process.env['NO_COLOR'];
    delete process.env['NO_COLOR'];
    try {
      const coloured = await inTerminal(['stacks', '--tree', dump]);
      expect(coloured).toContain('\u001b[36mrdbss\u001b[0m!_RxAcquireFcb');
      process.env['NO_COLOR'] = '1';
      const plain = await inTerminal(['stacks', '--tree', dump]);
      expect(plain).not.toContain('\u001b');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours
      expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
      expect(plain.trimStart()).toMatch(/^227 threads wait for a lock/);
      expect(plain).toMatch(/├─ 227 nt!NtQueryFullAttributesFile\n/);
      expect(plain).toMatch(/threads 10368, .* … wait for resource main resource .*, longest 0:08:04/);
    } finally {
      if (before === undefined) delete process.env['NO_COLOR'];
      else process.env['NO_COLOR'] = before;
    }
    expect(paintFor({}, {}).count('1')).toBe('1');
    expect(paintFor({ isTTY: true }, { NO_COLOR: '' }).count('1')).not.toBe('1');
  });

  it('groups and a tree are not asked for together', async () => {
    const { exitCode, messages } = await runCli(['stacks', '--tree', '--group-by', 'Symbol', dump]);
    expect(exitCode).toBe(2);
    expect(messages.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'InvalidRequest' });
  });
});
