import { appendFileSync, renameSync, statSync } from 'node:fs';
import { type Face, inHandOf, inWordsOf } from '../contract/face.ts';
import { asFailure, type Failure } from '../contract/failure.ts';
import type { WatchEvent } from '../contract/generated/types.ts';
import { harmless } from '../contract/harmless.ts';
import { fileFailure } from '../files/file-failure.ts';
import type { EventLog } from '../machine/port.ts';
import type { WatchContext } from './effects.ts';
import { type Happening, WATCH_EVENTS } from './happening.ts';

/** The event file at its largest; then it becomes `.old`, so that both together stay under twice as much. */
const LARGEST_FILE = 4 * 2 ** 20;
/** ReportEvent takes 31,839 characters in one string. */
const LONGEST_TEXT = 31_000;

export interface EventWriterOptions {
  readonly watch: string;
  readonly eventFile: string | undefined;
  readonly eventLog: EventLog | undefined;
  /** Whose options and commands the advice of an event names. */
  readonly face: Face;
}

export interface EventWriter {
  write(happening: Happening): Promise<void>;
  close(): void;
}

/** One way out besides the records. A failure is reported once, and again after a success in between. */
interface Channel {
  readonly name: string;
  write(event: WatchEvent): void;
  hasFailed: boolean;
}

function appendTo(file: string, event: WatchEvent): void {
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_FILE)
      renameSync(file, `${file}.old`);
    appendFileSync(file, `${JSON.stringify(event)}\n`, { mode: 0o600 });
  } catch (thrown) {
    throw fileFailure(thrown, file, 'appended to');
  }
}

/** What the event log shows: the sentence, and what leads on from it. */
export function logText(event: WatchEvent): string {
  const facts = [
    `Watch: ${event.watch}`,
    event.condition && `Condition: ${event.condition}`,
    event.headline && `Cause: ${event.headline}`,
    event.folder && `Folder: ${event.folder}`,
    event.answerPath && `Answer: ${event.answerPath}`,
    event.code && `Code: ${event.code}`,
    event.advice && `Advice: ${event.advice}`,
  ].filter((line) => line !== undefined && line !== '');
  return [event.message, '', ...facts]
    .map((line) => harmless(`${line}`))
    .join('\r\n')
    .slice(0, LONGEST_TEXT);
}

/** Writes the events of a watch as records, and to the file and the log that it was given. */
export function eventWriter(context: WatchContext, options: EventWriterOptions): EventWriter {
  const { machine, output, clock } = context;
  const { computerName } = machine.facts();
  const { eventFile, eventLog, face } = options;
  const channels: Channel[] = [
    ...(eventFile === undefined
      ? []
      : [{ name: eventFile, hasFailed: false, write: (event: WatchEvent) => appendTo(eventFile, event) }]),
    ...(eventLog === undefined
      ? []
      : [
          {
            name: 'the event log',
            hasFailed: false,
            write: (event: WatchEvent) =>
              eventLog.write({ id: event.eventId, level: event.level, text: logText(event) }),
          },
        ]),
  ];

  const eventOf = ({ event, advice, ...rest }: Happening): WatchEvent => ({
    machine: machine.name,
    simulated: machine.simulated,
    computerName,
    watch: options.watch,
    event,
    eventId: WATCH_EVENTS[event].id,
    level: WATCH_EVENTS[event].level,
    time: new Date(clock.wallMs()).toISOString(),
    ...rest,
    ...(advice !== undefined && { advice: inWordsOf(face, inHandOf('watch', advice)) }),
  });

  async function write(happening: Happening): Promise<void> {
    const event = eventOf(happening);
    const failures: { readonly channel: Channel; readonly failure: Failure }[] = [];
    for (const channel of channels) {
      try {
        channel.write(event);
        channel.hasFailed = false;
      } catch (thrown) {
        if (!channel.hasFailed) failures.push({ channel, failure: asFailure(thrown) });
        channel.hasFailed = true;
      }
    }
    await output.record('WatchEvent', event);
    for (const { channel, failure } of failures) {
      await output.record(
        'WatchEvent',
        eventOf({
          event: 'OutputFailed',
          code: failure.code,
          advice: failure.advice,
          message: `Events do not reach ${channel.name}: ${failure.message}`,
        }),
      );
    }
  }

  return { write, close: () => eventLog?.close() };
}
