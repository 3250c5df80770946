import { asFailure, type Failure } from '../contract/failure.ts';
import { ANSWER_NAME, answerText, writeSetText } from './answer-files.ts';
import { refusalOf } from './capture-policy.ts';
import { type CapturedSet, captureSet, isBusy } from './capture-set.ts';
import type { WatchContext } from './effects.ts';
import type { EventWriter } from './event-writer.ts';
import type { Happening } from './happening.ts';
import type { WatchPlan } from './plan.ts';
import { writeReport } from './report-file.ts';
import { keyOf, nameOf, type ProcessKey } from './targets.ts';
import type { ConditionAlarm, LookOutcome, Watcher } from './watcher.ts';

/** Acts on alarms within the limits of the watch: each process once while something holds in it. */
export interface Capturer {
  act(outcome: LookOutcome, watcher: Watcher): Promise<void>;
  /** A limit that passes prevents a capture of something that holds now. */
  readonly isWaiting: boolean;
}

/** What has been done for a process in which something holds. */
interface Handling {
  isDone: boolean;
  isWaiting: boolean;
  readonly said: Set<string>;
}

const about = ({ process, condition }: ConditionAlarm) => ({
  condition,
  processId: process.processId,
  processName: process.name,
  processCreateTimeRaw: process.createTime.toString(),
});

const trouble = (failure: Failure) => ({ code: failure.code, advice: failure.advice });

export function newCapturer(
  capture: NonNullable<WatchPlan['capture']>,
  context: WatchContext,
  writer: EventWriter,
): Capturer {
  const { machine, files, clock } = context;
  const { set: options, limits } = capture;
  let taken = 0;
  let lastMs: number | undefined;
  /** What has been captured or refused for the processes in which something holds now. */
  let known = new Map<ProcessKey, Handling>();

  async function report(alarm: ConditionAlarm, set: CapturedSet): Promise<void> {
    const { folder, dumps, chains, capturedCount, blockerCount, failure } = set;
    const [chain] = chains;
    const raised: Happening = {
      event: 'Raised',
      message: `${nameOf(alarm.process)}: ${alarm.finding.sentence}.`,
      condition: alarm.condition,
    };
    let answerPath: string | undefined;
    let problem = failure ?? set.answerFailure;
    try {
      const time = new Date(clock.wallMs()).toISOString();
      answerPath = writeSetText(files, set, ANSWER_NAME, answerText(set, raised, time));
    } catch (thrown) {
      problem ??= asFailure(thrown);
    }
    let reportPath: string | undefined;
    try {
      const reading = { files, signal: context.signal, machine: () => Promise.resolve(machine) };
      reportPath = await writeReport(set, options.symbolPath, reading);
    } catch (thrown) {
      problem ??= asFailure(thrown);
    }
    const part =
      failure !== undefined
        ? ` The set is not whole: ${failure.message}`
        : problem === undefined
          ? ''
          : ` The answer beside it is not whole: ${problem.message}`;
    const cause = chain === undefined ? '' : ` ${chain.headline}`;
    await writer.write({
      event: 'Captured',
      message: `${nameOf(alarm.process)}: ${capturedCount} threads captured into ${folder}.${part}${cause}`,
      ...about(alarm),
      folder,
      dumpPaths: dumps.map(({ path }) => path),
      ...(answerPath !== undefined && { answerPath }),
      ...(reportPath !== undefined && { reportPath }),
      ...(chain !== undefined && { headline: chain.headline, evidence: chain.evidence }),
      capturedCount,
      blockerCount,
      ...(problem && trouble(problem)),
    });
  }

  async function take(alarm: ConditionAlarm, watcher: Watcher): Promise<'done' | Failure> {
    try {
      const set = await captureSet(alarm, options, context);
      watcher.captured(alarm.process, set.threadIds);
      for (const folder of set.removedSets) {
        await writer.write({
          event: 'SetRemoved',
          message: `${folder} is removed: the sets of the watch take no more than their budget.`,
          folder,
        });
      }
      if (set.dumps.length === 0 && set.failure !== undefined) return set.failure;
      taken += 1;
      await report(alarm, set);
      return 'done';
    } catch (thrown) {
      return asFailure(thrown);
    } finally {
      lastMs = clock.steadyMs();
    }
  }

  async function actOn(alarm: ConditionAlarm, watcher: Watcher, state: Handling): Promise<void> {
    const say = async (key: string, happening: Happening) => {
      if (state.said.has(key)) return;
      state.said.add(key);
      await writer.write(happening);
    };
    const refusal = refusalOf(limits, {
      taken,
      lastMs,
      nowMs: clock.steadyMs(),
      memory: machine.captureConditions(),
      isBusy: isBusy(options, machine),
    });
    state.isWaiting = refusal?.isPassing === true;
    if (refusal !== undefined) {
      if (!refusal.isPassing) state.isDone = true;
      // After a failure the pause is no news.
      await say(refusal.code ?? 'limit', {
        event: 'CaptureSkipped',
        message: `${nameOf(alarm.process)} is not captured${refusal.isPassing ? ' yet' : ''}. ${refusal.message}`,
        ...about(alarm),
        ...(refusal.code !== undefined && { code: refusal.code }),
      });
      return;
    }
    const result = await take(alarm, watcher);
    if (result === 'done') {
      state.isDone = true;
      return;
    }
    state.said.add('limit');
    await say(result.code, {
      event: 'CaptureFailed',
      message: `${nameOf(alarm.process)} could not be captured: ${result.message}`,
      ...about(alarm),
      ...trouble(result),
    });
  }

  return {
    get isWaiting() {
      return [...known.values()].some(({ isWaiting }) => isWaiting);
    },
    async act({ alarms, raised }, watcher) {
      // What was done is forgotten with the end of the condition, and not in a listing that fell into a moment of progress.
      const now: typeof known = new Map([...known].filter(([key]) => raised.has(key)));
      for (const alarm of alarms) {
        const key = keyOf(alarm.process);
        const state = now.get(key) ?? { isDone: false, isWaiting: false, said: new Set() };
        now.set(key, state);
        if (state.isDone || context.signal.aborted) continue;
        await actOn(alarm, watcher, state);
      }
      known = now;
    },
  };
}
