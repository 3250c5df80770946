import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codePlace } from '../../src/simulator/images/code-place.ts';
import { kernelImages } from '../../src/simulator/images/kernel-images.ts';
import { buildWorld } from '../../src/simulator/population/scenarios.ts';
import { capturedFrames } from '../../src/simulator/world/call-chains.ts';
import { describeWith } from '../support/equipment.ts';
import { compileFilesForWindows } from '../support/mingw.ts';
import { ensureWine, runWindowsProgram, toWindowsPath } from '../support/wine.ts';
import { captureThreads, RawDump } from './capture.ts';

/**
 * The images and stacks of the simulated machine, judged by an unwinder that is not ours: StackWalk64 of Wine's
 * dbghelp must find every return address that the call chains put there.
 */
describeWith(['wine', 'mingw'], 'StackWalk64 over a simulated capture', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ktriage-walk-'));
  let program = '';
  beforeAll(async () => {
    await ensureWine();
    const source = path.join(import.meta.dirname, 'oracle', 'stack-walk.c');
    program = compileFilesForWindows([source], ['-ldbghelp'], 'stack-walk.exe');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const threads =
    buildWorld('w3wp-oplock').processes.find(({ snapshot }) => snapshot.name === 'w3wp.exe')?.threads ?? [];
  /** One thread of every activity. */
  const places = [...new Map(threads.map(({ activity }, place) => [activity.name, place])).values()];

  function images(): string[] {
    return kernelImages().map(({ module, base, file }) => {
      const target = path.join(folder, module.file);
      writeFileSync(target, file);
      return `image ${base.toString(16)} ${toWindowsPath(target)}`;
    });
  }

  /** Start registers: the header's context for the first thread, the switch frame for any other. */
  function startOf(dump: RawDump, thread: bigint): string {
    const object = dump.block(thread)?.offset ?? 0;
    if (object === dump.u32(0x2024)) {
      const [rip, rsp, rbp] = [0xf8, 0x98, 0xa0].map((at) => dump.u64(0x348 + at).toString(16));
      return `walk ${rip} ${rsp} ${rbp}`;
    }
    const kernelStack = dump.u64(object + 0x58);
    const stack = dump.block(dump.u64(object + 0x30));
    const frame = (stack?.offset ?? 0) + Number(kernelStack - (stack?.address ?? 0n));
    const [rbp, rip] = [0x30, 0x38].map((at) => dump.u64(frame + at).toString(16));
    return `walk ${rip} ${(kernelStack + 0x40n).toString(16)} ${rbp}`;
  }

  it('StackWalk64 over a simulated capture finds the call chain of every activity', async () => {
    const { answer, addresses } = await captureThreads('w3wp-oplock', places);
    const dump = new RawDump(answer.bytes);
    const capture = path.join(folder, 'capture.dmp');
    writeFileSync(capture, answer.bytes);
    const blocks = dump
      .blocks()
      .map(
        ({ address, size, offset }) =>
          `block ${[address, size, offset].map((n) => n.toString(16)).join(' ')}`,
      );
    const walks = addresses.map((address) => startOf(dump, address));
    const { status, stdout } = await runWindowsProgram(program, [toWindowsPath(capture)], {
      stdin: `${[...images(), ...blocks, ...walks].join('\n')}\n`,
    });
    expect(status).toBe(0);
    const found = stdout
      .trim()
      .split(/\r?\n?end\r?\n?/)
      .slice(0, -1)
      .map((text) => text.split(/\r?\n/).map((line) => BigInt(`0x${line.split(' ')[0]}`)));
    expect(found).toHaveLength(places.length);
    for (const [index, place] of places.entries()) {
      const activity = threads[place]?.activity;
      const expected =
        activity === undefined ? [] : capturedFrames(activity).map((line) => codePlace(line).address);
      expect(found[index]?.slice(0, expected.length), activity?.name).toEqual(expected);
    }
  });
});
