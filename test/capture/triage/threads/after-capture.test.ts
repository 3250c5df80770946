import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CapturedThread, CaptureManifest } from '../../../../src/contract/generated/types.ts';
import type { Machine } from '../../../../src/machine/port.ts';
import { createSimulatedMachine } from '../../../../src/simulator/simulated-machine.ts';
import { captureFolder, someThreads, W3WP } from '../capturing.ts';

const here = captureFolder();
const { capture, filesHere } = here;

describe('the threads after a capture', () => {
  describe('the look at the threads after a capture', () => {
    /** The purposes for which threads were opened, and how many for each. */
    function watched(stop?: () => void) {
      const opened = { capture: 0, query: 0 };
      const machine = createSimulatedMachine('w3wp-oplock');
      const watching: Machine = {
        ...machine,
        openSession(purpose) {
          const session = machine.openSession(purpose);
          return {
            ...session,
            open(identity) {
              opened[purpose] += 1;
              return session.open(identity);
            },
            async captureTriage(request) {
              const answer = await session.captureTriage(request);
              stop?.();
              return answer;
            },
          };
        },
      };
      return { machine: watching, opened };
    }
    const manifestHere = () =>
      JSON.parse(
        readFileSync(
          path.join(here.folder, filesHere().find((name) => name.endsWith('.json')) ?? ''),
          'utf8',
        ),
      ) as CaptureManifest;

    it('the look at threads after a capture asks for no more rights than a listing: each is opened for the capture once', async () => {
      const { machine, opened } = watched();
      await capture({ threads: someThreads(14) }, { machine });
      expect(opened.capture).toBe(14);
      expect(opened.query).toBeGreaterThan(300);
      expect(manifestHere().otherThreads?.length).toBeGreaterThan(286);
    });

    it('the look at threads after a cancelled capture passes over the threads that were not captured', async () => {
      const controller = new AbortController();
      const { machine, opened } = watched(() => controller.abort());
      const { failures } = await capture(
        { threads: someThreads(42) },
        { machine, signal: controller.signal },
      );
      expect(failures.map(({ code }) => code)).toEqual(['Cancelled']);
      expect(opened).toEqual({ capture: 14, query: 14 });
      const manifest = manifestHere();
      expect(manifest.otherThreads).toEqual([]);
      expect(manifest.threads.filter(({ after }) => after !== undefined)).toHaveLength(14);
    });

    it('the look at threads after a capture counts against its time limit', async () => {
      const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
      const { machine, opened } = watched(pause);
      const { failures } = await capture({ threads: someThreads(42), timeLimitSeconds: 2 }, { machine });
      expect(failures.map(({ code }) => code)).toEqual(['TimeLimitReached']);
      expect(opened).toEqual({ capture: 14, query: 14 });
    });
  });

  describe('the state of captured threads in a manifest', () => {
    async function threadsOfManifest(machine: Machine): Promise<readonly CapturedThread[]> {
      await capture({ threads: someThreads(20), force: true, name: 'set_{batch}' }, { machine });
      const text = readFileSync(path.join(here.folder, 'set_001.ktriage.json'), 'utf8');
      const { threads, afterTime } = JSON.parse(text) as CaptureManifest;
      expect(afterTime).toMatch(/Z$/);
      return threads;
    }

    it('the manifest of a capture records wait, switches, requests and system call before and after it', async () => {
      const machine = createSimulatedMachine('w3wp-oplock');
      const listed = new Map(
        machine
          .processes()
          .flatMap(({ threads }) => threads.map((thread) => [thread.threadId, thread] as const)),
      );
      const session = machine.openSession('query');
      for (const { threadId, after, ...before } of await threadsOfManifest(machine)) {
        const opened = session.open({ processId: W3WP, threadId });
        const { ioPending, lastSystemCall } = 'refused' in opened ? {} : session.details(opened);
        const { contextSwitches = 0, waitTimeMs } = listed.get(threadId) ?? {};
        expect(before).toMatchObject({ contextSwitches, waitTimeMs, ioPending });
        expect(before.lastSystemCall?.number).toBe(lastSystemCall?.number);
        const { waitReason, state } = before;
        // The capture ran in the thread, which then entered its wait again.
        expect(after).toMatchObject({
          contextSwitches: contextSwitches + 2,
          waitTimeMs: 0,
          ioPending,
          state,
        });
        expect(after?.waitReason).toBe(waitReason);
        expect(after?.lastSystemCall).toEqual(before.lastSystemCall);
      }
      session.close();
    });

    it('a second capture of threads that do not run begins where the manifest of the first ends', async () => {
      const machine = createSimulatedMachine('w3wp-oplock');
      const first = await threadsOfManifest(machine);
      const second = await threadsOfManifest(machine);
      expect(second.map(({ contextSwitches }) => contextSwitches)).toEqual(
        first.map(({ after }) => after?.contextSwitches),
      );
    });

    it('the manifest of a capture gives no later state for a thread that has exited, or whose id was reused', async () => {
      const [gone, reused, stays] = someThreads(20).map(({ threadId }) => threadId);
      const machine = createSimulatedMachine('w3wp-oplock');
      let looks = 0;
      const changing: Machine = {
        ...machine,
        processes: () => {
          looks += 1;
          if (looks === 1) return machine.processes();
          return machine.processes().map((process) => ({
            ...process,
            threads: process.threads
              .filter(({ threadId }) => threadId !== gone)
              .map((each) =>
                each.threadId === reused ? { ...each, createTime: each.createTime + 1n } : each,
              ),
          }));
        },
      };
      const threads = await threadsOfManifest(changing);
      const later = new Map(threads.map(({ threadId, after }) => [threadId, after]));
      expect([gone, reused].map((id) => later.get(id ?? 0))).toEqual([undefined, undefined]);
      expect(later.get(stays ?? 0)).toMatchObject({ state: 'Wait', contextSwitches: expect.any(Number) });
    });
  });
});
