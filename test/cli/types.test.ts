import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DumpThread, KernelType } from '../../src/contract/generated/types.ts';
import { X64_19041 } from '../../src/simulator/synth/builds.ts';
import { writePdb } from '../../src/simulator/synth/images/pdb-writer.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { fixtureCatalog } from '../synth/catalog.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const typesOf = (result: CliResult) => result.records<KernelType>('KernelType');
const errorsOf = ({ messages }: CliResult) =>
  messages.flatMap((each) => (each.kind === 'error' ? [`${each.code} ${each.message}`] : []));
const member = (type: KernelType | undefined, name: string) =>
  type?.members?.find((each) => each.name === name);

describe('ktriage types on a dump of the simulated machine', () => {
  const dump = path.join(folder, 'w3wp.dmp');
  let thread: DumpThread | undefined;
  beforeAll(async () => {
    const machine = ['--machine', 'simulated:w3wp-oplock'];
    await runCli(['triage', '--thread', '4872:10276', '--destination', folder, '--name', 'w3wp', ...machine]);
    [thread] = (await runCli(['dump-threads', dump])).records<DumpThread>('DumpThread');
  });

  it('ktriage types on a dump of the simulated machine gives the members of a type with offsets and types', async () => {
    const result = await runCli(['types', '--name', 'nt!_KTHREAD', dump]);
    expect(contractViolations(result.messages)).toEqual([]);
    const [type] = typesOf(result);
    expect(type).toMatchObject({
      name: 'nt!_KTHREAD',
      kind: 'Structure',
      simulated: true,
      pdb: { name: 'ntkrnlmp.pdb' },
    });
    expect(member(type, 'State')).toEqual({
      name: 'State',
      level: 0,
      offset: X64_19041.thread.state,
      type: 'UChar',
      size: 1,
      shown: 'UChar',
    });
    expect(member(type, 'WaitBlock')).toMatchObject({ type: '[4] _KWAIT_BLOCK', size: 0xc0 });
    expect(member(type, 'SharedReadyQueue')).toMatchObject({
      type: 'Pos 31, 1 Bit',
      bitPosition: 31,
      bitLength: 1,
    });
    expect(type?.members?.every(({ level, value }) => level === 0 && value === undefined)).toBe(true);
    expect(result.exitCode).toBe(0);
  });

  it('ktriage types on a dump of the simulated machine gives the values at an address as the readers of threads find them', async () => {
    const address = thread?.address ?? '';
    const result = await runCli(['types', '--name', '_ETHREAD', '--address', address, '--depth', '3', dump]);
    expect(contractViolations(result.messages)).toEqual([]);
    const [type] = typesOf(result);
    expect(type).toMatchObject({ address, storedBytes: type?.size });
    expect(member(type, 'Tcb.StackBase')?.value).toBe(thread?.stackBase);
    expect(member(type, 'Tcb.Process')?.value).toBe(thread?.processAddress);
    expect(Number(member(type, 'Cid.UniqueThread')?.value)).toBe(thread?.threadId);
    expect(Number(member(type, 'Tcb.BasePriority')?.value)).toBe(thread?.basePriority);
    expect(member(type, 'Tcb.WaitBlock[2].Thread')).toMatchObject({ level: 2, value: address });
    expect(member(type, 'Tcb.Header.WaitListHead')?.text).toMatch(/^\[ 0x[0-9a-f]{16} - 0x[0-9a-f]{16} \]$/);
  });

  it('ktriage types on a dump of the simulated machine opens structures as deep as asked', async () => {
    const levels = async (depth: number) => {
      const [type] = typesOf(
        await runCli(['types', '--name', 'nt!_ETHREAD', '--depth', String(depth), dump]),
      );
      return Math.max(...(type?.members ?? []).map(({ level }) => level));
    };
    expect([await levels(1), await levels(2), await levels(3)]).toEqual([0, 1, 2]);
  });

  it('ktriage types on a dump of the simulated machine lists the names that a pattern matches, without members', async () => {
    const types = typesOf(await runCli(['types', '--name', 'nt!_k*', dump]));
    expect(types.map(({ typeName }) => typeName)).toEqual([
      '_KAPC_STATE',
      '_KPRCB',
      '_KPROCESS',
      '_KTHREAD',
      '_KWAIT_BLOCK',
    ]);
    expect(types.every(({ members }) => members === undefined)).toBe(true);
  });

  it('ktriage types on a dump of the simulated machine keeps to the members that a pattern matches, and to the only type of another letter case', async () => {
    const [type] = typesOf(await runCli(['types', '--name', 'NT!_kthread', '--member', 'wait*', dump]));
    expect(type?.members?.map(({ name }) => name)).toEqual([
      'WaitBlockList',
      'WaitBlock',
      'WaitMode',
      'WaitTime',
      'WaitReason',
    ]);
  });

  it('ktriage types on a dump of the simulated machine reports what is not there, names what is near, and answers the other questions', async () => {
    const result = await runCli(['types', '--name', 'KTHREAD,nope!_X,nt!_NO*,_KPRCB', dump]);
    expect(errorsOf(result)).toEqual([
      expect.stringMatching(/^TypeNotFound .*does not define it; it has nt!_KTHREAD/),
      expect.stringMatching(/^TypeNotFound .*the dump has no image nope/),
      expect.stringMatching(/^TypeNotFound .*has no such name/),
    ]);
    expect(typesOf(result).map(({ name }) => name)).toEqual(['nt!_KPRCB']);
    expect(result.exitCode).toBe(4);
  });

  it('ktriage types on a dump of the simulated machine warns that the dump holds a part of an object, and gives no value for the rest', async () => {
    const inside = BigInt(thread?.address ?? 0) + 0x800n;
    const result = await runCli(['types', '--name', 'nt!_ETHREAD', '--address', inside.toString(16), dump]);
    const [type] = typesOf(result);
    expect(type?.storedBytes).toBeLessThan(type?.size ?? 0);
    expect(member(type, 'Win32StartAddress')?.value).toBeUndefined();
    expect(result.messages).toContainEqual(
      expect.objectContaining({
        kind: 'warning',
        message: expect.stringMatching(/bytes of nt!_ETHREAD at .* are not in the dump/),
      }),
    );
  });

  it('ktriage types on a dump of the simulated machine refuses what is no address before any dump is read', async () => {
    const result = await runCli([
      'types',
      '--name',
      'nt!_KTHREAD',
      '--address',
      'here',
      path.join(folder, 'none.dmp'),
    ]);
    expect(errorsOf(result)).toEqual([expect.stringMatching(/^InvalidRequest 'here' is no address/)]);
  });

  it('ktriage types on a dump of the simulated machine prints a line a member, as debuggers do', async () => {
    const options = ['--depth', '2', '--member', 'Cid,Tcb', '--format', 'text'];
    const { stdout } = await runCli([
      'types',
      '--name',
      'nt!_ETHREAD',
      '--address',
      thread?.address ?? '',
      ...options,
      dump,
    ]);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(`nt!_ETHREAD  (structure, 0x898 bytes) at ${thread?.address}`);
    expect(lines).toContain('   +0x000 Tcb                      : _KTHREAD');
    expect(lines).toContain(`      +0x038 StackBase                : ${thread?.stackBase}`);
    expect(lines).toContain('   +0x478 Cid                      : _CLIENT_ID');
    expect(lines).toContain('      +0x480 UniqueThread             : 0x0000000000002824');
  });
});

describe('ktriage types without types', () => {
  const dump = path.join(folder, 'plain.dmp');
  const fixture = fixtureCatalog().find(({ name }) => name === 'bitmap-live-x64');
  if (fixture === undefined) throw new Error('the catalog has no bitmap-live-x64');
  writeFileSync(dump, fixture.bytes);

  it('ktriage types without types reports where the PDB was looked for', async () => {
    const result = await runCli(['types', '--name', 'nt!_KTHREAD', '--symbol-path', folder, dump]);
    expect(errorsOf(result)).toEqual([
      expect.stringMatching(/^TypeNotFound .*the PDB of nt was not found: looked in /),
    ]);
    expect(result.exitCode).not.toBe(0);
  });

  it('ktriage types without types reports a PDB that has none', async () => {
    const identity = fixture.kernel?.drivers[0]?.pdb ?? { name: '', guid: '', age: 0 };
    const place = path.join(folder, 'store', identity.name, `${identity.guid}${identity.age}`);
    mkdirSync(place, { recursive: true });
    const sections = [{ name: '.text', rva: 0x1000, size: 0x1000 }];
    writeFileSync(path.join(place, identity.name), writePdb({ ...identity, sections, publics: [] }));
    const result = await runCli([
      'types',
      '--name',
      '_KTHREAD',
      '--symbol-path',
      path.join(folder, 'store'),
      dump,
    ]);
    expect(errorsOf(result)).toEqual([
      expect.stringMatching(/^TypeNotFound .*the PDB of nt does not define it/),
    ]);
  });
});

describeWith(['shared-data'], 'ktriage types on a real dump', () => {
  const dump = path.join(sharedData, 'triage_x64.dmp');
  const symbols = ['--symbol-path', `srv*${path.join(sharedData, 'symbols')}`];

  it('ktriage types on a real dump gives the values of a lock that another reader decoded by hand', async () => {
    const at = ['--address', 'fffff804`7c644bc0', '--depth', '2'];
    const result = await runCli(['types', '--name', 'amdppm!_ERESOURCE', ...at, ...symbols, dump]);
    expect(contractViolations(result.messages)).toEqual([]);
    const [type] = typesOf(result);
    expect(member(type, 'OwnerEntry.OwnerThread')?.value).toBe('0xffffc08bde9e1640');
    expect(member(type, 'ContentionCount')?.value).toBe('0x1');
    expect(member(type, 'NumberOfExclusiveWaiters')?.value).toBe('0x1');
    expect(member(type, 'Flag')?.value).toBe('0xc86');
    expect(member(type, 'SystemResourcesList')?.text).toBe('[ 0xfffff8047c6455e0 - 0xfffff8047c645240 ]');
  });

  it('ktriage types on a real dump gives the letters of a counted text', async () => {
    const at = ['--address', '0xffffc08be45f6510', '--member', 'FileName,Type'];
    const [type] = typesOf(await runCli(['types', '--name', 'amdppm!_FILE_OBJECT', ...at, ...symbols, dump]));
    expect(member(type, 'FileName')?.text).toBe('"\\$Extend\\$Reparse:$R:$INDEX_ALLOCATION"');
    expect(member(type, 'Type')?.value).toBe('5');
  });

  it('ktriage types on a real dump gives the enumerators of an enumeration', async () => {
    const [type] = typesOf(await runCli(['types', '--name', 'amdppm!_POOL_TYPE', ...symbols, dump]));
    expect(type).toMatchObject({ kind: 'Enum', size: 4 });
    expect(type?.enumerators).toContainEqual({ name: 'NonPagedPoolNx', value: '512' });
  });
});
