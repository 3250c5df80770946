import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atOnce } from '../../src/binary/steps.ts';
import type { KernelStack, StackGroup } from '../../src/contract/generated/types.ts';
import { writeFolded } from '../../src/export/folded.ts';
import type { ExportModel } from '../../src/export/model.ts';
import { writeSpeedscope } from '../../src/export/speedscope.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { schemaViolations } from '../support/contract.ts';
import { describeWith } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';
import { hostile, liveDump, modelOf, readFolded, testFolder, totalsOf } from './story.ts';

const release = path.dirname(
  createRequire(import.meta.url).resolve('speedscope/dist/release/file-format-schema.json'),
);
const folder = testFolder();
let dump = '';
let model: ExportModel;
beforeAll(async () => {
  dump = await liveDump(folder, 'w3wp-oplock');
  model = await modelOf(dump);
});

describe('the export model', () => {
  it('the export model fits its schema', () => {
    expect(schemaViolations('ktriage://schema/1/kernel-export.schema.json', model)).toEqual([]);
  });

  it('the export model has every thread, its wait, and where names come from', () => {
    expect(model.threads).toHaveLength(501);
    expect(model.chains[0]?.headline).toMatch(/^227 threads wait for a lock/);
    expect(model.sources).toHaveLength(1);
    expect(model.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(model.sources[0]?.symbols.map(({ module }) => module)).toContain('mrxsmb20');
    const holder = model.threads.find(({ stack }) => stack.threadId === 11_756);
    expect(holder?.requests[0]?.driver).toBe('\\FileSystem\\mrxsmb20');
  });
});

describe('folded stacks', () => {
  it('folded totals equal the groups of `stacks --group-by`, stack by stack', async () => {
    const stacks = (await runCli(['stacks', dump])).records<KernelStack>('KernelStack');
    const groups = (await runCli(['stacks', '--group-by', 'Symbol', dump])).records<StackGroup>('StackGroup');
    const byKey = new Map<string, number>();
    for (const { key = '' } of stacks) byKey.set(key, (byKey.get(key) ?? 0) + 1);
    const byLine = new Map<string, number>();
    for (const { names, weight } of readFolded(atOnce(writeFolded(model, { weight: 'Thread' })))) {
      // The process is the outermost entry, and keys begin with the innermost frame.
      const key = names
        .slice(1)
        .toReversed()
        .map((name) => name.replace(/ \?$/, ''))
        .join('\n');
      byLine.set(key, (byLine.get(key) ?? 0) + weight);
    }
    expect(byLine).toEqual(byKey);
    expect([...byLine.values()].sort((a, b) => b - a)).toEqual(groups.map(({ count }) => count));
    expect(groups[0]?.count).toBe(227);
  });

  it('folded stacks by time add up to the waits of the threads, and leave out what did not wait', () => {
    const folded = readFolded(atOnce(writeFolded(model, { weight: 'WaitTime' })));
    const waited = model.threads.reduce((sum, { stack }) => sum + (stack.waitTimeMs ?? 0), 0);
    const total = folded.reduce((sum, { weight }) => sum + weight, 0);
    expect(Math.abs(total - waited)).toBeLessThan(folded.length);
    expect(folded.every(({ weight }) => weight > 0)).toBe(true);
  });

  it('hostile names add no line and no frame to folded stacks', () => {
    const plain = readFolded(atOnce(writeFolded(model, { weight: 'Thread' })));
    const evil = readFolded(atOnce(writeFolded(hostile(model), { weight: 'Thread' })));
    const shape = (stacks: typeof plain) => stacks.map(({ names, weight }) => [names.length, weight]);
    expect(shape(evil)).toEqual(shape(plain));
  });
});

describe('the file for speedscope', () => {
  it('the file for speedscope fits the schema that speedscope ships', () => {
    const schema = JSON.parse(readFileSync(path.join(release, 'file-format-schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(
      validate(JSON.parse(atOnce(writeSpeedscope(model, { weight: 'Thread' })))),
      JSON.stringify(validate.errors),
    ).toBe(true);
  });
});

describeWith(['chromium'], 'speedscope itself', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** Opens a profile in the sandwich view, as the command line of speedscope does: a table of all functions. */
  async function open(text: string) {
    const script = path.join(folder, 'profile.js');
    const base64 = Buffer.from(text).toString('base64');
    writeFileSync(script, `speedscope.loadFileFromBase64("stacks.speedscope.json", "${base64}")`);
    const opened = await browser.open(`${release}/index.html#localProfilePath=${script}&view=sandwich`);
    await opened.page.locator('tr', { hasText: 'nt!KiSwapContext' }).first().waitFor();
    return opened;
  }

  type Opened = Awaited<ReturnType<typeof open>>;

  /** Rows of the table that are drawn: the name, and the total as speedscope writes it. */
  async function rows({ page }: Opened): Promise<(readonly [name: string, total: string])[]> {
    const cells = await page
      .locator('tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      );
    return cells
      .filter((row) => row.length === 3)
      .map(([total = '', , name = '']) => [name, total.replace(/ \(.*/, '')]);
  }

  it('speedscope shows the totals of the folded stacks, function by function, in both profiles', async () => {
    const opened = await open(atOnce(writeSpeedscope(model, { weight: 'Thread' })));
    const threads = totalsOf(readFolded(atOnce(writeFolded(model, { weight: 'Thread' }))));
    const shown = (await rows(opened)).filter(([name]) => threads.has(name));
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter(([name, total]) => Number(total) !== threads.get(name))).toEqual([]);
    expect(await opened.page.locator('body').innerText()).toContain('Threads (1/2)');

    await opened.page.keyboard.press('n');
    await opened.page.getByText('Time waited (2/2)').waitFor();
    const waited = totalsOf(readFolded(atOnce(writeFolded(model, { weight: 'WaitTime' }))));
    const times = (await rows(opened)).flatMap(([name, total]) => {
      const [, minutes, seconds] = /^(\d+):(\d\d)$/.exec(total) ?? [];
      return minutes === undefined ? [] : [[name, Number(minutes) * 60 + Number(seconds)] as const];
    });
    expect(times.length).toBeGreaterThan(3);
    expect(times.filter(([name, seconds]) => Math.abs(seconds - (waited.get(name) ?? 0) / 1000) > 1)).toEqual(
      [],
    );
    // That it has no graphics card is a warning of its own.
    expect(opened.complaints.filter((text) => !/GPU|GL /.test(text))).toEqual([]);
    expect(opened.requests.filter((address) => !/^(?:file|data|blob):/.test(address))).toEqual([]);
  });

  it('speedscope shows time first where the weight is time', async () => {
    const opened = await open(atOnce(writeSpeedscope(model, { weight: 'WaitTime' })));
    expect(await opened.page.locator('body').innerText()).toContain('Time waited (2/2)');
  });
});
