import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, expect, it } from 'vitest';
import { atOnce } from '../../src/binary/steps.ts';
import { writeFolded } from '../../src/export/folded.ts';
import type { ExportModel } from '../../src/export/model.ts';
import { writePprof } from '../../src/export/pprof.ts';
import { describeWith } from '../support/equipment.ts';
import { liveDump, modelOf, readFolded, testFolder, totalsOf } from './story.ts';

const folder = testFolder();

/** Google's pprof, as Go brings it, over profiles of this test. */
function pprof(...args: readonly string[]): string {
  const environment = { ...process.env, PPROF_TMPDIR: folder, HOME: folder, PPROF_BINARY_PATH: folder };
  const { status, stdout, stderr } = spawnSync('go', ['tool', 'pprof', ...args], {
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Lines of `-top`: function and cumulative value. */
function cumulative(text: string): ReadonlyMap<string, number> {
  const lines = [...text.matchAll(/^ *\S+ +\S+% +\S+% +(\d+) +\S+% {2}(.*)$/gm)];
  return new Map(lines.map(([, value = '', name = '']) => [name, Number(value)]));
}

const ALL = ['-nodecount=100000', '-nodefraction=0'];

describeWith(['go'], 'the profile for pprof', () => {
  let model: ExportModel;
  let file = '';
  const write = (name: string, written: ExportModel): string => {
    const target = path.join(folder, name);
    writeFileSync(target, atOnce(writePprof(written, { weight: 'Thread' })));
    return target;
  };
  beforeAll(async () => {
    model = await modelOf(await liveDump(folder, 'w3wp-oplock'));
    file = write('story.pb.gz', model);
  });

  it('go tool pprof shows each function with as many threads as the folded stacks', () => {
    const expected = totalsOf(readFolded(atOnce(writeFolded(model, { weight: 'Thread' }))));
    expect(cumulative(pprof('-top', '-sample_index=threads', ...ALL, file))).toEqual(expected);
  });

  it('go tool pprof finds time waited as the second value, in whole milliseconds', () => {
    const text = pprof('-top', '-sample_index=waited', '-unit=ms', ...ALL, file);
    const waited = model.threads.reduce((sum, { stack }) => sum + Math.round(stack.waitTimeMs ?? 0), 0);
    expect(text).toContain(`of ${waited}ms total`);
  });

  it('go tool pprof selects by the labels of a thread', () => {
    const focus = (tag: string) => pprof('-top', '-sample_index=threads', `-tagfocus=${tag}`, file);
    expect(focus('wait_reason=WrResource')).toMatch(/accounting for 227,/);
    expect(focus('process=w3wp.exe')).toMatch(/accounting for 300,/);
    expect(focus('tid=11756')).toMatch(/accounting for 1,/);
    const tags = pprof('-tags', file);
    for (const label of [
      'machine',
      'pid',
      'process',
      'simulated',
      'state',
      'tid',
      'wait_reason',
      'waiting_for',
      'held_by',
    ])
      expect(tags).toMatch(new RegExp(`^ *${label}: Total`, 'm'));
  });

  it('each image is a mapping with GUID and age of its PDB, and its frames are inside', () => {
    const raw = pprof('-raw', file);
    const images = model.sources[0]?.symbols ?? [];
    expect(images.length).toBeGreaterThan(4);
    for (const { file: name, base, size, pdb } of images) {
      const start = BigInt(base);
      const range = `0x${start.toString(16)}/0x${(start + BigInt(size)).toString(16)}/0x0`;
      expect(raw).toContain(`${range} ${name} ${pdb?.guid}${pdb?.age.toString(16)} [FN]`);
    }
    const places = [...raw.matchAll(/^ *\d+: 0x([0-9a-f]+) M=(\d+) /gm)];
    expect(places.length).toBeGreaterThan(20);
    for (const [, address = '', mapping = ''] of places) {
      const { base = '0', size = 0 } =
        images.find(({ file: name }) => {
          const line = raw.split('\n').find((each) => each.startsWith(`${mapping}: `));
          return line?.includes(` ${name} `) === true;
        }) ?? {};
      const offset = BigInt(`0x${address}`) - BigInt(base);
      expect(offset >= 0n && offset < BigInt(size)).toBe(true);
    }
    expect(raw).toContain('Time: 2024-05-14');
  });

  it('one image that two boots loaded at different places is one mapping, and the threads of both add up', () => {
    const moved = JSON.parse(JSON.stringify(model)) as ExportModel;
    const move = (address: string) => `0x${(BigInt(address) + 0x1230_0000n).toString(16).padStart(16, '0')}`;
    for (const source of moved.sources) for (const image of source.symbols) image.base = move(image.base);
    for (const { stack } of moved.threads)
      for (const frame of stack.frames) frame.address = move(frame.address);
    const both: ExportModel = {
      ...model,
      sources: [...model.sources, ...moved.sources],
      threads: [...model.threads, ...moved.threads.map((thread) => ({ ...thread, source: 1 }))],
    };
    const joined = pprof('-raw', write('both.pb.gz', both));
    const mappings = (text: string) => text.slice(text.indexOf('\nMappings\n'));
    const locations = (text: string) => [...text.matchAll(/^ *\d+: 0x[0-9a-f]+ /gm)].length;
    expect(mappings(joined)).toBe(mappings(pprof('-raw', file)));
    expect(locations(joined)).toBe(locations(pprof('-raw', file)));
    expect(pprof('-top', '-sample_index=threads', path.join(folder, 'both.pb.gz'))).toContain(
      'of 1002 total',
    );
  });
});
