import { describe, expect, it } from 'vitest';
import type { KernelFacts, PendingRequest } from '../../src/explain/model.ts';
import { joinRelative, networkName, pipeName } from '../../src/explain/requests/file-name.ts';
import { deviceOf, fileObject, irpOf, mention } from './scenes.ts';
import { frame, NT, REASON, World } from './world.ts';

const requestAt = ({ requests }: KernelFacts, address: bigint): PendingRequest | undefined =>
  requests.find((request) => request.address === address);

describe('a pending request', () => {
  it('a pending request is shown with its whole stack of drivers and the driver that has it', () => {
    const world = new World();
    const thread = world.thread();
    const upper = deviceOf(world, '\\FileSystem\\Ntfs');
    const irp = irpOf(world, thread, {
      stackCount: 3,
      current: 2,
      device: deviceOf(world, '\\Driver\\disk'),
      major: 4,
    });
    const first = irp + 0xd0n + 0x48n * 2n;
    world.u8(first, 4);
    world.u64(first + 0x28n, upper);
    world.u64(irp + 0xd0n + 0x48n + 0x38n, NT + 0x1234n);
    mention(world, thread, irp);
    expect(requestAt(world.facts(), irp)).toMatchObject({
      majorFunction: 'IRP_MJ_WRITE',
      locations: [
        { number: 3, isCurrent: false, driver: { name: '\\FileSystem\\Ntfs' } },
        {
          number: 2,
          isCurrent: true,
          driver: { name: '\\Driver\\disk' },
          completionRoutineName: 'nt+0x1234',
        },
      ],
      holder: { driver: { name: '\\Driver\\disk' }, markedPending: true },
      foundBy: ['StackMention'],
    });
  });

  it('a pending request that the driver has not marked pending is reported as such', () => {
    const world = new World();
    const thread = world.thread();
    const irp = irpOf(world, thread, { control: 0 });
    mention(world, thread, irp);
    expect(requestAt(world.facts(), irp)?.holder?.markedPending).toBe(false);
  });

  it('a pending request of a driver whose name is not stored has the file of its image, as a derived name', () => {
    const world = new World();
    const thread = world.thread();
    const irp = irpOf(world, thread, { device: deviceOf(world, undefined) });
    mention(world, thread, irp);
    expect(requestAt(world.facts(), irp)?.holder).toMatchObject({
      driver: { name: 'x.sys', evidence: { class: 'Derived' } },
      evidence: { class: 'Derived' },
    });
  });

  it.each([
    ['completed', { current: 3, stackCount: 2 }],
    ['never sent', { current: 0, stackCount: 2 }],
  ])('a pending request that was %s is not reported', (_, fields) => {
    const world = new World();
    const thread = world.thread();
    mention(world, thread, irpOf(world, thread, fields));
    expect(world.facts().requests).toEqual([]);
  });

  it('a pending request of another thread names that thread and the one that led to it', () => {
    const world = new World();
    const victim = world.thread({ threadId: 1 });
    const worker = world.thread({ threadId: 2, state: 2 });
    const irp = irpOf(world, victim);
    mention(world, worker, irp);
    expect(requestAt(world.facts(), irp)).toMatchObject({
      thread: { threadId: 1 },
      foundThrough: { threadId: 2 },
    });
  });

  it('a pending request is found through the file object that the stack mentions', () => {
    const world = new World();
    const thread = world.thread();
    const file = fileObject(world, '\\a');
    const irp = irpOf(world, thread, { file, listed: file + 0xc0n });
    mention(world, thread, file);
    expect(requestAt(world.facts(), irp)?.foundBy).toEqual(['FileIrpList']);
  });

  it('a pending request is found by TopLevelIrp, unless that holds a marker', () => {
    const world = new World();
    const thread = world.thread();
    const irp = irpOf(world, thread);
    world.u64(thread.address + 0x4c0n, irp);
    expect(requestAt(world.facts(), irp)?.foundBy).toEqual(['TopLevelIrp']);
    world.u64(thread.address + 0x4c0n, 4n);
    expect(world.facts().requests).toEqual([]);
  });

  it('a pending request is found by a register that the walk recovered', () => {
    const world = new World();
    const thread = world.thread();
    const irp = irpOf(world, thread);
    const frames = new Map([[thread.address, [frame('IofCallDriver', thread.kernelStack, { rbx: irp })]]]);
    expect(requestAt(world.facts({ frames }), irp)?.foundBy).toEqual(['RegisterMention']);
  });

  it('a pending request that an idle worker left on its stack is not looked for', () => {
    const world = new World();
    const thread = world.thread({ reason: REASON.WrQueue });
    const queue = world.allocate(0x40);
    world.object(queue, 4, 0x10);
    world.wait(thread, [queue], 'dequeue');
    mention(world, thread, irpOf(world, thread));
    expect(world.facts().requests).toEqual([]);
  });

  it('a pending request of which locations are missing is marked as incomplete', () => {
    const world = new World();
    const thread = world.thread();
    const irp = irpOf(world, thread, { stackCount: 3, current: 1 });
    for (let at = irp + 0xd0n + 0x90n; at < irp + 0xd0n + 0xd8n; at += 8n) world.words.delete(at);
    mention(world, thread, irp);
    expect(requestAt(world.facts(), irp)?.incomplete).toBe('1 of its 3 stack locations are not in the dump');
  });
});

describe('the name of a file', () => {
  it.each([
    ['\\server\\share\\a.txt', { text: '\\\\server\\share\\a.txt' }],
    [
      '\\;Z:0000000000027a36\\server\\share\\a.txt',
      { text: '\\\\server\\share\\a.txt', drive: 'Z:', logonSession: '0x27a36' },
    ],
    [
      '\\;LanmanRedirector\\;z:0000000000028ab3\\server\\share\\a.txt',
      { text: '\\\\server\\share\\a.txt', drive: 'Z:', logonSession: '0x28ab3' },
    ],
    ['\\;LanmanRedirector\\server\\share\\a.txt', { text: '\\\\server\\share\\a.txt' }],
    ['\\;LanmanRedirector', { text: '\\\\' }],
  ])('%s of a redirector is normalised', (raw, expected) => {
    expect(networkName(raw)).toEqual(expected);
  });

  it('relative to another file follows its name, and a stream follows without a backslash', () => {
    expect(joinRelative('\\folder\\', 'file')).toBe('\\folder\\file');
    expect(joinRelative('\\folder\\file', ':stream')).toBe('\\folder\\file:stream');
    expect(joinRelative('\\folder', '')).toBe('\\folder');
  });

  it('the name of a file of a pipe is the one that users write', () => {
    expect(pipeName('\\lsass')).toBe('\\\\.\\pipe\\lsass');
  });

  function nameOf(build: (world: World) => bigint) {
    const world = new World();
    const thread = world.thread();
    const file = build(world);
    const irp = irpOf(world, thread, { file });
    mention(world, thread, irp);
    return requestAt(world.facts(), irp)?.file?.name;
  }

  it.each([
    ['\\FileSystem\\Mup', '\\server\\share\\a', 'Network', '\\\\server\\share\\a'],
    ['\\FileSystem\\Npfs', '\\lsass', 'Pipe', '\\\\.\\pipe\\lsass'],
    ['\\FileSystem\\Ntfs', '\\Windows\\a', 'Local', '\\Windows\\a'],
  ])(
    'the name of a file on a device of %s is of the kind that its driver serves',
    (driver, raw, kind, text) => {
      const name = nameOf((world) => fileObject(world, raw, deviceOf(world, driver)));
      expect(name).toMatchObject({ kind, text, raw, evidence: { class: 'Memory' } });
    },
  );

  it('relative to another file object is joined, and derived', () => {
    const name = nameOf((world) => {
      const file = fileObject(world, 'child');
      world.u64(file + 0x40n, fileObject(world, '\\parent'));
      return file;
    });
    expect(name).toMatchObject({ text: '\\parent\\child', evidence: { class: 'Derived' } });
  });

  it('the name of a file of which the end is not stored keeps a mark', () => {
    const name = nameOf((world) => {
      const file = fileObject(world, '\\a-long-name.txt');
      const buffer = world.qword(file + 0x60n);
      world.words.delete(buffer + 16n);
      world.words.delete(buffer + 24n);
      return file;
    });
    expect(name).toMatchObject({ text: '\\a-long-…', isCut: true });
  });

  it('the name of files that are relative to each other ends', () => {
    const name = nameOf((world) => {
      const file = fileObject(world, 'a');
      world.u64(file + 0x40n, file);
      return file;
    });
    expect(name?.text).toMatch(/^…(\\a){1,8}$/);
  });

  it('the name of a file has the label of its volume', () => {
    const name = nameOf((world) => {
      const file = fileObject(world, '\\a');
      const vpb = world.allocate(0x60);
      world.u16(vpb, 10);
      world.u16(vpb + 6n, 8);
      world.text(vpb + 0x20n, 'DATA');
      world.u64(file + 0x10n, vpb);
      return file;
    });
    expect(name?.volumeLabel).toBe('DATA');
  });
});
