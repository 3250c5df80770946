import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/equipment.ts';
import { type RunningWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { type Scenario, threadObject, WORKER_ID, worker } from './scenario.ts';
import { expectAllGivenBack, expectEvidence, type Machine, machineOf, nameAfterNobody } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** What happens to files, folders and the process while threads are captured. */
describeWith(['wine', 'mingw'], 'Faults around a capture', () => {
  beforeAll(ensureStandIn);
  let machine: Machine | undefined;
  afterEach(() => machine?.kernel.remove());
  const given = (scenario: Scenario) => {
    machine = machineOf(scenario);
    return machine;
  };
  const dumps = (here: Machine) => here.files().filter((name) => name.endsWith('.dmp'));
  const started = (here: Machine, extra: object = {}): RunningWindowsProgram =>
    here.start('triage', {
      processIds: [WORKER_ID],
      destination: toWindowsPath(here.destination),
      maxThreadsPerDump: 2,
      cancelOnEndOfInput: true,
      ...extra,
    });
  /** Waits until the kernel is inside of the n-th capture call. */
  const untilCall = async (here: Machine, number: number) => {
    for (let waited = 0; waited < 30_000; waited += 20) {
      if (here.kernel.calls('triage').some((call) => call['number'] === number)) return;
      await delay(20);
    }
    expect.fail(`no call ${number}: ${JSON.stringify(here.kernel.calls())}`);
  };

  it('a disk that fills in the middle of a write gives a typed error and leaves no partial file', async () => {
    const here = given({ settings: { 'disk-full': 300_000 }, processes: [worker(6)] });
    const { errors, exitCode, threads } = await here.triage();
    expect(errors[0]).toMatchObject({ code: 'DiskFull' });
    expect(exitCode).toBe(9);
    expect(threads).toHaveLength(6);
    expect(threads.filter(({ verdict }) => verdict === 'Captured')).toEqual([]);
    expect(here.files()).toEqual([]);
    expectAllGivenBack(here);
  });

  it('a destination that goes away during a call gives a typed error', async () => {
    const here = given({ settings: { 'call-ms': 700 }, processes: [worker(6)] });
    const running = started(here);
    await untilCall(here, 1);
    rmSync(here.destination, { recursive: true });
    const { errors, threads } = await here.answer(running);
    expect(errors[0]).toMatchObject({ code: 'DestinationNotFound' });
    expect(threads).toHaveLength(6);
    expectAllGivenBack(here);
  });

  it.each([
    ['is not there', 'missing', 'DestinationNotFound'],
    ['is a file', 'a-file', 'DestinationNotAFolder'],
  ])('a destination that %s is refused before anything is opened', async (_, name, code) => {
    const here = given({ processes: [worker(2)] });
    writeFileSync(path.join(here.kernel.folder, 'a-file'), '');
    const destination = toWindowsPath(path.join(here.kernel.folder, name));
    const { errors } = await here.triage({ destination });
    expect(errors[0]).toMatchObject({ code });
    expect(here.kernel.calls('NtOpenThread')).toEqual([]);
    expectAllGivenBack(here);
  });

  it('closing standard input stops after the running call and keeps what is complete', async () => {
    const here = given({ settings: { 'call-ms': 400 }, processes: [worker(10)] });
    const running = started(here);
    await untilCall(here, 2);
    running.stdin.end();
    const answer = await here.answer(running);
    expect(answer.exitCode).toBe(5);
    expect(answer.errors).toMatchObject([{ code: 'Cancelled' }]);
    expect(answer.threads).toHaveLength(10);
    const captured = answer.threads.filter(({ verdict }) => verdict === 'Captured');
    expect(captured.length).toBe(2 * dumps(here).length);
    expect(dumps(here).length).toBeGreaterThanOrEqual(2);
    expect(dumps(here).length).toBeLessThan(5);
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  it('a time limit stops after the running call and keeps what is complete', async () => {
    const here = given({ settings: { 'call-ms': 600 }, processes: [worker(10)] });
    const answer = await here.answer(started(here, { timeLimitSeconds: 1 }));
    expect(answer.errors).toMatchObject([{ code: 'TimeLimitReached' }]);
    expect(answer.exitCode).toBe(5);
    expect(dumps(here).length).toBeGreaterThan(0);
    expect(dumps(here).length).toBeLessThan(5);
    expectEvidence(answer);
    expectAllGivenBack(here);
  });

  it('a capture that is killed in a call leaves whole dumps and a journal, by which the set is recognised', async () => {
    const here = given({ settings: { 'call-ms': 500 }, processes: [worker(6)] });
    const running = started(here);
    await untilCall(here, 2);
    running.kill();
    await running.finished;
    const [dump = '', journal] = here.files();
    expect(here.files()).toEqual([dump, expect.stringMatching(/\.ktriage\.journal$/)]);
    expect(dumps(here)).toEqual([dump]);
    const read = await here.run('dump', { paths: [toWindowsPath(path.join(here.destination, dump))] });
    const warnings = read.messages.flatMap((message) =>
      message.kind === 'warning' ? [message.message] : [],
    );
    expect(warnings).toEqual([expect.stringContaining(`2 of 6 threads are known, from ${journal}`)]);
    const [record] = read.messages.flatMap((message) => (message.kind === 'record' ? [message.value] : []));
    // What the capture hides of a thread's state comes from the journal.
    expect(record).toMatchObject({ hasManifest: true });
    // The next capture of the folder leaves what is known alone.
    const { exitCode } = await here.triage();
    expect(exitCode).toBe(0);
    expect(here.files()).toContain(journal);
  });

  it('a capture that is killed in a write leaves a temporary file, which the next run sweeps', async () => {
    const here = given({ settings: { 'write-ms': 800 }, processes: [worker(2)] });
    const running = started(here);
    for (let waited = 0; here.files().length === 0 && waited < 30_000; waited += 20) await delay(20);
    running.kill();
    await running.finished;
    expect(here.files()).toEqual([expect.stringMatching(/\.partial$/)]);
    nameAfterNobody(here);
    const { exitCode } = await here.triage();
    expect(exitCode).toBe(0);
    expect(here.files().filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(dumps(here)).toHaveLength(1);
  });

  it('two captures at once into one folder do not touch each other', async () => {
    const here = given({ settings: { 'call-ms': 200 }, processes: [worker(8)] });
    const running = [started(here), started(here)];
    const answers = await Promise.all(running.map((one) => here.answer(one)));
    const named = answers.flatMap((answer) => answer.dumps.map((dump) => path.win32.basename(dump.path)));
    expect(new Set(named).size).toBe(named.length);
    expect(named.sort()).toEqual(dumps(here));
    for (const answer of answers) {
      expectEvidence(answer);
      expect(answer.threads).toHaveLength(8);
    }
    expect(here.files().filter((name) => name.endsWith('.partial'))).toEqual([]);
    expectAllGivenBack(here);
  });

  it('on a volume with named streams the manifest goes into one, and elsewhere nothing is tried', async () => {
    const streams = (here: Machine) =>
      here.kernel
        .calls('NtCreateFile')
        .map(({ file }) => String(file))
        .filter((file) => /\.dmp:[^\\]+$/.test(file));
    const without = given({ processes: [worker(2)] });
    expect((await without.triage()).errors).toEqual([]);
    expect(streams(without)).toEqual([]);
    without.kernel.remove();
    const having = given({ settings: { 'named-streams': 1 }, processes: [worker(2)] });
    expect((await having.triage()).errors).toEqual([]);
    expect(streams(having)).toHaveLength(1);
    expectAllGivenBack(having);
  });

  it('a capture writes the debugger commands of each dump beside it', async () => {
    const here = given({ processes: [worker(3)] });
    const { errors } = await here.triage({ debuggerCommands: true });
    expect(errors).toEqual([]);
    const name = here.files().find((file) => file.endsWith('.txt')) ?? '';
    const text = readFileSync(path.join(here.destination, name), 'utf8').replaceAll('`', '');
    for (const ordinal of [0, 1, 2]) {
      expect(text).toMatch(new RegExp(`!thread (0x)?${threadObject(ordinal).toString(16)} 1f`));
    }
    // ETHREAD's owner of this build, from the dump's own debugger data.
    expect(text).toMatch(/- (0x)?220/);
    expectAllGivenBack(here);
  });

  it('an existing file is not overwritten without force', async () => {
    const here = given({ processes: [worker(2)] });
    const request = { name: 'fixed' };
    expect((await here.triage(request)).exitCode).toBe(0);
    const again = await here.triage(request);
    expect(again.errors[0]).toMatchObject({ code: 'FileExists' });
    expect((await here.triage({ ...request, force: true })).exitCode).toBe(0);
    expectAllGivenBack(here);
  });
});
