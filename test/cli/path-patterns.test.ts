import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

/** Files that are no dumps: the error of each names it, and so shows which files a pattern has reached. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-patterns-'));
  mkdirSync(path.join(folder, 'a', 'inner.dmp'), { recursive: true });
  mkdirSync(path.join(folder, 'b'));
  for (const name of ['a/two.dmp', 'a/one.dmp', 'a/one.dmp.txt', 'a/x+(1).dmp', 'b/one.dmp'])
    writeFileSync(path.join(folder, name), 'text');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reached(...args: string[]): Promise<string[]> {
  const { messages } = await runCli(['dump', ...args.map((each) => path.join(folder, each))]);
  return messages.flatMap((message) =>
    message.kind === 'error' && message.code !== 'FileNotFound' && message.target !== undefined
      ? [path.relative(folder, message.target).replaceAll(path.sep, '/')]
      : [],
  );
}

describe('Patterns of file names on the command line', () => {
  it.each([
    ['a/*.dmp', ['a/one.dmp', 'a/two.dmp', 'a/x+(1).dmp']],
    ['a/???.dmp', ['a/one.dmp', 'a/two.dmp']],
    ['a/x+(?).dmp', ['a/x+(1).dmp']],
    ['*/one.dmp', ['a/one.dmp', 'b/one.dmp']],
    ['*/***e.dmp', ['a/one.dmp', 'b/one.dmp']],
  ])('%s reaches its files in the order of their names, and no folder', async (pattern, files) => {
    expect(await reached(pattern)).toEqual(files);
  });

  it('a pattern that no file matches is one error that names it', async () => {
    const pattern = path.join(folder, 'a', '*.mdmp');
    const { exitCode, messages } = await runCli(['dump', pattern]);
    expect(messages[0]).toMatchObject({
      kind: 'error',
      code: 'FileNotFound',
      message: `No file matches ${pattern}.`,
      target: pattern,
    });
    expect(exitCode).toBe(8);
  });

  it.skipIf(process.platform === 'win32')('a file whose name holds a star is itself', async () => {
    const star = path.join(folder, 'b', '*.dmp');
    writeFileSync(star, 'text');
    expect(await reached('b/*.dmp')).toEqual(['b/*.dmp']);
    rmSync(star);
  });

  it('a request on standard input names files and no patterns', async () => {
    const file = path.join(folder, 'a', '*.dmp');
    const { messages } = await runCli(['dump', '-'], `${JSON.stringify({ paths: [file] })}\n`);
    expect(messages[0]).toMatchObject({ kind: 'error', code: 'FileNotFound', target: file });
    expect(messages.filter(({ kind }) => kind === 'error')).toHaveLength(1);
  });
});
