import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atOnce } from '../../src/binary/steps.ts';
import { reportPage } from '../../src/build/report-page.ts';
import type {
  CaptureManifest,
  KernelExport,
  PendingIo,
  WaitChain,
} from '../../src/contract/generated/types.ts';
import { pageDataOf } from '../../src/export/html/page-data-of.ts';
import { pageFile } from '../../src/export/html/page-file.ts';
import { redactedExport } from '../../src/reading/exporting/redact-export.ts';
import { nameReplacer } from '../../src/reading/exporting/replace-names.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-redact-Jane-Doe-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each part of a path that is long enough to be a name. */
const partsOf = (file: string) => file.split(/[\\/]/).filter((part) => part.length > 3);

describe('a redacted export', () => {
  let dumps: string[];
  let names: string[];

  beforeAll(async () => {
    const target = path.join(folder, 'set');
    mkdirSync(target);
    const machine = ['--machine', 'simulated:deadlock'];
    await runCli(['triage', '--pid', '5120', '--destination', target, ...machine]);
    const live = path.join(folder, 'WEB03-hang.dmp');
    await runCli(['live', live, ...machine]);
    const files = readdirSync(target);
    dumps = [live, ...files.filter((name) => name.endsWith('.dmp')).map((name) => path.join(target, name))];
    const manifests = files
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(path.join(target, name), 'utf8')) as CaptureManifest);
    const computers = manifests.map((manifest) => manifest.machine.computerName);
    // What the same dumps show where nothing is left out.
    const requests = (await runCli(['io', ...dumps])).records<PendingIo>('PendingIo');
    const chains = (await runCli(['chains', ...dumps])).records<WaitChain>('WaitChain');
    const found = [
      ...requests.flatMap(({ fileName, uncPath }) => [fileName, uncPath]),
      ...chains.flatMap(({ rootFileName, links }) => [rootFileName, ...links.map((link) => link.fileName)]),
    ].filter((name) => name !== undefined);
    // Windows itself has these folders everywhere, and paths of drivers name them.
    const ofWindows = /^(?:Windows|System32|drivers)$/i;
    names = [...new Set([...computers, ...found.flatMap(partsOf), ...dumps.flatMap(partsOf)])].filter(
      (name) => !ofWindows.test(name) && name !== 'tmp',
    );
  });

  it('a redacted export holds none of the names of computers, users, paths and files of a simulated machine', async () => {
    // Files on a share and on a disk, the folder of the dumps with a user's name, and the names of the dumps.
    expect(names).toEqual(expect.arrayContaining(['fileserver', 'orders.xml', 'WEB03-hang.dmp', 'exchange']));
    expect(names.some((name) => name.includes('Jane-Doe'))).toBe(true);
    const page = await reportPage();
    const { stdout } = await runCli(['export', '--redact', '--format', 'Json', ...dumps]);
    const model = JSON.parse(stdout) as KernelExport;
    const html = pageFile(pageDataOf(model, { weight: 'Thread' }), page);
    const plain = JSON.parse((await runCli(['export', '--format', 'Json', ...dumps])).stdout) as KernelExport;
    const all = pageFile(pageDataOf(plain, { weight: 'Thread' }), page);
    // A folder can be called by a word that is in many sentences: such a one is looked for in paths.
    const ordinary = /^(?:exchange|inbox|archive)$/;
    const inBytes = (text: string) =>
      names.filter((name) =>
        ordinary.test(name)
          ? new RegExp(`[\\\\/]${name}(?![a-z])`, 'i').test(text)
          : text.toLowerCase().includes(name.toLowerCase()),
      );
    expect(inBytes(stdout)).toEqual([]);
    expect(inBytes(html)).toEqual([]);
    // Each of these names is there without it.
    expect(inBytes(all).length).toBeGreaterThan(5);
    expect(model.redacted).toBe(true);
  });

  it('a redacted export keeps the answer: equal names are equal words, and processes and drivers have their names', async () => {
    const { stdout } = await runCli(['export', '--redact', '--format', 'Json', ...dumps]);
    const { chains, sources } = JSON.parse(stdout) as KernelExport;
    const first = chains.find(({ isDeadlock }) => isDeadlock);
    const files = first?.links.map(({ fileName }) => fileName);
    expect(files?.every((name) => /^file \d+$/.test(name ?? ''))).toBe(true);
    expect(new Set(files).size).toBe(2);
    for (const name of files ?? []) expect(first?.headline).toContain(`main resource of ${name}`);
    expect(first?.lines.join(' ')).toContain('Deadlock between 2 threads');
    expect(first?.threads.every(({ processName }) => processName === 'filesync.exe')).toBe(true);
    const paths = sources[0]?.dump?.drivers.map((driver) => driver.path);
    expect(paths).toContain('\\SystemRoot\\system32\\ntoskrnl.exe');
  });

  it('a redacted export leaves out paths that are in texts alone', () => {
    const model: KernelExport = {
      export: 1,
      product: 'ktriage',
      createdTime: '2026-01-01T00:00:00.000Z',
      sources: [],
      threads: [],
      groups: [],
      locks: [],
      chains: [],
      warnings: [
        'A file was not found: C:\\Users\\jane\\symbols\\a.pdb, and it is needed.',
        'Look at \\\\nas01\\team share\\plan.xlsx.',
        'Kept in /home/jane/dumps/a.dmp (none).',
        'The driver C:\\Windows\\System32\\drivers\\tcpip.sys has no names; srv*https://msdl.microsoft.com/download/symbols',
      ],
    };
    expect(atOnce(redactedExport(model)).warnings).toEqual([
      'A file was not found: (path left out), and it is needed.',
      'Look at (path left out)',
      'Kept in (path left out) (none).',
      'The driver C:\\Windows\\System32\\drivers\\tcpip.sys has no names; srv*https://msdl.microsoft.com/download/symbols',
    ]);
  });
});

describe('replacing names', () => {
  const replace = nameReplacer(
    new Map([
      ['\\\\web01\\data\\a.txt', 'file 1'],
      ['web01', 'computer 1'],
      ['web01.example.net', 'computer 1'],
      ['nt', 'computer 2'],
    ]),
  );
  it.each([
    ['main resource of \\\\WEB01\\data\\a.txt)', 'main resource of file 1)'],
    ['web01.example.net and Web01', 'computer 1 and computer 1'],
    ['web012, myweb01, web01_x', 'web012, myweb01, web01_x'],
    // Two letters are in every second word.
    ['nt!KeWait', 'nt!KeWait'],
  ])('replacing names turns %j into %j', (text, expected) => {
    expect(replace(text)).toBe(expected);
  });
});
