import { asFailure, Failure } from '../contract/failure.ts';
import type { WatchEventKind, WatchRequest } from '../contract/generated/types.ts';
import type { EventLog, Machine, ProcessSnapshot } from '../machine/port.ts';
import { type Asked, newAsked } from './asked.ts';
import { type Capturer, newCapturer } from './capturer.ts';
import type { WatchContext } from './effects.ts';
import { type EventWriter, eventWriter } from './event-writer.ts';
import { planOf, type WatchPlan } from './plan.ts';
import { newSelection, type Selection } from './select.ts';
import { markWatch, type WatchMark } from './sole-watch.ts';
import { steadinessOf } from './steadiness.ts';
import { newWatcher, type WatchedCondition, type Watcher } from './watcher.ts';

/** Between two looks the machine has at least so much time for others, however long a look takes. */
const SHORTEST_PAUSE_MS = 50;

interface Run {
  readonly plan: WatchPlan;
  readonly context: WatchContext;
  readonly selection: Selection;
  readonly writer: EventWriter;
  readonly watcher: Watcher;
  readonly asked: Asked | undefined;
  readonly capturer: Capturer | undefined;
  readonly mark: WatchMark | undefined;
}

function conditionsOf(plan: WatchPlan, asked: Asked | undefined): WatchedCondition[] {
  return plan.conditions.map((each) =>
    each.asked
      ? { name: 'Asked', holdMs: each.holdMs, create: () => asked?.create(each.count) ?? (() => undefined) }
      : each.condition,
  );
}

function openLog(machine: Machine, request: WatchRequest): EventLog | undefined {
  if (request.eventLog !== true) return undefined;
  if (machine.eventLog !== undefined) return machine.eventLog();
  throw new Failure('EventLogUnavailable', `${machine.name} has no event log.`, { target: machine.name });
}

/** A failure of a look is reported once, until a look has worked again. */
function troubleTeller(writer: EventWriter) {
  const told = new Set<string>();
  return {
    works(event: WatchEventKind): void {
      for (const key of told) if (key.startsWith(`${event} `)) told.delete(key);
    },
    async tell(event: WatchEventKind, failure: Failure): Promise<void> {
      const key = `${event} ${failure.code}`;
      if (told.has(key)) return;
      told.add(key);
      const { code, advice, message } = failure;
      await writer.write({ event, code, advice, message });
    },
  };
}

/** Looks until the watch ends; answers how often it looked. */
async function looking(run: Run): Promise<number> {
  const { plan, context, selection, watcher, writer, asked, capturer, mark } = run;
  const { clock, signal } = context;
  const trouble = troubleTeller(writer);
  const endMs = clock.steadyMs() + plan.durationMs;
  const reading = () => ({ steadyMs: clock.steadyMs(), wallMs: clock.wallMs() });
  let polls = 0;
  let hasRaised = false;

  const list = async (): Promise<readonly ProcessSnapshot[] | undefined> => {
    try {
      const processes = selection.list();
      trouble.works('PollFailed');
      return processes;
    } catch (thrown) {
      await trouble.tell('PollFailed', asFailure(thrown));
      return undefined;
    }
  };
  const askedAbout = async (processes: readonly ProcessSnapshot[]): Promise<void> => {
    if (asked === undefined) return;
    try {
      await asked.ask(processes, polls);
      trouble.works('ConditionFailed');
    } catch (thrown) {
      await trouble.tell('ConditionFailed', asFailure(thrown));
    }
  };

  while (!signal.aborted && clock.steadyMs() < endMs) {
    polls += 1;
    const startMs = clock.steadyMs();
    mark?.touch(startMs);
    const processes = await list();
    if (processes !== undefined) {
      await askedAbout(processes);
      if (signal.aborted) break;
      const outcome = watcher.look(processes, startMs);
      for (const happening of outcome.happenings) await writer.write(happening);
      await capturer?.act(outcome, watcher);
      hasRaised ||= outcome.alarms.some(({ isNew }) => isNew);
      // A capture that a limit prevents comes when the limit has passed, or what it is for has ended.
      if (plan.once && hasRaised && capturer?.isWaiting !== true) break;
      if (selection.endsWithProcesses && processes.length === 0) break;
    }
    const before = reading();
    const pauseMs = Math.max(plan.intervalMs - (before.steadyMs - startMs), SHORTEST_PAUSE_MS);
    await clock.wait(Math.min(pauseMs, Math.max(0, endMs - before.steadyMs)), signal);
    const after = reading();
    const { happenings, isGap } = steadinessOf(before, after, pauseMs);
    if (isGap) watcher.gap(after.steadyMs);
    for (const happening of happenings) await writer.write(happening);
  }
  return polls;
}

/**
 * Watches processes until it is cancelled, its time is over, or, with `once`, a condition has come. What goes wrong on the way is an event; the watch
 * goes on.
 * @throws Failure for what keeps the watch from beginning: InvalidRequest, ProcessNotFound, NotElevated, PrivilegeNotHeld,
 * WatchRunning, EventLogUnavailable, DestinationNotFound, DestinationNotAFolder, DestinationNotWritable
 */
export async function runWatch(request: WatchRequest, context: WatchContext): Promise<void> {
  const { machine, files, clock } = context;
  const plan = planOf(request);
  const selection = newSelection(machine, request);
  const { wanted } = selection;
  let mark: WatchMark | undefined;
  let writer: EventWriter | undefined;
  try {
    if (plan.capture !== undefined) {
      const { destination } = plan.capture.set;
      files.requireFolder(destination);
      // The rights that a capture needs are missing now rather than at night.
      machine.openSession('capture').close();
      mark = markWatch(files, destination, plan.watch, clock.wallMs());
    }
    writer = eventWriter(context, {
      watch: plan.watch,
      eventFile: request.eventFile,
      eventLog: openLog(machine, request),
      face: request.adviceFor ?? 'executable',
    });
    const asks = plan.conditions.some((each) => each.asked);
    const asked = asks ? newAsked(context) : undefined;
    const names = plan.conditions.map((each) => (each.asked ? 'Asked' : each.condition.name)).join(', ');
    await writer.write({
      event: 'Started',
      message: `The watch '${plan.watch}' looks for ${names} in ${wanted ?? 'every process'}, every ${plan.intervalMs} ms.`,
    });
    const polls = await looking({
      plan,
      context,
      selection,
      writer,
      watcher: newWatcher(conditionsOf(plan, asked), wanted),
      asked,
      capturer: plan.capture && newCapturer(plan.capture, context, writer),
      mark,
    });
    await writer.write({
      event: 'Stopped',
      message: `The watch '${plan.watch}' has ended after ${polls} ${polls === 1 ? 'look' : 'looks'}.`,
      polls,
    });
  } finally {
    writer?.close();
    mark?.remove();
  }
}
