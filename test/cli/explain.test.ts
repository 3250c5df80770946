import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KernelLock, KernelStack, KernelWait, PendingIo } from '../../src/contract/generated/types.ts';
import { SCENES, serverStory } from '../explain/scenes.ts';
import type { World } from '../explain/world.ts';
import { worldDump } from '../explain/world-dump.ts';
import { contractViolations } from '../support/contract.ts';
import { describeWith, sharedData } from '../support/equipment.ts';
import { runCli } from '../support/run-cli.ts';
import { fixtureCatalog } from '../synth/catalog.ts';

/** The three verbs that explain, over files, through the contract as the module reads them. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ktriage-explain-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function dumpOf(name: string, world: World): string {
  const file = path.join(folder, `${name}.dmp`);
  writeFileSync(file, worldDump(world));
  return file;
}

describe('ktriage waits, locks and io', () => {
  it('ktriage waits, locks and io show threads behind one lock whose owner waits for a file server', async () => {
    const file = dumpOf('story', serverStory());
    const waits = (await runCli(['waits', file])).records<KernelWait>('KernelWait');
    expect(waits.filter(({ waitReason }) => waitReason === 'WrResource')).toMatchObject(
      [1004, 1008, 1012].map((threadId) => ({
        threadId,
        waitingFor: 'resource main resource of \\\\fileserver\\www\\a.aspx, exclusively',
        heldBy: ['thread 1000'],
        evidence: 'Memory',
        heldByEvidence: 'Memory',
      })),
    );
    expect(waits.find(({ threadId }) => threadId === 1000)).toMatchObject({
      waitingFor: 'IRP_MJ_CREATE of \\\\fileserver\\www\\a.aspx',
      heldBy: ['\\FileSystem\\mrxsmb20'],
      objects: [{ kind: 'RequestEvent' }],
    });
    const [lock] = (await runCli(['locks', '--contended', file])).records<KernelLock>('KernelLock');
    expect(lock).toMatchObject({
      name: 'main resource of \\\\fileserver\\www\\a.aspx',
      nameEvidence: 'Derived',
      waiterCount: 3,
      isContended: true,
      heldBy: ['thread 1000'],
      layoutSource: 'Rule',
    });
    const [request] = (await runCli(['io', file])).records<PendingIo>('PendingIo');
    expect(request).toMatchObject({
      threadId: 1000,
      majorFunction: 'IRP_MJ_CREATE',
      driver: '\\FileSystem\\mrxsmb20',
      isMarkedPending: true,
      uncPath: '\\\\fileserver\\www\\a.aspx',
      drive: 'Z:',
      logonSession: '0x27a36',
    });
  });

  it.each(['waits', 'locks', 'io'])(
    '%s keeps the contract for every scene and every kind of file',
    async (verb) => {
      const scenes = Object.entries(SCENES).map(([name, build]) => dumpOf(name, build().world));
      const fixtures = fixtureCatalog()
        .filter(({ refusal }) => refusal === undefined)
        .map(({ name, bytes }) => {
          const file = path.join(folder, `fixture-${name}.dmp`);
          writeFileSync(file, bytes);
          return file;
        });
      const { messages } = await runCli([verb, ...scenes, ...fixtures]);
      expect(contractViolations(messages)).toEqual([]);
      expect(
        messages.filter(({ kind }) => kind === 'error').map((message) => 'code' in message && message.code),
      ).not.toContain('Internal');
    },
  );

  it.each(['waits', 'locks', 'io'])('%s as text has no line over 80 characters', async (verb) => {
    const { stdout } = await runCli([verb, '--format', 'text', dumpOf('wide', serverStory())]);
    const table = stdout.split('\n').filter((line) => !line.includes('Dump:'));
    expect(table.length).toBeGreaterThan(3);
    expect(table.filter((line) => line.length > 80)).toEqual([]);
  });

  it('waits leaves idle workers out unless they are asked for', async () => {
    const file = dumpOf('idle', SCENES.completionPort().world);
    expect((await runCli(['waits', file])).records('KernelWait')).toEqual([]);
    const idle = (await runCli(['waits', '--include-idle', file])).records<KernelWait>('KernelWait');
    const { messages } = await runCli(['waits', '--tid', String(idle[0]?.threadId), file]);
    expect(JSON.stringify(messages)).toContain('waits for work as an idle worker: --include-idle shows it.');
    expect(idle).toMatchObject([
      {
        isIdle: true,
        waitingFor: 'work from a completion port',
        objects: [{ queue: { running: 2, maximum: 4 } }],
      },
    ]);
  });

  it('waits keeps the reasons and threads that are asked for', async () => {
    const file = dumpOf('filter', serverStory());
    const ids = async (...options: string[]) =>
      (await runCli(['waits', ...options, file]))
        .records<KernelWait>('KernelWait')
        .map(({ threadId }) => threadId);
    expect(await ids('--reason', 'wrresource')).toEqual([1004, 1008, 1012]);
    expect(await ids('--tid', '1008')).toEqual([1008]);
    const told = await runCli(['waits', '--tid', '1008,7', file]);
    expect(told.exitCode).toBe(4);
    expect(told.messages.filter(({ kind }) => kind === 'error')).toMatchObject([
      { code: 'ThreadNotFound', target: 'thread 7' },
    ]);
  });

  it('locks of chosen threads are those that they own or wait for', async () => {
    const world = serverStory();
    const other = world.thread({ threadId: 2000, processId: 48, state: 2 });
    world.resource(world.allocate(0x68), { owner: other.address, exclusive: true });
    const file = dumpOf('chosen', world);
    const locks = (await runCli(['locks', '--tid', '2000', file])).records<KernelLock>('KernelLock');
    expect(locks).toMatchObject([{ heldBy: ['thread 2000'] }]);
  });

  it('an answer from a triage dump is marked once as possibly short', async () => {
    const files = [dumpOf('first', serverStory()), dumpOf('second', serverStory())];
    const { messages } = await runCli(['locks', ...files]);
    const texts = messages.flatMap((message) => (message.kind === 'warning' ? [message.message] : []));
    expect(texts.filter((text) => text.includes('triage dump holds chosen memory'))).toHaveLength(1);
  });

  it('an answer from whole pages without the list of resources ends as partial', async () => {
    const fixture = fixtureCatalog().find(({ name }) => name === 'bitmap-live-x64');
    const file = path.join(folder, 'pages.dmp');
    writeFileSync(file, fixture?.bytes ?? new Uint8Array());
    const { exitCode, messages } = await runCli(['locks', file]);
    expect(messages).toContainEqual(expect.objectContaining({ kind: 'error', code: 'AnswerIncomplete' }));
    expect(exitCode).not.toBe(0);
  });

  it('ktriage waits, locks and io without a dump or a thread names what is missing', async () => {
    const { exitCode, messages } = await runCli(['io'], '{}\n');
    expect(exitCode).toBe(2);
    expect(messages).toContainEqual(expect.objectContaining({ kind: 'error', code: 'InvalidRequest' }));
  });
});

describeWith(['shared-data'], 'ktriage stacks of a real triage dump', () => {
  it('ktriage stacks of a real triage dump gives registers and mentions when they are asked for, and not else', async () => {
    const file = path.join(sharedData, 'triage_x64.dmp');
    const read = async (...options: string[]) =>
      (await runCli(['stacks', '--tid', '264', ...options, file])).records<KernelStack>('KernelStack')[0];
    const plain = await read();
    expect(plain?.mentions).toBeUndefined();
    expect(plain?.frames.some(({ registers }) => registers !== undefined)).toBe(false);
    const rich = await read('--include-registers', '--include-mentions');
    expect(rich?.frames[0]?.registers?.['rcx']).toBe('0x000000000000007e');
    const irps = rich?.mentions?.filter(({ objectType }) => objectType === 'Irp');
    expect(irps?.map(({ address }) => address)).toEqual(Array(4).fill('0xffffc08be50a72b0'));
  });
});
