import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Dump, DumpProcess, DumpThread, PendingIo } from '../../src/contract/generated/types.ts';
import { fullDump } from '../../src/simulator/synth/files/page-files.ts';
import { kernelTypeRecords } from '../../src/simulator/synth/images/kernel-types.ts';
import { type PdbContent, writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { contractViolations } from '../support/contract.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { headerFacts } from '../synth/header.ts';
import { kernelImage } from '../synth/kernel-image.ts';
import { MOVED } from '../synth/moved-build.ts';
import { physicalImage } from '../synth/physical-image.ts';

/** A dump of a build that no rule fits, and symbol stores with the PDB of its kernel and with that of another build. */
const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-layouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kernel = kernelImage(MOVED);
const { frames, root } = physicalImage(kernel, 'x64');
const dumpFile = path.join(folder, 'moved.dmp');
writeFileSync(dumpFile, fullDump(frames, headerFacts(kernel, { root })));
const identity = kernel.drivers[0]?.pdb ?? { name: '', guid: '', age: 0 };

/** A store that keeps a PDB under the name and the key that the kernel of the dump asks for. */
function storeOf(name: string, content: Partial<PdbContent>): string {
  const { guid, age } = identity;
  const place = path.join(folder, name, identity.name, `${guid}${age}`);
  mkdirSync(place, { recursive: true });
  const pdb = writePdb({
    guid,
    age,
    sections: [{ name: '.text', rva: 0x1000, size: 0x1000 }],
    publics: [],
    types: kernelTypeRecords(MOVED),
    ...content,
  });
  writeFileSync(path.join(place, identity.name), pdb);
  return `srv*${path.join(folder, name)}`;
}
const right = storeOf('right', {});
const other = storeOf('other', { guid: 'FFEEDDCCBBAA99887766554433221100' });
const withoutFiles = storeOf('without-files', {
  types: kernelTypeRecords(MOVED).filter(({ name }) => name !== '_FILE_OBJECT'),
});
const untyped = storeOf('untyped', { types: [] });

const truths = kernel.processes.flatMap(({ threads }) => threads);
const idsOf = (threads: readonly DumpThread[]) =>
  threads.map(({ threadId }) => threadId).filter((id) => id !== undefined);

/** Warnings about the types; that the lists of this dump cannot be followed by rules is another one. */
const typeWarnings = ({ messages }: CliResult) =>
  messages.flatMap((each) =>
    each.kind === 'warning' && each.message.includes('by types') ? [each.message] : [],
  );

describe('ktriage dump-threads on a dump of a build that no rule fits', () => {
  it('ktriage dump-threads on a dump of a build that no rule fits obeys the types of the PDB that the kernel of the dump names', async () => {
    const result = await runCli(['dump-threads', '--symbol-path', right, dumpFile]);
    expect(contractViolations(result.messages)).toEqual([]);
    const threads = result.records<DumpThread>('DumpThread');
    expect(idsOf(threads).sort()).toEqual(truths.map(({ threadId }) => threadId).sort());
    for (const thread of threads) {
      const truth = truths.find(({ threadId }) => threadId === thread.threadId);
      expect(BigInt(thread.startAddress ?? 0)).toBe(truth?.startAddress);
      expect(thread).toMatchObject({ priority: truth?.priority, layoutSource: 'Types' });
    }
    expect(result.exitCode).toBe(0);
  });

  it('ktriage dump-threads on a dump of a build that no rule fits refuses the PDB of another build, reports it, and goes on by rules', async () => {
    const result = await runCli(['dump-threads', '--symbol-path', other, dumpFile]);
    const threads = result.records<DumpThread>('DumpThread');
    expect(idsOf(threads)).toEqual([]);
    for (const { layoutSource } of threads) expect(layoutSource).toBe('Rule');
    expect(typeWarnings(result)).toEqual([
      expect.stringMatching(
        /found by rules, not by types: .* was not found: looked in .*but the image was linked with/,
      ),
    ]);
  });

  it('ktriage dump-threads on a dump of a build that no rule fits warns that no PDB was found where a path was given, and not where none was', async () => {
    const empty = await runCli(['dump-threads', '--symbol-path', folder, dumpFile]);
    expect(typeWarnings(empty)).toHaveLength(1);
    const none = await runCli(['dump-threads', dumpFile]);
    expect(typeWarnings(none)).toEqual([]);
  });

  it('ktriage dump-threads on a dump of a build that no rule fits takes a PDB without types for what it is', async () => {
    const result = await runCli(['dump-threads', '--symbol-path', untyped, dumpFile]);
    for (const { layoutSource } of result.records<DumpThread>('DumpThread'))
      expect(layoutSource).toBe('Rule');
  });
});

describe('ktriage dump and dump-processes', () => {
  it('ktriage dump and dump-processes name the source of every offset', async () => {
    const [dump] = (await runCli(['dump', '--symbol-path', right, dumpFile])).records<Dump>('Dump');
    const sourceOf = (structure: string, member: string) =>
      dump?.layouts?.find((field) => field.structure === structure && field.member === member);
    expect(sourceOf('_KTHREAD', 'State')).toMatchObject({
      offset: MOVED.thread.state,
      layoutSource: 'DebuggerData',
    });
    expect(sourceOf('_ETHREAD', 'Cid')).toMatchObject({ offset: MOVED.thread.cid, layoutSource: 'Types' });
    expect(sourceOf('_EPROCESS', 'ImageFileName')).toMatchObject({
      offset: MOVED.process.name,
      layoutSource: 'Types',
    });
    const [plain] = (await runCli(['dump', dumpFile])).records<Dump>('Dump');
    expect(plain?.layouts?.filter(({ layoutSource }) => layoutSource === 'Types')).toEqual([]);
  });

  it('ktriage dump and dump-processes find the processes by the types', async () => {
    const result = await runCli(['dump-processes', '--symbol-path', right, dumpFile]);
    expect(contractViolations(result.messages)).toEqual([]);
    const processes = result.records<DumpProcess>('DumpProcess');
    for (const { processId, name } of kernel.processes)
      expect(processes).toContainEqual(expect.objectContaining({ processId, name, layoutSource: 'Types' }));
  });
});

describe('ktriage io', () => {
  it('ktriage io names the types as the source of the offsets of requests, and the rule where the types have no file objects', async () => {
    const sourcesOf = async (store: string) => {
      const requests = (await runCli(['io', '--symbol-path', store, dumpFile])).records<PendingIo>(
        'PendingIo',
      );
      return [...new Set(requests.map(({ layoutSource }) => layoutSource))];
    };
    expect(await sourcesOf(right)).toEqual(['Types']);
    expect(await sourcesOf(withoutFiles)).toEqual(['Rule']);
  });
});
