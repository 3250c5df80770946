import type { DumpDriver, Dump as DumpRecord } from '../../contract/generated/types.ts';
import { baseName } from '../../dump/modules.ts';

/** A path below a folder of Windows is the same on every machine; one below a drive or a share may name a person. */
const OF_WINDOWS = /^\\SystemRoot\\|^\\(?:\?\?|Device\\[^\\]+)\\(?:[A-Z]:\\)?Windows\\/i;

function redactDriver(driver: DumpDriver): DumpDriver {
  return OF_WINDOWS.test(driver.path) ? driver : { ...driver, path: baseName(driver.path) };
}

/** Each string of a value that is or contains the folder of `path`, without the folder. */
function withoutFolder<T>(value: T, path: string): T {
  if (typeof value === 'string') return value.replaceAll(path, baseName(path)) as T;
  if (Array.isArray(value)) return value.map((each) => withoutFolder(each, path)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withoutFolder(each, path)]),
  ) as T;
}

/**
 * The record of a dump without what names persons or one machine, for an issue or a report. Serial numbers, texts of events and
 * security identifiers of the secondary data are in no record; this takes out folders, the comment and the raw header too.
 */
export function redacted(record: DumpRecord): DumpRecord {
  const { comment, rawHeader, crash, ...rest } = record;
  const suspect = crash?.suspect;
  const path = suspect?.path;
  const known = path === undefined || OF_WINDOWS.test(path) ? path : baseName(path);
  const shown = suspect && { ...suspect, ...(known === undefined ? {} : { path: known }) };
  const short: DumpRecord = {
    ...rest,
    ...(crash && { crash: { ...crash, ...(shown && { suspect: shown }) } }),
    drivers: rest.drivers.map(redactDriver),
    redacted: true,
  };
  return withoutFolder(short, record.path);
}
