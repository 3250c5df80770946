import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Message, WatchEvent } from '../../../src/contract/generated/types.ts';
import { describeWith, repositoryRoot } from '../../support/equipment.ts';
import { runKtriage } from '../../support/ktriage-on-windows.ts';
import { runDriver } from '../../support/windows-node.ts';
import { ensureWine } from '../../support/wine.ts';

const driver = path.join(import.meta.dirname, 'drivers', 'watching.ts');
const EXECUTABLE = path.join(repositoryRoot, 'bin', 'ktriage.exe');

const eventsOf = (stdout: string): WatchEvent[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Message)
    .flatMap((message) =>
      message.kind === 'record' && message.type === 'WatchEvent' ? [message.value as WatchEvent] : [],
    );

/**
 * As far as Wine goes: its service manager answers, and it takes events and keeps none. The event in the log of a real Windows stays unproven here.
 */
describeWith(['wine', 'mingw'], 'what a watch uses of Windows, under Wine', () => {
  beforeAll(ensureWine);

  it('Wine shows the process of a service and the mark of a capture, and takes an event for the log', async () => {
    const seen = await runDriver<Record<string, unknown>>(driver, ['PlugPlay', 'no such service']);
    expect(seen).toMatchObject({
      marks: { before: false, during: true, after: false },
      services: { 'no such service': 'none' },
      nobody: 'none',
      written: 'written',
      writtenAgain: 'written',
      otherThreads: 0,
    });
    expect((seen['services'] as Record<string, string>)['PlugPlay']).toMatch(/\.exe$/i);
    // Wine 8.0 has no command lines (STATUS_INVALID_INFO_CLASS): what a Windows answers stays unproven here.
    expect(seen['own']).toBe('none');
    expect(seen['ownThreads']).toBeGreaterThan(1);
  });

  it('ktriage.exe watches a real process, its own, and raises what holds in it at the first look', async () => {
    const args = [
      'watch',
      'ktriage',
      '--when',
      'Count',
      '--count',
      '2',
      '--for',
      '0',
      '--once',
      '--event-log',
    ];
    const run = await runKtriage(EXECUTABLE, [...args, '--format', 'ndjson']);
    const { status, stdout, stderr } = run;
    expect(status, stderr).toBe(0);
    const events = eventsOf(stdout);
    expect(events.map(({ event }) => event)).toEqual(['Started', 'Raised', 'Stopped']);
    expect(events[1]).toMatchObject({ processName: 'ktriage.exe', condition: 'Count', simulated: false });
    expect(events[2]?.polls).toBe(1);
  });
});
