import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { LiveDump, LiveTraceEvent, Message } from '../../src/contract/generated/types.ts';
import { ARTICLE_EVENTS, ARTICLE_LISTING } from '../capture/live/events/article-trace.ts';
import { describeWith } from '../support/equipment.ts';
import { toWindowsPath } from '../support/wine.ts';
import { recordArticleTrace } from './recorded-events.ts';
import { type Scenario, worker } from './scenario.ts';
import { expectAllGivenBack, type Machine, machineOf } from './shipped.ts';
import { ensureStandIn } from './stand-in.ts';

/** What the shipped executable knows of a live dump while the kernel stand-in takes it: by its events, or by the file. */
describeWith(['wine', 'mingw'], 'ktriage.exe watches a live dump', () => {
  const used: Machine[] = [];
  beforeAll(ensureStandIn);
  afterEach(() => {
    for (const { kernel } of used.splice(0)) kernel.remove();
  });

  const WINDOWS_11: Scenario = { settings: { build: 22631 }, processes: [worker(12)] };

  function machine(scenario: Scenario = WINDOWS_11): Machine {
    const made = machineOf(scenario);
    used.push(made);
    return made;
  }

  const fileOf = ({ destination }: Machine) => path.join(destination, 'live.dmp');
  const request = (made: Machine, more: object = {}) => ({
    path: toWindowsPath(fileOf(made)),
    force: true,
    acl: 'Restricted',
    cancelOnEndOfInput: true,
    ...more,
  });
  const recordsOf = <T>(messages: readonly Message[], type: string): T[] =>
    messages.flatMap((message) =>
      message.kind === 'record' && message.type === type ? [message.value as T] : [],
    );
  const errors = (messages: readonly Message[]) =>
    messages.flatMap((message) => (message.kind === 'error' ? [message.code] : []));

  it('ktriage.exe writes, verifies and names a dump, and knows its phases from the file where no events are', async () => {
    const made = machine();
    const { messages, exitCode } = await made.run('live', request(made, { trace: true }));
    const [dump] = recordsOf<LiveDump>(messages, 'LiveDump');
    expect(errors(messages)).toEqual([]);
    // Wine has no event tracing: it lets a session begin and then refuses its consumer.
    const warnings = messages.flatMap((message) => (message.kind === 'warning' ? [message.message] : []));
    expect(warnings).toEqual([expect.stringMatching(/no trace.*OpenTrace/)]);
    expect(dump).toMatchObject({ verified: true, partial: false, phaseSource: 'FileGrowth', scope: 'Full' });
    expect(exitCode).toBe(0);
    expect(made.files()).toEqual(['live.dmp']);
    expect(dump?.size).toBe(readFileSync(fileOf(made)).length);
    expectAllGivenBack(made);
  });

  it('ktriage.exe prints the published trace from the events that the kernel logs', async () => {
    const made = machine();
    recordArticleTrace(made.kernel.folder);
    const { messages } = await made.run('live', request(made, { trace: true }));
    const events = recordsOf<LiveTraceEvent>(messages, 'LiveTraceEvent');
    expect(events.map(({ text }) => text)).toEqual(
      ARTICLE_LISTING.split('\n').map((line) => line.slice(line.indexOf(' ') + 1)),
    );
    // Every event is as long after the first as in the published trace; the session began a little before it.
    const ticks = ({ relativeTime }: { relativeTime: string }) => BigInt(relativeTime.replace('.', ''));
    const [first] = events;
    const begun = first === undefined ? 0n : ticks(first) - (ARTICLE_EVENTS[0]?.ticks ?? 0n);
    expect(events.map((event) => ticks(event) - begun)).toEqual(ARTICLE_EVENTS.map((event) => event.ticks));
    expect(begun).toBeGreaterThanOrEqual(0n);
    const [dump] = recordsOf<LiveDump>(messages, 'LiveDump');
    expect(dump).toMatchObject({
      phaseSource: 'Events',
      traceEvents: 20,
      lostTraceEvents: 0,
      verified: true,
    });
    expect(dump?.phases).toContainEqual({ phase: 'Writing', durationMs: 34_100.6 });
    const listing = readFileSync(path.join(made.destination, 'live.trace.txt'), 'utf8');
    expect(listing).toBe(events.map((event) => `${event.relativeTime} ${event.text}\n`).join(''));
    const calls = made.kernel.calls().map(({ call }) => call);
    expect(calls.filter((call) => call === 'StartTrace')).toHaveLength(1);
    expect(calls.indexOf('ControlTrace')).toBeLessThan(calls.indexOf('CloseTrace'));
    expect(made.kernel.calls('ProcessTrace')).toMatchObject([{ delivered: 20 }]);
    expectAllGivenBack(made);
  });

  it('ktriage.exe ends the session that a killed run has left', async () => {
    const made = machine();
    recordArticleTrace(made.kernel.folder, 'left-over KernelTriage live dump\n');
    const { messages } = await made.run('live', request(made, { trace: true }));
    expect(made.kernel.calls('StartTrace')).toMatchObject([{ error: 183 }, { error: 0 }]);
    expect(recordsOf<LiveTraceEvent>(messages, 'LiveTraceEvent')).toHaveLength(20);
  });

  it('ktriage.exe stops when standard input is closed, reports what it waits for, and removes the file', async () => {
    const made = machine({
      ...WINDOWS_11,
      settings: { build: 22631, filler: 8192, 'chunk-ms': 150 },
    });
    const running = made.start('live', request(made));
    await running.until((stdout) => stdout.includes('"status":"writing'));
    running.stdin.end();
    const { messages, exitCode } = await made.answer(running);
    expect(errors(messages)).toEqual(['Cancelled']);
    expect(exitCode).toBe(5);
    expect(
      messages.some((message) => message.kind === 'progress' && message.status?.includes('asked to stop')),
    ).toBe(true);
    expect(made.files()).toEqual([]);
    expectAllGivenBack(made);
  });
});
