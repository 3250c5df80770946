import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { instance } from '@viz-js/viz';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WaitChain } from '../../src/contract/generated/types.ts';
import { writeDot } from '../../src/export/dot.ts';
import { writeMermaid } from '../../src/export/mermaid.ts';
import type { ExportModel } from '../../src/export/model.ts';
import { writeText } from '../../src/export/text.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { describeWith } from '../support/equipment.ts';
import { hostile, liveDump, modelOf, testFolder } from './story.ts';

const RED = '#c00000';
const folder = testFolder();
const viz = await instance();
let story: ExportModel;
let deadlock: ExportModel;
beforeAll(async () => {
  story = await modelOf(await liveDump(folder, 'w3wp-oplock'));
  deadlock = await modelOf(await liveDump(folder, 'deadlock'));
});

/** A graph as Graphviz laid it out. */
interface Drawn {
  readonly objects: readonly { readonly name: string; readonly label: string; readonly color?: string }[];
  readonly edges: readonly {
    readonly tail: number;
    readonly head: number;
    readonly label: string;
    readonly color?: string;
  }[];
}

const draw = (model: ExportModel) => viz.renderJSON(writeDot(model)) as Drawn;

describe('the graph of waits in DOT', () => {
  it('Graphviz draws ten waiters, counts the others, and leads to the holder and its request', () => {
    const { objects, edges } = draw(story);
    const lock = objects.findIndex(({ label }) => label.startsWith('ERESOURCE'));
    expect(edges.filter(({ head }) => head === lock)).toHaveLength(11);
    expect(objects.filter(({ label }) => label === '217 more threads')).toHaveLength(1);
    const held = edges.find(({ tail }) => tail === lock);
    expect(held?.label).toBe('held by');
    expect(objects[held?.head ?? -1]?.label).toBe('thread 11756\\nw3wp.exe');
    const next = edges.find(({ tail }) => tail === held?.head);
    expect(objects[next?.head ?? -1]?.label).toContain('IRP_MJ_CREATE');
    expect(edges.filter(({ color }) => color === RED)).toEqual([]);
  });

  it('a deadlock is red: two threads, two locks, and four edges that close a circle', () => {
    const { objects, edges } = draw(deadlock);
    const red = edges.filter(({ color }) => color === RED);
    expect(red).toHaveLength(4);
    const next = new Map(red.map(({ tail, head }) => [tail, head]));
    let at = red[0]?.tail ?? -1;
    const seen = new Set<number>();
    while (!seen.has(at)) {
      seen.add(at);
      at = next.get(at) ?? -1;
    }
    expect(seen.size).toBe(4);
    expect(objects.filter(({ color }) => color === RED)).toHaveLength(4);
    // Threads behind the deadlock wait for one of its locks and are no part of it.
    expect(edges.length).toBeGreaterThan(4);
  });

  it('hostile names change no shape of the graph', () => {
    const plain = draw(story);
    const evil = draw(hostile(story));
    expect(evil.edges.map(({ tail, head }) => [tail, head])).toEqual(
      plain.edges.map(({ tail, head }) => [tail, head]),
    );
    expect(evil.objects).toHaveLength(plain.objects.length);
    expect(evil.objects[0]?.label).toContain('<script>');
  });
});

describe('the answer as text', () => {
  it('the text begins with the answer, has every unique stack, and names its sources', () => {
    const text = writeText(story);
    expect(text).toMatch(/^Cause 1: 228 threads of 501/);
    for (const { overview = '' } of story.groups) expect(text).toContain(overview);
    expect(text).toContain(story.sources[0]?.sha256);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(writeText(hostile(story))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describeWith(['chromium'], 'the graph of waits in Mermaid', () => {
  let browser: Browser;
  let page: Awaited<ReturnType<Browser['open']>>;
  beforeAll(async () => {
    browser = await openBrowser();
    const mermaid = createRequire(import.meta.url).resolve('@mermaid-js/tiny');
    const html = path.join(folder, 'mermaid.html');
    writeFileSync(
      html,
      `<!doctype html><meta charset="utf-8"><body></body><script src="file://${mermaid}"></script>`,
    );
    page = await browser.open(html);
  });
  afterAll(() => browser.close());

  /** What Mermaid makes of a text, with the limits that GitHub leaves as they are. */
  function render(text: string) {
    return page.page.evaluate(async (source) => {
      const { mermaid } = window as unknown as {
        mermaid: {
          initialize(options: object): void;
          render(id: string, text: string): Promise<{ svg: string }>;
        };
      };
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
      const { svg } = await mermaid.render('graph', source);
      document.body.innerHTML = svg;
      const texts = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
      return {
        nodes: texts('.node'),
        edges: document.querySelectorAll('.edgePaths > path').length,
        red: document.querySelectorAll('.node.deadlock').length,
        redEdges: [...document.querySelectorAll('.edgePaths > path')].filter((edge) =>
          (edge.getAttribute('style') ?? '').includes('#c00000'),
        ).length,
        scripts: document.querySelectorAll('body script, body a, body img, body iframe').length,
      };
    }, text);
  }

  it('Mermaid draws the nodes and edges that Graphviz draws', async () => {
    const { objects, edges } = draw(story);
    const drawn = await render(writeMermaid(story));
    expect(drawn.nodes).toHaveLength(objects.length);
    expect(drawn.edges).toBe(edges.length);
    expect(drawn.nodes.join('\n')).toContain('217 more threads');
    expect(drawn.nodes.join('\n')).toContain('\\\\fileserver\\wwwroot$\\site\\default.aspx');
    expect(drawn.red).toBe(0);
  });

  it('Mermaid draws a deadlock red', async () => {
    const drawn = await render(writeMermaid(deadlock));
    expect(drawn.red).toBe(4);
    expect(drawn.redEdges).toBe(4);
  });

  it('hostile names stay text in Mermaid', async () => {
    const plain = await render(writeMermaid(story));
    const evil = await render(writeMermaid(hostile(story)));
    expect(evil.nodes).toHaveLength(plain.nodes.length);
    expect(evil.edges).toBe(plain.edges);
    expect(evil.scripts).toBe(0);
    expect(evil.nodes.join('\n')).toContain('<script>alert(1)</script>');
    expect(page.complaints).toEqual([]);
  });

  it('a graph that is too large for Mermaid is made smaller and counts what it leaves out', async () => {
    const [cause] = story.chains as [WaitChain];
    const many = Array.from({ length: 400 }, (_, index) => ({ ...cause, paths: [`dump ${index}`] }));
    const text = writeMermaid({ ...story, chains: many });
    expect(text.length).toBeLessThan(50_000);
    const drawn = await render(text);
    expect(drawn.edges).toBeLessThan(500);
    expect(drawn.nodes.join('\n')).toMatch(/\d+ more causes are not drawn/);
  });
});
