import process from 'node:process';
import { isCaptureMarked, markCapture } from '../../../../src/machine/windows/capture/capture-mark.ts';
import { createWindowsMachine } from '../../../../src/machine/windows/index.ts';
import { outcome, print } from './print.ts';

/** watching.ts SERVICE…: what a watch uses of the machine beside listings. */
const machine = createWindowsMachine();
const log = machine.eventLog?.();
const event = { id: 110, level: 'Warning', text: 'KernelTriage: ünits of a test, 24 threads' } as const;
const processes = machine.processes(({ processId }) => processId === process.pid);
const marks = () => {
  const before = isCaptureMarked();
  const [removeOne, removeOther] = [markCapture(), markCapture()];
  removeOne();
  const during = isCaptureMarked();
  removeOther();
  removeOther();
  return { before, during, after: isCaptureMarked() };
};
print({
  marks: marks(),
  services: Object.fromEntries(
    process.argv.slice(2).map((name) => {
      const id = machine.serviceProcessId?.(name);
      return [name, processes.find(({ processId }) => processId === id)?.name ?? 'none'];
    }),
  ),
  own: machine.commandLine?.(process.pid) ?? 'none',
  nobody: machine.commandLine?.(0x7ffffffc) ?? 'none',
  written: outcome(() => log?.write(event)) ?? 'written',
  writtenAgain: outcome(() => log?.write({ ...event, level: 'Error' })) ?? 'written',
  ownThreads: processes.find(({ processId }) => processId === process.pid)?.threads.length,
  otherThreads: processes
    .filter(({ processId }) => processId !== process.pid)
    .reduce((sum, { threads }) => sum + threads.length, 0),
});
log?.close();
