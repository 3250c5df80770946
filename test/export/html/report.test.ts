import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleOf } from '../../../src/build/generate/example-report.ts';
import type { KernelExport } from '../../../src/contract/generated/types.ts';
import { type Browser, openBrowser } from '../../support/browser.ts';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { differenceFromGolden } from '../../support/pictures.ts';
import { crashes } from '../../synth/crash-catalog.ts';
import { enlarged, HOSTILE, hostileModel, reportMaker } from './reports.ts';

const reports = reportMaker();
afterAll(reports.remove);

const AXE = readFileSync(path.join(repositoryRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

const SCENARIOS = ['w3wp-oplock', 'deadlock', 'workers-used-up'] as const;

const modelOf = (name: string): Promise<KernelExport> =>
  name === 'crash' ? reports.dumpOf('crash', crashes.kernelGenerated()) : reports.simulated(name);

/** Functions of a stack, as the page names them. */
const namesOf = ({ stack }: KernelExport['threads'][number]): string[] =>
  stack.frames.map(({ module, symbol, text }) => (symbol === undefined ? text : `${module}!${symbol}`));

const isShown = ({ wait, stack }: KernelExport['threads'][number]): boolean =>
  wait?.isIdle !== true && stack.frames.length > 0;

const statusOf = (page: Page, section: string) => page.locator(`#${section} [aria-live]`).first().innerText();

/** The name of what has the keyboard. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });

/** Presses Tab until what has the keyboard is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds of the two worst kinds. */
async function seriousFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const found = await page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Finding[] }> };
    };
    const options = only === undefined ? {} : { runOnly: { type: 'rule', values: only } };
    return (await axe.run(options)).violations.map(({ id, impact, nodes }) => ({
      impact,
      text: `${id}: ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
    }));
  }, rules);
  return found.filter(({ impact }) => /serious|critical/.test(impact)).map(({ text }) => text);
}

describeWith(['chromium'], 'the report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([...SCENARIOS, 'crash'])(
    'the report in a browser opens %s with no complaint and asks for nothing',
    async (name) => {
      const { page, complaints, requests } = await browser.open(
        await reports.write(name, await modelOf(name)),
      );
      await page.locator('details:not([open]) > summary').first().click();
      expect(await page.locator('h1').innerText()).not.toBe('');
      expect(complaints).toEqual([]);
      expect(requests).toEqual([]);
      await page.close();
    },
  );

  // Every part of the page is in one of these two; a judgement takes seconds.
  it.each(['deadlock', 'crash'])(
    'the report in a browser gives axe nothing serious to find in %s',
    async (name) => {
      const { page } = await browser.open(await reports.write(name, await modelOf(name)));
      // One thread is open, so that its details are judged too.
      await page.locator('button.disclose').first().click();
      // The policy allows no second script: the judge comes in through the debugger.
      await page.evaluate(AXE);
      expect(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await seriousFindings(page, ['color-contrast'])).toEqual([]);
      await page.close();
    },
  );

  it('the report in a browser runs no script but its own', async () => {
    const { page, complaints } = await browser.open(await reports.write('own', await modelOf('deadlock')));
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://evil.example/a.png';
      document.body.append(image);
    });
    await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(2);
    expect(complaints.filter((text) => !/Content Security Policy/i.test(text))).toEqual([]);
    expect(await page.title()).not.toBe('owned');
    await page.close();
  });

  it('the report in a browser shows hostile names as text', async () => {
    const model = hostileModel(await modelOf('w3wp-oplock'));
    const { page, complaints, requests } = await browser.open(await reports.write('hostile', model));
    expect(await page.title()).toBe(`228 threads of ${HOSTILE.process} (4872) are held up`);
    expect(await page.locator('h1').innerText()).toContain(HOSTILE.process);
    expect(await page.locator('.statements').first().innerText()).toContain(HOSTILE.file);
    await page
      .locator('#threads')
      .getByLabel('Process')
      .selectOption({ label: `${HOSTILE.process} (4872)` });
    await page.locator('button.disclose').first().click();
    expect(await page.locator('.thread-detail .frames').innerText()).toContain(HOSTILE.frame);
    expect(await page.locator('#threads td').allInnerTexts()).toContain(HOSTILE.reason);
    // Each of these would have come from a name.
    expect(await page.locator('img, iframe, svg[onload], b').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });

  it('the report in a browser finds functions, zooms, and weighs stacks by threads and by time', async () => {
    const model = await modelOf('w3wp-oplock');
    const { page } = await browser.open(await reports.write('stacks', model));
    const shown = model.threads.filter(isShown);
    const tree = page.getByRole('tree');
    await page.getByRole('searchbox', { name: 'Find' }).fill('rdbss!');
    const inRdbss = shown.filter((thread) => namesOf(thread).some((name) => name.startsWith('rdbss!')));
    expect(await statusOf(page, 'stacks')).toMatch(new RegExp(`^${inRdbss.length} threads \\(`));
    const found = await tree.locator('.found').allInnerTexts();
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((text) => text !== '' && !text.startsWith('rdbss!'))).toEqual([]);

    // Waiters ask for attributes, and the holder opens the file: their ways to the file system are two branches.
    const create = shown.filter((thread) =>
      ['mup!MupCreate', 'nt!NtQueryFullAttributesFile'].every((name) => namesOf(thread).includes(name)),
    );
    const wanted = tree.getByRole('treeitem', { name: `mup!MupCreate, ${create.length} threads` });
    const before = await tree.getByRole('treeitem').count();
    await wanted.click();
    const [whole, bar] = await Promise.all([tree.boundingBox(), wanted.boundingBox()]);
    expect(Math.abs((bar?.width ?? 0) - (whole?.width ?? 0))).toBeLessThan(4);
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(before);
    expect(await page.locator('.frame-facts').innerText()).toContain(`${create.length} threads`);
    await page.getByRole('button', { name: 'Whole picture' }).click();
    expect(await tree.getByRole('treeitem').count()).toBe(before);

    await page.getByLabel('Width is').selectOption('wait');
    const waited = inRdbss.reduce((sum, { stack }) => sum + (stack.waitTimeMs ?? 0), 0);
    const hours = Math.floor(waited / 3_600_000);
    expect(await statusOf(page, 'stacks')).toMatch(new RegExp(`^${hours}:\\d\\d:\\d\\d \\(`));
    await page.getByLabel('Threads of').selectOption({ label: 'cause 1' });
    expect(await page.locator('.frame-facts').innerText()).toContain('228 threads (100 %)');
    await page.close();
  });

  it('the report in a browser filters, sorts and opens threads', async () => {
    const model = await modelOf('w3wp-oplock');
    const { page } = await browser.open(await reports.write('threads', model));
    const threads = page.locator('#threads');
    const note = () => threads.locator('.note').first().innerText();
    const busy = model.threads.filter(({ wait }) => wait?.isIdle !== true);
    expect(await note()).toMatch(new RegExp(`^${busy.length} threads of ${model.threads.length}`));
    await threads.getByLabel('idle workers').check();
    expect(await note()).toMatch(new RegExp(`^${model.threads.length} threads of`));
    await threads.getByLabel('idle workers').uncheck();

    await threads.getByLabel('Filter').fill('default.aspx mupstatemachine');
    expect(await note()).toMatch(/^228 threads of/);
    await threads.getByLabel('Filter').fill('');
    await threads.getByLabel('Cause').selectOption('2');
    const second = model.chains.find(({ rank }) => rank === 2);
    expect(await note()).toMatch(new RegExp(`^${second?.threadCount} threads of`));
    const column = (index: number) => threads.locator(`tbody tr > :nth-child(${index})`).allInnerTexts();
    const waits = await column(4);
    expect(waits).toEqual([...waits].sort().reverse());
    await threads.getByRole('button', { name: 'Thread', exact: true }).click();
    const ids = (await column(1)).map(Number);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(await threads.getByRole('columnheader', { name: 'Thread' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );

    await threads.getByLabel('Cause').selectOption('1');
    await threads.getByLabel('Filter').fill('irp_mj_create mrxsmb2create');
    await threads.getByRole('button', { name: '11756' }).click();
    const detail = await threads.locator('.thread-detail').innerText();
    const holder = model.threads.find(({ stack }) => stack.threadId === 11756);
    expect(detail).toContain(`IRP_MJ_CREATE ${holder?.requests[0]?.address}`);
    for (const name of holder ? namesOf(holder) : []) expect(detail).toContain(name);

    // From the picture to its threads, and back.
    await page.getByRole('button', { name: /^227 threads .*: show/ }).click();
    await threads.getByLabel('Filter').fill('');
    expect(await note()).toMatch(/^227 threads of 501, chosen: 227 threads/);
    await threads.getByRole('button', { name: 'Clear' }).click();
    expect(await note()).toMatch(new RegExp(`^${busy.length} threads of`));
    await page.close();
  });

  it('the report in a browser highlights drivers of other makers', async () => {
    const model = await modelOf('crash');
    const { page } = await browser.open(await reports.write('foreign', model));
    const foreign = model.sources[0]?.symbols.filter(({ isThirdParty }) => isThirdParty) ?? [];
    expect(foreign.map(({ module }) => module)).toEqual(['atikmdag']);
    const marked = await page
      .locator('.bar.foreign')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('title') ?? ''));
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((title) => !title.startsWith('atikmdag'))).toEqual([]);
    expect(await page.locator('.colour-legend').innerText()).toContain('atikmdag (not Microsoft)');
    expect(await page.locator('#drivers tr.third-party th').allInnerTexts()).toContain('atikmdag.sys');
    expect(await page.locator('#crash .frames .third-party').first().innerText()).toMatch(/^atikmdag/);
    await page.close();
  });

  it('the report in a browser needs no mouse', async () => {
    const { page } = await browser.open(await reports.write('keys', await modelOf('w3wp-oplock')));
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Skip to the answer');
    await tabTo(page, /^Stacks$/);
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#stacks$/);
    await tabTo(page, /^all stacks, /);
    // To the widest child again and again, then back.
    for (let depth = 0; depth < 6; depth += 1) await page.keyboard.press('ArrowDown');
    expect(await focusedName(page)).toMatch(/^fltmgr!FltpCreate, 227 threads/);
    await page.keyboard.press('ArrowUp');
    expect(await focusedName(page)).toMatch(/^nt!IopParseDevice, /);
    await page.keyboard.press('ArrowLeft');
    const left = await focusedName(page);
    expect(left).not.toMatch(/^nt!IopParseDevice, /);
    await page.keyboard.press('ArrowRight');
    expect(await focusedName(page)).toMatch(/^nt!IopParseDevice, /);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Whole picture' }).count()).toBe(1);
    expect(await focusedName(page)).toMatch(/^nt!IopParseDevice, /);
    await page.keyboard.press('Backspace');
    expect(await focusedName(page)).toMatch(/^nt!ObpLookupObjectName, /);
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toMatch(/^all stacks, /);
    expect(await page.getByRole('button', { name: 'Whole picture' }).count()).toBe(0);

    await tabTo(page, /^Thread$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^\d+$/);
    await page.keyboard.press('Enter');
    expect(await page.locator('.thread-detail').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('.thread-detail').count()).toBe(0);
    await page.close();
  });

  it('the report in a browser opens 5,000 threads in under two seconds of one processor', async () => {
    const file = await reports.write('large', enlarged(await modelOf('w3wp-oplock'), 5000));
    const { page } = await browser.open(file);
    // A clock on the wall would measure what else the machine does.
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.POSITIVE_INFINITY;
    };
    const before = await busy();
    await page.reload();
    const note = () => page.locator('#threads .note').first().innerText();
    const all = await note();
    expect(all).toContain('of 5,000');
    const opened = await busy();
    expect(opened - before).toBeGreaterThan(0);
    expect(opened - before).toBeLessThan(2);
    // And it answers a filter before a person notices.
    await page.locator('#threads').getByLabel('Filter').fill('rdbss');
    expect(await note()).not.toBe(all);
    expect((await busy()) - opened).toBeLessThan(0.5);
    await page.close();
  });

  it('the report in a browser prints all of its answer and none of its controls', async () => {
    const { page } = await browser.open(await reports.write('print', await modelOf('w3wp-oplock')), {
      colours: 'dark',
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const opened = page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const closed = document.querySelectorAll('details:not([open]):not(.no-print)').length;
      const ground = getComputedStyle(document.body).backgroundColor;
      window.dispatchEvent(new Event('afterprint'));
      return {
        closed,
        ground,
        after: document.querySelectorAll('details:not([open]):not(.no-print)').length,
      };
    });
    expect(await opened).toMatchObject({ closed: 0, ground: 'rgb(255, 255, 255)' });
    expect((await opened).after).toBeGreaterThan(0);
    expect(
      await page.locator('nav, .controls').evaluateAll((all) => all.some((each) => each.checkVisibility())),
    ).toBe(false);
    // On a screen a long stack is cut; on paper none is.
    const frames = page.locator('.ladder .frames').first().locator('li:not(.left-out)');
    expect(await frames.evaluateAll((all) => all.every((each) => each.checkVisibility()))).toBe(true);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  it('the report in a browser looks as its golden pictures do', async () => {
    const golden = (name: string) => path.join(import.meta.dirname, 'golden', `${name}.webp`);
    const looks = [
      // README shows this one.
      {
        name: 'w3wp-oplock',
        colours: 'light',
        file: path.join(repositoryRoot, 'docs', 'examples', 'report.png'),
      },
      { name: 'deadlock', colours: 'light', file: golden('deadlock') },
      { name: 'workers-used-up', colours: 'dark', file: golden('workers-used-up') },
      { name: 'crash', colours: 'dark', file: golden('crash'), fullPage: true },
    ] as const;
    const blank = await browser.blank();
    const taken = new Map<string, Buffer>();
    for (const { name, colours, file, ...look } of looks) {
      const html = await reports.writeTimeless(name, await modelOf(name));
      const { page } = await browser.open(html, { colours, height: 1100 });
      const picture = await page.screenshot(look);
      expect(await differenceFromGolden(blank, picture, file), name).toBeLessThan(0.03);
      taken.set(name, picture);
      await page.close();
    }
    if (process.env['KTRIAGE_NEW_PICTURES'] === '1') return;
    // The measure tells another page, and other colours, apart.
    const deadlock = taken.get('deadlock') ?? Buffer.alloc(0);
    const workers = taken.get('workers-used-up') ?? Buffer.alloc(0);
    expect(await differenceFromGolden(blank, deadlock, looks[0].file)).toBeGreaterThan(0.06);
    expect(await differenceFromGolden(blank, workers, looks[0].file)).toBeGreaterThan(0.5);
    await blank.close();
  });

  it('the report in a browser is the example in docs when its dump is', async () => {
    const example = readFileSync(path.join(repositoryRoot, 'docs', 'examples', 'report.html'), 'utf8');
    const isCurrent = (await exampleOf(await modelOf('w3wp-oplock'))) === example;
    expect(isCurrent, 'docs/examples/report.html has drifted: run `npm run generate`').toBe(true);
  });
});
