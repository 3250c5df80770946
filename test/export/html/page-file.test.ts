import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../src/build/bundle.ts';
import { pageDataOf } from '../../../src/export/html/page-data-of.ts';
import type { PageData } from '../../../src/page/page-data.ts';
import { crashes, THIRD_PARTY } from '../../synth/crash-catalog.ts';
import { HOSTILE, hostileModel, reportMaker } from './reports.ts';

const reports = reportMaker();
afterAll(reports.remove);

const inTag = (html: string, tag: RegExp): string => {
  const start = tag.exec(html);
  if (start === null) throw new Error(`there is no ${tag}`);
  const from = start.index + start[0].length;
  return html.slice(from, html.indexOf('</', from));
};

describe('the file of a report', () => {
  it('the file of a report allows its own script and style sheet by their hashes and nothing else', async () => {
    const html = readFileSync(await reports.write('policy', await reports.simulated('deadlock')), 'utf8');
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = html.slice(html.lastIndexOf('<script>') + 8, html.lastIndexOf('</script>'));
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(inTag(html, /<style>/))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // What comes before a policy is not under it.
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'));
  });

  it('the file of a report weighs less than 400 KB beside its data', async () => {
    const { script, style } = await reports.page();
    expect(Buffer.byteLength(script) + Buffer.byteLength(style)).toBeLessThan(400_000);
  });

  it('the file of a report comes out of one part of the program, which nothing but a report reads', async () => {
    const { parts } = await bundle(path.join(reports.folder, 'bundle'));
    const { script } = await reports.page();
    // A word of the page that the program has no reason to hold.
    expect(script).toContain('Skip to the answer');
    const holders = Object.entries(parts).filter(([, file]) =>
      readFileSync(file, 'utf8').includes('Skip to the answer'),
    );
    expect(holders.map(([name]) => name)).toEqual([expect.stringMatching(/^write-html-/)]);
  });

  it('the file of a report holds each hostile name as data alone', async () => {
    const model = hostileModel(await reports.simulated('w3wp-oplock'));
    const html = readFileSync(await reports.write('hostile-bytes', model), 'utf8');
    // Two scripts of the page, and none that a name has brought.
    expect(html.match(/<script/gi)).toHaveLength(2);
    expect(html.match(/<\/script/gi)).toHaveLength(2);
    expect(html).not.toMatch(/<(?:img|iframe|svg|!--)/i);
    const data = JSON.parse(inTag(html, /<script type="application\/json" id="data">/)) as PageData;
    expect(data.title).toContain(HOSTILE.process);
    // Turned and control characters are shown as escapes, and obeyed by nothing.
    expect(data.threads.some(({ process }) => process === 'gpj.\\u202eexe\\x07')).toBe(true);
  });
});

describe('what a report shows', () => {
  it('what a report shows of the oplock story is one picture from the waiters to the request', async () => {
    const model = await reports.simulated('w3wp-oplock');
    const { causes, threads, title } = pageDataOf(model, { weight: 'Thread' });
    const [first] = causes;
    expect(title).toBe('228 threads of w3wp.exe (4872) are held up');
    const words = first?.graph.edges.map(({ from, to, label }) => {
      const titleOf = (id: string) => first.graph.nodes.find((node) => node.id === id)?.title;
      return `${titleOf(from)} ${label} ${titleOf(to)}`;
    });
    expect(words).toEqual([
      '227 threads wait for ERESOURCE 0xffffa390d0000bc0',
      'ERESOURCE 0xffffa390d0000bc0 held by Thread 11756',
      'Thread 11756 waits for IRP_MJ_CREATE 0xffffa390800b0800',
    ]);
    expect(first?.graph.nodes.filter(({ isRoot }) => isRoot).map(({ kind }) => kind)).toEqual(['Request']);
    expect(first?.graph.nodes.find(({ title: name }) => name === '227 threads')?.threads).toHaveLength(227);
    expect(threads.filter((thread) => thread.causes?.includes(1))).toHaveLength(228);
    expect(first?.steps.map(({ waiters, heldBy }) => [waiters, heldBy])).toEqual([
      ['227 threads', 'thread 11756'],
      ['Thread 11756, w3wp.exe (4872)', undefined],
    ]);
    expect(first?.end?.title).toBe('\\FileSystem\\mrxsmb20 has not finished the request');
  });

  it('what a report shows of a deadlock is a closed circle with the other waiters outside', async () => {
    const [first] = pageDataOf(await reports.simulated('deadlock'), { weight: 'Thread' }).causes;
    const circle = first?.graph.edges.filter(({ isInCycle }) => isInCycle) ?? [];
    // Each of the four edges begins where another one ends.
    expect(new Set(circle.map(({ from }) => from))).toEqual(new Set(circle.map(({ to }) => to)));
    expect(circle).toHaveLength(4);
    expect(first?.graph.nodes.filter(({ isInCycle }) => !isInCycle).map(({ title }) => title)).toEqual([
      '5 threads',
    ]);
  });

  it('what a report shows of many owners and many links is a picture that a person can read', async () => {
    const model = await reports.simulated('deadlock');
    const [chain] = model.chains;
    const [link] = chain?.links ?? [];
    if (chain === undefined || link === undefined) throw new Error('the deadlock has no links');
    const owner = (index: number) => ({
      address: `0x${index.toString(16).padStart(16, '0')}`,
      threadId: index,
      inDump: true,
    });
    const shared = { ...link, heldBy: Array.from({ length: 500 }, (_, index) => owner(index + 1)) };
    const links = Array.from({ length: 300 }, (_, index) => ({ ...shared, lockId: `lock ${index}` }));
    const { cycle: _, ...loose } = chain;
    const crowded = { ...loose, isDeadlock: false, links };
    const [cause] = pageDataOf({ ...model, chains: [crowded] }, { weight: 'Thread' }).causes;
    expect(cause?.graph.nodes.length).toBeLessThan(100);
    expect(cause?.graph.nodes.map(({ title }) => title)).toContain('494 more threads');
  });

  it('what a report shows of several machines keeps their causes apart', async () => {
    const [one, other] = [await reports.simulated('deadlock'), await reports.simulated('w3wp-oplock')];
    const moved = other.threads.map((thread) => ({ ...thread, source: 1 }));
    const model = {
      ...one,
      sources: [...one.sources, ...other.sources],
      threads: [...one.threads, ...moved],
      chains: [...one.chains, ...other.chains],
    };
    const { causes, threads } = pageDataOf(model, { weight: 'Thread' });
    expect(causes.map(({ rank }) => rank)).toEqual(model.chains.map((_, index) => index + 1));
    expect(causes.map(({ where }) => where)).toEqual([
      ...one.chains.map(() => 'deadlock.dmp'),
      ...other.chains.map(() => 'w3wp-oplock.dmp'),
    ]);
    // Both machines have threads at the same addresses.
    for (const { rank, threadCount } of causes) {
      expect(threads.filter((thread) => thread.causes?.includes(rank))).toHaveLength(threadCount);
    }
    const second = one.chains.length + 1;
    expect(threads.filter(({ causes: of }) => of?.includes(second)).every(({ dump }) => dump === 1)).toBe(
      true,
    );
  });

  it('what a report shows of a crash is its verdict, its driver of another maker, and its stack', async () => {
    const model = await reports.dumpOf('crash', crashes.kernelGenerated());
    const { crashes: found, title, dumps } = pageDataOf(model, { weight: 'Thread' });
    const { dump } = model.sources[0] ?? {};
    expect(title).toBe(`Crash: ${dump?.bugCheckName}`);
    expect(found).toHaveLength(1);
    expect(found[0]?.stack).toEqual(dump?.crash?.stack);
    expect(found[0]?.suspect?.file).toBe(dump?.crash?.suspect?.file);
    const foreign = dumps[0]?.drivers.filter(({ isThirdParty }) => isThirdParty).map(({ path }) => path);
    expect(foreign).toContain(THIRD_PARTY.path);
  });

  it('what a report shows names each dump by its hash and each PDB by its identity', async () => {
    const model = await reports.simulated('deadlock');
    const [dump] = pageDataOf(model, { weight: 'Thread' }).dumps;
    expect(dump?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const kernel = dump?.drivers.find(({ name }) => name === 'ntoskrnl.exe');
    expect(kernel).toMatchObject({
      namesFrom: 'Pdb',
      pdb: expect.stringMatching(/^ntkrnlmp\.pdb [0-9A-F]{32}1$/),
    });
    const walked = model.threads.filter(({ stack }) => stack.frames.some(({ module }) => module === 'nt'));
    expect(kernel?.threadCount).toBe(walked.length);
  });
});
