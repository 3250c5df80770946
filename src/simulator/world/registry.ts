import { Failure } from '../../contract/failure.ts';
import type { MachineFacts, Registry, RegistryValue } from '../../machine/port.ts';

const CRASH_CONTROL = 'SYSTEM\\CurrentControlSet\\Control\\CrashControl';

/** What a server has after its installation. */
const INSTALLED: readonly (readonly [key: string, value: string, data: RegistryValue])[] = [
  [CRASH_CONTROL, 'CrashDumpEnabled', 7],
  [CRASH_CONTROL, 'AlwaysKeepMemoryDump', 0],
  [CRASH_CONTROL, 'DumpFile', '%SystemRoot%\\MEMORY.DMP'],
  [CRASH_CONTROL, 'MinidumpDir', '%SystemRoot%\\Minidump'],
];

/** Names have no case, as in Windows. */
const nameOf = (key: string, value: string) => `${key}\0${value}`.toLowerCase();

/** A registry that lasts as long as the machine. */
export function simulatedRegistry({ elevated, computerName }: MachineFacts): Registry {
  const values = new Map(INSTALLED.map(([key, value, data]) => [nameOf(key, value), data]));
  return {
    read: (key, value) => values.get(nameOf(key, value)),
    write(key, value, _kind, data) {
      if (!elevated) {
        throw new Failure('NotElevated', `Only an administrator may write HKLM\\${key}.`, {
          target: computerName,
        });
      }
      values.set(nameOf(key, value), data);
    },
  };
}
